// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as an older and a newer page, parted by the first zero byte: no crash, no hang, the result stays in bounds,
// every change has its number once, and a page does not differ from itself.
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "preview/difference/difference.h"

namespace {

using congbo::difference::Difference;

void expect(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++found;
  return found;
}

void check(const Difference& found, std::size_t size) {
  expect(found.html.size() <= 6 * size + 400 * (found.changes + 1), "too long");
  expect(count(found.html, "id=\"congbo-change-") == found.changes, "numbers are missing or stand twice");
  const std::string last = "id=\"congbo-change-" + std::to_string(found.changes) + "\"";
  expect(found.changes == 0 || count(found.html, last) == 1, "the last number does not stand once");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (text.find("congbo-") != std::string_view::npos) return 0;  // marks that are not ours
  const std::size_t middle = text.find('\0');
  const std::string_view before = text.substr(0, middle),
                         after = middle == std::string_view::npos ? std::string_view() : text.substr(middle + 1);
  check(congbo::difference::compare_html(before, after), size);
  const congbo::difference::Body body = congbo::difference::body_of(text);
  expect(body.begin <= body.end && body.end <= size, "a body outside of the page");
  const Difference same = congbo::difference::compare_html(after, after);
  expect(same.changes == 0 && same.html == after, "a page differs from itself");
  (void)congbo::difference::compare_text(before, after);
  return 0;
}
