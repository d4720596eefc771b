// SPDX-License-Identifier: GPL-3.0-or-later
#include <poppler.h>

#include <algorithm>

#include "generator/attachments/bounds.h"
#include "generator/attachments/extract.h"
#include "generator/attachments/poppler_library.h"
#include "generator/base/utf8.h"

namespace congbo::attachments {

namespace {

constexpr double word_gap = 0.3, cell_gap = 1.5;  // of the height of a letter

// What stands between two letters that poppler writes one behind the other: it says nothing where a column, a cell of a
// table or a block ends.
std::string_view between(const PopplerRectangle& before, const PopplerRectangle& after) {
  const double height = std::max(before.y2 - before.y1, after.y2 - after.y1);
  const double shared = std::min(before.y2, after.y2) - std::max(before.y1, after.y1);
  if (shared < height / 4) return "\n";
  const double gap = after.x1 - before.x2;
  if (gap > height * cell_gap || gap < -height) return " | ";
  return gap > height * word_gap ? " " : "";
}

// `places` has a rectangle for each code point of the text.
std::string with_gaps(std::string_view text, const PopplerRectangle* places, std::size_t count) {
  std::string out;
  std::size_t number = 0;
  bool after_letter = false;
  for (std::size_t at = 0; at < text.size(); ++number) {
    const std::size_t length = std::max<std::size_t>(decode(text, at).length, 1);
    const bool letter = static_cast<unsigned char>(text[at]) > ' ';
    if (letter && after_letter && number < count) out += between(places[number - 1], places[number]);
    out.append(text.substr(at, length));
    after_letter = letter;
    at += length;
  }
  return out;
}

class Pdf {
 public:
  Pdf(const PopplerLibrary& poppler, std::string_view bytes) : poppler_(poppler) {
    bytes_ = poppler.bytes_new_static(bytes.data(), bytes.size());
    GError* failure = nullptr;
    document_ = poppler.document_new(bytes_, nullptr, &failure);
    if (document_) return;
    text_.outcome = failure && failure->code == POPPLER_ERROR_ENCRYPTED ? Outcome::encrypted : Outcome::broken;
    if (failure) poppler.error_free(failure);
  }
  Pdf(const Pdf&) = delete;
  Pdf& operator=(const Pdf&) = delete;
  ~Pdf() {
    if (document_) poppler_.object_unref(document_);
    poppler_.bytes_unref(bytes_);
  }

  Text read() {
    if (!document_) return std::move(text_);
    const int count = poppler_.page_count(document_);
    if (count <= 0) text_.outcome = Outcome::broken;
    std::size_t taken = 0;
    for (int i = 0; i < count && !text_.cut; ++i) {
      if (static_cast<std::size_t>(i) == most_pages || taken > most_text_bytes)
        text_.cut = true;
      else
        taken += read_page(i);
    }
    text_.pages = count > 0 ? static_cast<std::uint32_t>(count) : 0;
    return std::move(text_);
  }

 private:
  std::size_t read_page(int index) {
    PopplerPage* page = poppler_.page(document_, index);
    if (!page) return 0;
    Part part;
    part.page = static_cast<std::uint32_t>(index) + 1;
    part.text = join_lines(words_of(page));
    if (part.text.find_first_not_of(" \n\f") == std::string::npos && has_picture(page))
      text_.scanned.push_back(part.page);
    poppler_.object_unref(page);
    const std::size_t size = part.text.size();
    if (size > 0) text_.parts.push_back(std::move(part));
    return size;
  }

  std::string words_of(PopplerPage* page) const {
    char* words = poppler_.page_text(page);
    PopplerRectangle* places = nullptr;
    unsigned count = 0;
    std::string text;
    if (words && poppler_.page_layout(page, &places, &count) != 0)
      text = with_gaps(words, places, count);
    else if (words)
      text = words;
    poppler_.free(words);
    poppler_.free(places);
    return text;
  }

  bool has_picture(PopplerPage* page) const {
    GList* images = poppler_.page_images(page);
    const bool any = images != nullptr;
    poppler_.free_images(images);
    return any;
  }

  const PopplerLibrary& poppler_;
  GBytes* bytes_ = nullptr;
  PopplerDocument* document_ = nullptr;
  Text text_;
};

}  // namespace

Text extract_pdf(std::string_view bytes) {
  const PopplerLibrary* poppler = poppler_library();
  return poppler ? Pdf(*poppler, bytes).read() : failed(Outcome::no_program);
}

}  // namespace congbo::attachments
