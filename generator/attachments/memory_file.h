// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes as a file without a name, for other processes to read.
#pragma once
#include <string_view>

#include "generator/base/descriptor.h"

namespace congbo::attachments {

// Not open, with errno set, where there can be none.
Descriptor memory_file(std::string_view bytes);

}  // namespace congbo::attachments
