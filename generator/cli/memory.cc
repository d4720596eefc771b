// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/cli/memory.h"

#include <mimalloc.h>

#include "generator/base/very_many_files.h"

// Only the program itself is linked with the allocator.
#pragma weak mi_option_enable
#pragma weak mi_option_disable

namespace congbo::cli {

void keep_memory(std::size_t files) {
  if (!mi_option_enable || !mi_option_disable || files >= very_many_files) return;
  mi_option_enable(mi_option_large_os_pages);
  mi_option_disable(mi_option_allow_decommit);
}

}  // namespace congbo::cli
