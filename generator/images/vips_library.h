// SPDX-License-Identifier: GPL-3.0-or-later
// libvips, opened when the first picture has to be made: with its hundred libraries it would cost every run of the
// program a fiftieth of a second, and most runs make none.
#pragma once
#include <cstddef>

#include "generator/base/result.h"

struct _VipsImage;  // the library's own name: NOLINT(bugprone-reserved-identifier)

namespace congbo::images {

// The functions used, under libvips' own names; see its manual. They take their named options as pairs that end with
// null.
struct VipsLibrary {
  int (*thumbnail_buffer)(void*, std::size_t, _VipsImage**, int, ...) = nullptr;
  _VipsImage* (*new_from_buffer)(const void*, std::size_t, const char*, ...) = nullptr;
  int (*thumbnail_image)(_VipsImage*, _VipsImage**, int, ...) = nullptr;
  int (*extract_area)(_VipsImage*, _VipsImage**, int, int, int, int, ...) = nullptr;
  int (*colourspace)(_VipsImage*, _VipsImage**, int, ...) = nullptr;
  _VipsImage* (*copy_memory)(_VipsImage*) = nullptr;
  int (*write_to_buffer)(_VipsImage*, const char*, void**, std::size_t*, ...) = nullptr;
  char** (*fields)(_VipsImage*) = nullptr;
  int (*remove)(_VipsImage*, const char*) = nullptr;
  void (*free_fields)(char**) = nullptr;
  int (*width)(const _VipsImage*) = nullptr;
  int (*height)(const _VipsImage*) = nullptr;
  const char* (*error_text)() = nullptr;
  void (*error_clear)() = nullptr;
  void (*thread_shutdown)() = nullptr;
  void (*unref)(void*) = nullptr;
  void (*free)(void*) = nullptr;
};

// Opened and prepared once for the whole process: one thread a picture (the build has its own), no cache of operations,
// no loader that libvips itself does not trust with bytes from strangers. Fails with "picture-library-missing".
Result<const VipsLibrary*> vips_library();

}  // namespace congbo::images
