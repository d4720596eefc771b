// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/attachments/poppler_library.h"

#include <dlfcn.h>
#include <poppler.h>

namespace congbo::attachments {

namespace {

constexpr const char* library_name = "libpoppler-glib.so.8";

template <class Function>
bool take(void* library, const char* name, Function*& into) {
  into = reinterpret_cast<Function*>(dlsym(library, name));
  return into != nullptr;
}

bool take_all(void* library, PopplerLibrary& into) {
  // Never evaluated: the types are the libraries' own.
  using Open [[maybe_unused]] = decltype(into.document_new = &poppler_document_new_from_bytes);
  using Count [[maybe_unused]] = decltype(into.page_count = &poppler_document_get_n_pages);
  using Page [[maybe_unused]] = decltype(into.page = &poppler_document_get_page);
  using Text [[maybe_unused]] = decltype(into.page_text = &poppler_page_get_text);
  using Layout [[maybe_unused]] = decltype(into.page_layout = &poppler_page_get_text_layout);
  using Images [[maybe_unused]] = decltype(into.page_images = &poppler_page_get_image_mapping);
  using Bytes [[maybe_unused]] = decltype(into.bytes_new_static = &g_bytes_new_static);
  return take(library, "g_bytes_new_static", into.bytes_new_static) &&
         take(library, "g_bytes_unref", into.bytes_unref) && take(library, "g_error_free", into.error_free) &&
         take(library, "g_object_unref", into.object_unref) && take(library, "g_free", into.free) &&
         take(library, "poppler_document_new_from_bytes", into.document_new) &&
         take(library, "poppler_document_get_n_pages", into.page_count) &&
         take(library, "poppler_document_get_page", into.page) &&
         take(library, "poppler_page_get_text", into.page_text) &&
         take(library, "poppler_page_get_text_layout", into.page_layout) &&
         take(library, "poppler_page_get_image_mapping", into.page_images) &&
         take(library, "poppler_page_free_image_mapping", into.free_images);
}

struct Opened {
  PopplerLibrary functions;
  bool ready = false;
};

Opened open_library() {
  Opened opened;
  void* library = dlopen(library_name, RTLD_NOW | RTLD_LOCAL);
  opened.ready = library && take_all(library, opened.functions);
  return opened;
}

}  // namespace

const PopplerLibrary* poppler_library() {
  static const Opened opened = open_library();
  return opened.ready ? &opened.functions : nullptr;
}

}  // namespace congbo::attachments
