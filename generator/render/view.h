// SPDX-License-Identifier: GPL-3.0-or-later
// What a layout may ask for, as small values: names with texts, sections with rows. No template library here.
#pragma once
#include <cstddef>
#include <cstdint>
#include <forward_list>
#include <functional>
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

class ItemParts;

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
  // A row that sees `around` and nothing of this view. It is filled when a layout asks for a value: hardly ever, where
  // what partials make of `item` is kept in `parts`.
  void add_kept(Key section, const View& around, const ItemParts& parts, std::size_t item,
                std::function<void(View&)> fill);
  // Sorts the values: for a view that many pages share.
  void seal();
  struct Kept {
    const ItemParts* parts = nullptr;  // null: what partials make of this view is not to be kept
    std::size_t item = 0;
  };
  const Kept& kept() const { return kept_; }

  using Rows = std::vector<const View*>;
  // Both look outwards; a missing name gives an empty value, a section without rows null.
  std::string_view value(std::uint64_t hash) const;
  const Rows* rows(std::uint64_t hash) const;

  // All names this view itself holds, for tests.
  std::vector<std::uint64_t> names() const;

 private:
  Rows& section(Key section);
  void fill() const;
  const std::string_view* own_value(std::uint64_t hash) const;

  const View* around_ = nullptr;
  bool sealed_ = false;
  std::vector<std::pair<std::uint64_t, std::string_view>> values_;
  std::vector<std::pair<std::uint64_t, Rows>> sections_;
  std::forward_list<View> own_rows_;
  Kept kept_;
  mutable std::function<void(View&)> fill_;  // not called yet; this view belongs to one thread then
};

// Keeps composed texts alive while a page is written.
class Texts {
 public:
  std::string_view keep(std::string text) { return kept_.emplace_front(std::move(text)); }

 private:
  std::forward_list<std::string> kept_;
};

}  // namespace congbo::render
