// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/attachments/memory_file.h"

#include <sys/mman.h>

namespace congbo::attachments {

Descriptor memory_file(std::string_view bytes) {
  Descriptor file(memfd_create("attachment", MFD_CLOEXEC));
  if (!file.open() || !write_all(file.get(), bytes)) return Descriptor();
  return file;
}

}  // namespace congbo::attachments
