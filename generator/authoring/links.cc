// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/authoring/links.h"

#include <vector>

namespace congbo::authoring {

namespace {

std::vector<std::string_view> folders_of(std::string_view path) {
  std::vector<std::string_view> parts;
  for (std::size_t slash; (slash = path.find('/')) != std::string_view::npos; path.remove_prefix(slash + 1))
    parts.push_back(path.substr(0, slash));
  return parts;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  return text;
}

// One line at a time; the state that lines share is whether we are in fenced code.
class Rewriter {
 public:
  explicit Rewriter(const std::function<std::string(std::string_view)>& replace) : replace_(replace) {}

  std::string rewrite(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = text.find('\n');
      const std::size_t size = end == std::string_view::npos ? text.size() : end + 1;
      line(text.substr(0, size));
      text.remove_prefix(size);
    }
    return std::move(out_);
  }

 private:
  void line(std::string_view text) {
    const std::string_view start = trimmed(text);
    if (start.starts_with("```") || start.starts_with("~~~")) in_code_ = !in_code_;
    if (in_code_) {
      out_ += text;
    } else if (start.starts_with("src:")) {
      const std::size_t value = static_cast<std::size_t>(trimmed(start.substr(4)).data() - text.data());
      address(text, value, text.find_first_of("\r\n", value));
    } else if (start.starts_with('[') && start.find("]: ") != std::string_view::npos) {
      const std::size_t value = text.find("]: ") + 3;
      address(text, value, text.find_first_of(" \r\n", value));
    } else {
      inline_links(text);
    }
  }

  // Writes text up to `begin`, then the new address, then the rest.
  void address(std::string_view text, std::size_t begin, std::size_t end) {
    if (end == std::string_view::npos) end = text.size();
    out_ += text.substr(0, begin);
    put(text.substr(begin, end - begin));
    out_ += text.substr(end);
  }

  void put(std::string_view old) {
    const std::string changed = replace_(old);
    out_ += changed.empty() ? std::string(old) : changed;
  }

  void inline_links(std::string_view text) {
    bool in_span = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '`') in_span = !in_span;
      out_ += text[i];
      if (in_span || text[i] != ']' || i + 1 >= text.size() || text[i + 1] != '(') continue;
      const std::size_t end = text.find_first_of(") \n", i + 2);
      if (end == std::string_view::npos) continue;
      out_ += '(';
      put(text.substr(i + 2, end - i - 2));
      i = end - 1;
    }
  }

  const std::function<std::string(std::string_view)>& replace_;
  std::string out_;
  bool in_code_ = false;
};

}  // namespace

std::string rewrite_addresses(std::string_view markdown, const std::function<std::string(std::string_view)>& replace) {
  return Rewriter(replace).rewrite(markdown);
}

std::string relative_path(std::string_view from_file, std::string_view to_file) {
  const std::vector<std::string_view> from = folders_of(from_file), to = folders_of(to_file);
  std::size_t common = 0;
  while (common < from.size() && common < to.size() && from[common] == to[common]) ++common;
  std::string path;
  for (std::size_t i = common; i < from.size(); ++i) path += "../";
  for (std::size_t i = common; i < to.size(); ++i) path += std::string(to[i]) + "/";
  return path + std::string(to_file.substr(to_file.rfind('/') + 1));
}

}  // namespace congbo::authoring
