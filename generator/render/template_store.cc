// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/render/template_store.h"

#include <ctemplate/per_expand_data.h>
#include <ctemplate/template.h>
#include <ctemplate/template_cache.h>
#include <ctemplate/template_dictionary_interface.h>

#include <map>
#include <mutex>
#include <unordered_map>
#include <utility>
#include <vector>

#include "generator/render/item_parts.h"
#include "generator/render/names.h"
#include "generator/render/number_text.h"
#include "generator/render/view_tables.h"

namespace congbo::render {

// ctemplate locks a cache twice for each partial that a layout includes. Each expansion therefore takes a copy of the
// frozen cache, which shares the parsed templates, so that threads do not wait for one another.
class CachePool {
 public:
  using Cache = std::unique_ptr<ctemplate::TemplateCache>;
  explicit CachePool(const ctemplate::TemplateCache& model) : model_(model) {}

  Cache take() {
    const std::lock_guard lock(mutex_);
    if (idle_.empty()) return copy();
    Cache cache = std::move(idle_.back());
    idle_.pop_back();
    return cache;
  }
  void give_back(Cache cache) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(cache));
  }

 private:
  Cache copy() const {
    Cache cache(model_.Clone());
    cache->Freeze();
    return cache;
  }

  const ctemplate::TemplateCache& model_;
  std::mutex mutex_;
  std::vector<Cache> idle_;
};

struct TemplateStore::State {
  ctemplate::TemplateCache cache;
  mutable CachePool copies{cache};
  std::map<std::string, std::string, std::less<>> files;           // name, its own copy: ctemplate keeps C strings
  std::unordered_map<std::uint64_t, const std::string*> partials;  // hash of "ITEM" → "partials/item.html"
};

namespace {

using ctemplate::TemplateString;

constexpr ctemplate::Strip strip = ctemplate::STRIP_BLANK_LINES;
constexpr std::string_view kept_file = "kept part";  // no file of the layouts: shows ready HTML in place of a partial
constexpr std::string_view kept_text = "{{HTML}}";

enum class Parts { made_again, kept };

std::string_view text_of(const TemplateString& text) {
  return {text.data(), text.size()};
}

// Shows a View to ctemplate. Without a view it is the trial: every variable is "x", every section is shown once.
class Dictionary final : public ctemplate::TemplateDictionaryInterface {
 public:
  Dictionary(const View* view, const TemplateStore::State& store, ctemplate::TemplateCache& cache, Parts parts)
      : view_(view), store_(&store), cache_(&cache), parts_(parts) {}

  void show(const View& view) { view_ = &view; }
  void show_html(std::string_view html) { html_ = html; }

 protected:
  class Walk;

  TemplateString GetValue(const TemplateString& variable) const override {
    if (html_.data()) return TemplateString(html_.data(), html_.size());
    if (!view_) return TemplateString("x");
    const std::string_view value = view_->value(hash_name(text_of(variable)));
    return TemplateString(value.data() ? value.data() : "", value.size());
  }

  bool IsUnhiddenSection(const TemplateString& section) const override {
    if (!view_) return true;
    const std::string_view name = text_of(section);
    if (name.starts_with(has_prefix)) return holds(name.substr(has_prefix.size()));
    if (name.starts_with(no_prefix)) return !holds(name.substr(no_prefix.size()));
    return holds(name);
  }
  bool IsHiddenSection(const TemplateString& section) const override { return !IsUnhiddenSection(section); }

  Iterator* CreateSectionIterator(const TemplateString& section) const override;

  bool IsHiddenTemplate(const TemplateString& name) const override { return *file_of(name) == '\0'; }
  const char* GetIncludeTemplateName(const TemplateString& name, int) const override {
    return keeps() ? kept_file.data() : file_of(name);
  }
  Iterator* CreateTemplateIterator(const TemplateString&) const override;

  void DumpToString(std::string*, int) const override {}

 private:
  Dictionary beside(const View* view, Parts parts) const { return {view, *store_, *cache_, parts}; }
  bool keeps() const { return parts_ == Parts::kept && view_ && view_->kept().parts; }

  bool holds(std::string_view name) const {
    const std::uint64_t hash = hash_name(name);
    if (const View::Rows* rows = view_->rows(hash)) return !rows->empty();
    return !view_->value(hash).empty();
  }

