// SPDX-License-Identifier: GPL-3.0-or-later
// A checksum at the end of an index file. Xapian believes what it reads: one wrong byte of a table can end the process,
// or bring wrong results. So nothing is opened but what is as it was written. Xapian itself never reads behind its
// tables.
#pragma once
#include <string>

namespace congbo::search {

// Adds the seal to a file just written; false where that cannot be done.
bool seal_file(const std::string& file);
// Reads all of the file: some milliseconds for the index of ten thousand pages.
bool is_sealed(const std::string& file);

}  // namespace congbo::search
