// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/images/vips_library.h"

#include <dlfcn.h>
#include <vips/vips.h>

#include <string>

namespace congbo::images {

namespace {

constexpr const char* library_name = "libvips.so.42";

template <class Function>
bool take(void* library, const char* name, Function*& into) {
  into = reinterpret_cast<Function*>(dlsym(library, name));
  return into != nullptr;
}

void say_nothing(const gchar*, GLogLevelFlags, const gchar*, gpointer) {}

// libvips gives the colour space a type of its own, an enum.
bool take_colourspace(void* library, VipsLibrary& into) {
  static_assert(sizeof(VipsInterpretation) == sizeof(int));
  return take(library, "vips_colourspace", into.colourspace);
}

bool take_all(void* library, VipsLibrary& into) {
  // Never evaluated: the types are libvips' own.
  using Thumbnail [[maybe_unused]] = decltype(into.thumbnail_buffer = &vips_thumbnail_buffer);
  using Open [[maybe_unused]] = decltype(into.new_from_buffer = &vips_image_new_from_buffer);
  using Scale [[maybe_unused]] = decltype(into.thumbnail_image = &vips_thumbnail_image);
  using Cut [[maybe_unused]] = decltype(into.extract_area = &vips_extract_area);
  using Copy [[maybe_unused]] = decltype(into.copy_memory = &vips_image_copy_memory);
  using Fields [[maybe_unused]] = decltype(into.fields = &vips_image_get_fields);
  using Remove [[maybe_unused]] = decltype(into.remove = &vips_image_remove);
  using Write [[maybe_unused]] = decltype(into.write_to_buffer = &vips_image_write_to_buffer);
  return take(library, "vips_thumbnail_buffer", into.thumbnail_buffer) &&
         take(library, "vips_image_new_from_buffer", into.new_from_buffer) &&
         take(library, "vips_thumbnail_image", into.thumbnail_image) &&
         take(library, "vips_extract_area", into.extract_area) && take_colourspace(library, into) &&
         take(library, "vips_image_copy_memory", into.copy_memory) &&
         take(library, "vips_image_write_to_buffer", into.write_to_buffer) &&
         take(library, "vips_image_get_fields", into.fields) && take(library, "vips_image_remove", into.remove) &&
         take(library, "g_strfreev", into.free_fields) && take(library, "vips_image_get_width", into.width) &&
         take(library, "vips_image_get_height", into.height) && take(library, "vips_error_buffer", into.error_text) &&
         take(library, "vips_error_clear", into.error_clear) &&
         take(library, "vips_thread_shutdown", into.thread_shutdown) && take(library, "g_object_unref", into.unref) &&
         take(library, "g_free", into.free);
}

bool start(void* library) {
  decltype(&vips_init) init = nullptr;
  decltype(&vips_concurrency_set) concurrency = nullptr;
  decltype(&vips_cache_set_max) cache = nullptr;
  decltype(&vips_block_untrusted_set) block = nullptr;
  decltype(&g_log_set_handler) log = nullptr;
  if (!take(library, "vips_init", init) || !take(library, "vips_concurrency_set", concurrency) ||
      !take(library, "vips_cache_set_max", cache) || !take(library, "vips_block_untrusted_set", block) ||
      !take(library, "g_log_set_handler", log))
    return false;
  // What a damaged file provokes is told by us, with its place.
  for (const char* domain : {"VIPS", "GLib-GObject"})
    log(domain, static_cast<GLogLevelFlags>(G_LOG_LEVEL_WARNING | G_LOG_LEVEL_MESSAGE | G_LOG_LEVEL_INFO), say_nothing,
        nullptr);
  if (init("congbo") != 0) return false;
  concurrency(1);
  cache(0);
  block(TRUE);
  return true;
}

struct Opened {
  VipsLibrary functions;
  bool ready = false;
  std::string reason;
};

Opened open_library() {
  Opened opened;
  void* library = dlopen(library_name, RTLD_NOW | RTLD_LOCAL);
  opened.ready = library && take_all(library, opened.functions) && start(library);
  if (!opened.ready) opened.reason = library ? library_name : dlerror();
  return opened;
}

}  // namespace

Result<const VipsLibrary*> vips_library() {
  static const Opened opened = open_library();
  if (!opened.ready) return error("picture-library-missing", {}, {opened.reason});
  return &opened.functions;
}

}  // namespace congbo::images
