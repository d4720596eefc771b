// SPDX-License-Identifier: GPL-3.0-or-later
// The layouts, parsed; the only user of ctemplate. After `freeze` nothing is loaded any more and any number of threads
// may expand at once.
#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "generator/render/view.h"

namespace congbo::render {

class TemplateStore {
 public:
  TemplateStore();
  ~TemplateStore();

  // False when the library refuses the text. `file` as in LayoutFiles: "partials/item.html".
  bool add(const std::string& file, const std::string& text);
  // Loading is over. {{>MAIN}} leads to the file that the view's MAIN names; {{>ITEM}} to "partials/item.html".
  void freeze();
  bool has(std::string_view file) const;

  // Appends to `out`. Partials of views that keep their parts are expanded once. False for a file that is not there or
  // an include that fails.
  bool expand(const std::string& file, const View& view, std::string& out) const;
  // Expands with every variable filled and every section shown once. {{>MAIN}} is left out.
  bool expand_trial(const std::string& file) const;

  struct State;

 private:
  std::unique_ptr<State> state_;
};

// "ITEM" → "partials/item.html".
std::string partial_file(std::string_view name);

}  // namespace congbo::render
