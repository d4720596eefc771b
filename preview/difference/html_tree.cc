// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/difference/html_tree.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "generator/base/content_hash.h"
#include "preview/difference/words.h"

namespace congbo::difference {

namespace {

constexpr std::size_t deepest = 100;
constexpr std::size_t most_words = 256;

bool is_blank(const std::vector<Token>& run) {
  return std::all_of(run.begin(), run.end(), [](const Token& token) {
    return token.kind == TokenKind::text && token.bytes.find_first_not_of(" \t\r\n\f") == std::string_view::npos;
  });
}

class Reader {
 public:
  Node read(std::string_view html) {
    open_.push_back({});
    open_.back().name = "root";
    for (Token& token : cut_html(html)) take(std::move(token));
    while (open_.size() > 1) close_last({});
    end_run();
    finish(open_.back());
    return std::move(open_.back());
  }

 private:
  void take(Token token) {
    if (token.kind == TokenKind::ignored) return;
    const bool block = (token.kind == TokenKind::open || token.kind == TokenKind::close) && !is_inline(token.name);
    if (!block) {
      add_to_run(std::move(token));
    } else if (token.kind == TokenKind::close) {
      close(token);
    } else if (open_.size() > deepest) {
      ++too_deep_;
    } else {
      end_run();
      open_.push_back({});
      open_.back().name = std::move(token.name);
      open_.back().open = token.bytes;
    }
  }

  void add_to_run(Token token) {
    std::vector<Node>& siblings = open_.back().children;
    const bool line = token.name == "hr";  // stands alone
    if (siblings.empty() || !siblings.back().is_run() || line || after_line_) {
      end_run();
      siblings.emplace_back();
    }
    after_line_ = line;
    siblings.back().run.push_back(std::move(token));
  }

  void end_run() {
    std::vector<Node>& siblings = open_.back().children;
    if (siblings.empty() || !siblings.back().is_run()) return;
    if (is_blank(siblings.back().run))
      siblings.pop_back();
    else if (siblings.back().hash.empty())
      finish(siblings.back());
  }

  void close(const Token& token) {
    if (too_deep_ > 0) {
      --too_deep_;
      return;
    }
    const auto same = [&](const Node& node) { return node.name == token.name; };
    if (std::none_of(open_.begin() + 1, open_.end(), same)) return;
    while (open_.back().name != token.name) close_last({});
    close_last(token.bytes);
  }

  void close_last(std::string_view bytes) {
    end_run();
    after_line_ = false;
    Node done = std::move(open_.back());
    open_.pop_back();
    done.close = bytes;
    finish(done);
    end_run();
    open_.back().children.push_back(std::move(done));
  }

  static void finish(Node& node) {
    std::string all = node.name + "\n";
    if (node.is_run()) {
      for (const Word& word : words_of(node.run).words) {
        all += word.key;
        all += '\n';
        if (word.kind == WordKind::word && node.words.size() < most_words)
          node.words.push_back(static_cast<std::uint32_t>(std::hash<std::string_view>()(word.bytes)));
      }
    }
    for (const Node& child : node.children) {
      all += child.hash;
      const std::size_t room = most_words - node.words.size();
      node.words.insert(node.words.end(), child.words.begin(),
                        child.words.begin() + static_cast<std::ptrdiff_t>(std::min(room, child.words.size())));
    }
    node.hash = sha256_hex(all);
    std::sort(node.words.begin(), node.words.end());
  }

  std::vector<Node> open_;
  std::size_t too_deep_ = 0;
  bool after_line_ = false;
};

}  // namespace

Node read_tree(std::string_view html) {
  return Reader().read(html);
}

double similarity(const Node& one, const Node& other) {
  const std::size_t all = one.words.size() + other.words.size();
  if (all == 0) return 0;
  std::size_t common = 0;
  for (auto a = one.words.begin(), b = other.words.begin(); a != one.words.end() && b != other.words.end();) {
    if (*a == *b) ++common;
    const bool forward = *a <= *b, back = *b <= *a;
    if (forward) ++a;
    if (back) ++b;
  }
  return 2.0 * static_cast<double>(common) / static_cast<double>(all);
}

}  // namespace congbo::difference
