// SPDX-License-Identifier: GPL-3.0-or-later
// poppler through its C face (poppler-glib), opened by the worker when it has a PDF to read: with its forty libraries
// it would cost every run of the program some hundredths of a second. The C++ face of the same library cannot be opened
// at run time, because its functions have no names that stay.
#pragma once
#include <cstddef>

// The libraries' own names: NOLINTBEGIN(bugprone-reserved-identifier)
struct _PopplerDocument;
struct _PopplerPage;
struct _GBytes;
struct _GError;
struct _GList;
struct _PopplerRectangle;
// NOLINTEND(bugprone-reserved-identifier)

namespace congbo::attachments {

// The functions used, under their libraries' own names; see their manuals.
struct PopplerLibrary {
  _GBytes* (*bytes_new_static)(const void*, std::size_t) = nullptr;
  void (*bytes_unref)(_GBytes*) = nullptr;
  void (*error_free)(_GError*) = nullptr;
  void (*object_unref)(void*) = nullptr;
  void (*free)(void*) = nullptr;
  _PopplerDocument* (*document_new)(_GBytes*, const char*, _GError**) = nullptr;
  int (*page_count)(_PopplerDocument*) = nullptr;
  _PopplerPage* (*page)(_PopplerDocument*, int) = nullptr;
  char* (*page_text)(_PopplerPage*) = nullptr;
  int (*page_layout)(_PopplerPage*, _PopplerRectangle**, unsigned*) = nullptr;
  _GList* (*page_images)(_PopplerPage*) = nullptr;
  void (*free_images)(_GList*) = nullptr;
};

// Opened once for the whole process; null where it is not installed.
const PopplerLibrary* poppler_library();

}  // namespace congbo::attachments
