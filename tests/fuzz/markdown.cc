// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as the body of a page: no crash, no hang, and the promises of a fragment hold.
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "generator/markdown/fragment.h"
#include "tests/unit/markdown/invariants.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  congbo::markdown::Options options;
  options.legal_structure = size % 2 == 0;
  congbo::Diagnostics found;
  const congbo::markdown::Fragment fragment = congbo::markdown::render(text, "a.md", options, found);
  const std::string broken = congbo::markdown::broken_promise(fragment, size);
  if (!broken.empty()) {
    std::fprintf(stderr, "%s\n", broken.c_str());
    std::abort();
  }
  return 0;
}