  const char* file_of(const TemplateString& name) const {
    const std::uint64_t hash = hash_name(text_of(name));
    if (hash == name::main.hash) {
      const auto file = view_ ? store_->files.find(view_->value(hash)) : store_->files.end();
      return file == store_->files.end() ? "" : file->first.c_str();
    }
    const auto partial = store_->partials.find(hash);
    return partial == store_->partials.end() ? "" : partial->second->c_str();
  }

  const View* view_;
  const TemplateStore::State* store_;
  ctemplate::TemplateCache* cache_;
  Parts parts_;
  std::string_view html_;
};

// The view itself once, or the rows of a section one after another, or ready HTML once.
class Dictionary::Walk final : public Iterator {
 public:
  explicit Walk(const Dictionary& only) : only_(&only), row_(only.beside(nullptr, only.parts_)) {}
  Walk(const Dictionary& around, const View::Rows& rows) : rows_(&rows), row_(around.beside(nullptr, around.parts_)) {}
  Walk(const Dictionary& around, const char* file, std::uint64_t partial)
      : only_(&row_), row_(around.beside(nullptr, around.parts_)) {
    const auto& [parts, item] = around.view_->kept();
    const std::string* html = parts->find(item, partial);
    if (!html) {
      const Dictionary inside = around.beside(around.view_, Parts::made_again);
      around.cache_->ExpandNoLoad(file, strip, &inside, nullptr, &made_);
      html = parts->keep(item, partial, made_);
    }
    row_.show_html(html ? *html : made_);
  }

  bool HasNext() const override { return rows_ ? next_ < rows_->size() : only_ != nullptr; }
  const TemplateDictionaryInterface& Next() override {
    if (!rows_) return *std::exchange(only_, nullptr);
    row_.show(*(*rows_)[next_++]);
    return row_;
  }

 private:
  const Dictionary* only_ = nullptr;
  const View::Rows* rows_ = nullptr;
  std::size_t next_ = 0;
  Dictionary row_;
  std::string made_;
};

Dictionary::Iterator* Dictionary::CreateSectionIterator(const TemplateString& section) const {
  const View::Rows* rows = view_ ? view_->rows(hash_name(text_of(section))) : nullptr;
  return rows ? new Walk(*this, *rows) : new Walk(*this);
}

Dictionary::Iterator* Dictionary::CreateTemplateIterator(const TemplateString& name) const {
  return keeps() ? new Walk(*this, file_of(name), hash_name(text_of(name))) : new Walk(*this);
}

}  // namespace

std::string partial_file(std::string_view name) {
  std::string file = "partials/";
  for (const char c : name) file += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return file + ".html";
}

TemplateStore::TemplateStore() : state_(std::make_unique<State>()) {
  make_number_modifier_known();
}
TemplateStore::~TemplateStore() = default;

bool TemplateStore::add(const std::string& file, const std::string& text) {
  const auto [row, is_new] = state_->files.emplace(file, text);
  return is_new && state_->cache.StringToTemplateCache(row->first, row->second.data(), row->second.size(), strip);
}

void TemplateStore::freeze() {
  constexpr std::string_view folder = "partials/", ending = ".html";
  for (const auto& [file, text] : state_->files) {
    if (!file.starts_with(folder)) continue;
    std::string name = file.substr(folder.size(), file.size() - folder.size() - ending.size());
    for (char& c : name)
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    state_->partials.emplace(hash_name(name), &file);
  }
  state_->cache.StringToTemplateCache(std::string(kept_file), kept_text.data(), kept_text.size(), strip);
  state_->cache.Freeze();
}

bool TemplateStore::has(std::string_view file) const {
  return state_->files.contains(file);
}

bool TemplateStore::expand(const std::string& file, const View& view, std::string& out) const {
  if (!has(file)) return false;
  CachePool::Cache cache = state_->copies.take();
  const Dictionary dictionary(&view, *state_, *cache, Parts::kept);
  const bool expanded = cache->ExpandNoLoad(file, strip, &dictionary, nullptr, &out);
  state_->copies.give_back(std::move(cache));
  return expanded;
}

bool TemplateStore::expand_trial(const std::string& file) const {
  if (!has(file)) return false;
  const Dictionary dictionary(nullptr, *state_, state_->cache, Parts::made_again);
  std::string out;
  return state_->cache.ExpandNoLoad(file, strip, &dictionary, nullptr, &out);
}

}  // namespace congbo::render
