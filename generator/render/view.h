// SPDX-License-Identifier: GPL-3.0-or-later
// What a layout may ask for, as small values: names with texts, sections with rows. No template library here.
#pragma once
#include <array>
#include <atomic>
#include <cstdint>
#include <forward_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace congbo::render {

// FNV-1a. Names are compared by this number alone; a test proves that no two names of the tables share one.
constexpr std::uint64_t hash_name(std::string_view name, std::uint64_t hash = 14695981039346656037ULL) {
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return hash;
}

struct Key {
  std::string_view text;
  std::uint64_t hash;
  constexpr explicit Key(std::string_view name) : text(name), hash(hash_name(name)) {}
};

// What partials make of a view that many pages show. Each is made once; any number of threads may ask.
class KeptParts {
 public:
  KeptParts() = default;
  ~KeptParts();
  KeptParts(const KeptParts&) = delete;
  KeptParts& operator=(const KeptParts&) = delete;

  // Null while nobody has kept what the partial of that hash makes.
  const std::string* find(std::uint64_t partial) const;
  // Gives back what is kept, by this or another thread; null when there is no place left for another partial.
  const std::string* keep(std::uint64_t partial, const std::string& html);

 private:
  struct Part {
    std::uint64_t partial;
    std::string html;
  };
  std::array<std::atomic<const Part*>, 4> parts_{};
};

// Values are not copied: what `set` is given must live until the page has been written (see Texts). A name that a view
// does not have is looked up in the view around it; a name with an empty value hides what stands around it.
class View {
 public:
  View() = default;
  explicit View(const View* around) : around_(around) {}
  View(const View&) = delete;
  View& operator=(const View&) = delete;

  void set(Key key, std::string_view value) { set(key.hash, value); }
  void set(std::uint64_t hash, std::string_view value) { values_.push_back({hash, value}); }
  // In place of a value set before.
  void replace(Key key, std::string_view value);
  // Shows {{#KEY}}…{{/KEY}} once, or hides it.
  void show(Key section, bool shown = true) { set(section, shown ? "1" : ""); }
  // One more row of {{#KEY}}…{{/KEY}}. A row sets every name its table has, so that nothing shines through from
  // outside.
  View& add(Key section);
  // A row that other views show too. It must outlive this view and sees nothing of it.
  void add(Key section, const View& shared);
  // Sorts the values: for views that many pages share.
  void seal();
  // What partials make of this view is to be kept in `parts`. Only for views whose values never change.
  void keep_in(KeptParts& parts) { kept_ = &parts; }
  KeptParts* kept() const { return kept_; }

  using Rows = std::vector<const View*>;
  // Both look outwards; a missing name gives an empty value, a section without rows null.
  std::string_view value(std::uint64_t hash) const;
  const Rows* rows(std::uint64_t hash) const;

  // All names this view itself holds, for tests.
  std::vector<std::uint64_t> names() const;

 private:
  Rows& section(Key section);
  const std::string_view* own_value(std::uint64_t hash) const;

  const View* around_ = nullptr;
  bool sealed_ = false;
  std::vector<std::pair<std::uint64_t, std::string_view>> values_;
  std::vector<std::pair<std::uint64_t, Rows>> sections_;
  std::forward_list<View> own_rows_;
  KeptParts* kept_ = nullptr;
};

// Keeps composed texts alive while a page is written.
class Texts {
 public:
  std::string_view keep(std::string text) { return kept_.emplace_front(std::move(text)); }

 private:
  std::forward_list<std::string> kept_;
};

}  // namespace congbo::render
