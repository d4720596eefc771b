// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/images/clean.h"

#include <algorithm>
#include <cstdint>

#include "generator/detect/numbers_in_bytes.h"

namespace congbo::images {

namespace {

constexpr std::size_t npos = std::string_view::npos;

std::uint32_t byte_at(std::string_view bytes, std::size_t at) {
  return detect::little(bytes, at, 1);
}

Diagnostic broken() {
  return error("image-undecodable", {}, {"GIF/WebP"});
}

// Behind the chain of sub-blocks at `at`; npos where it runs out of the file.
std::size_t behind_blocks(std::string_view gif, std::size_t at) {
  while (at < gif.size()) {
    const std::uint32_t length = byte_at(gif, at);
    at += 1 + length;
    if (length == 0) return at;
  }
  return npos;
}

std::size_t colour_table(std::uint32_t flags) {
  return (flags & 0x80) != 0 ? std::size_t{3} << ((flags & 7) + 1) : 0;
}

// Where the part of the GIF at `at` ends, and whether it is needed to show it.
struct Part {
  std::size_t end = npos;
  bool kept = true;
};
Part gif_part(std::string_view gif, std::size_t at) {
  if (gif[at] == '\x2C') return {behind_blocks(gif, at + 11 + colour_table(byte_at(gif, at + 9))), true};  // a picture
  if (gif[at] != '\x21') return {};
  const std::uint32_t label = byte_at(gif, at + 1);
  const std::string_view name = gif.substr(std::min(at + 3, gif.size()), 11);
  const bool loops = label == 0xFF && (name == "NETSCAPE2.0" || name == "ANIMEXTS1.0");
  return {behind_blocks(gif, at + 2), label == 0xF9 || loops};
}

Result<std::string> clean_gif(std::string_view gif) {
  std::size_t at = 13 + colour_table(byte_at(gif, 10));
  if (at > gif.size()) return broken();
  std::string out(gif.substr(0, at));
  while (at < gif.size() && gif[at] != '\x3B') {
    const Part part = gif_part(gif, at);
    if (part.end == npos || part.end > gif.size()) return broken();
    if (part.kept) out += gif.substr(at, part.end - at);
    at = part.end;
  }
  if (at >= gif.size()) return broken();
  return out + '\x3B';
}

void put_size(std::string& out, std::size_t at, std::uint32_t size) {
  for (int i = 0; i < 4; ++i) out[at + static_cast<std::size_t>(i)] = static_cast<char>(size >> (8 * i) & 0xFF);
}

Result<std::string> clean_webp(std::string_view webp) {
  constexpr std::uint32_t exif_and_xmp = 0x08 | 0x04;
  const std::uint64_t end = std::uint64_t{8} + detect::little(webp, 4, 4);
  if (end > webp.size()) return broken();
  std::string out(webp.substr(0, 12));
  for (std::uint64_t at = 12; at + 8 <= end;) {
    const std::string_view name = webp.substr(at, 4);
    const std::uint64_t size = detect::little(webp, at + 4, 4), next = at + 8 + size + (size & 1);
    if (next > end) return broken();
    const std::size_t start = out.size();
    if (name == "VP8X" || name == "ANIM" || name == "ANMF" || name == "ALPH" || name == "VP8 " || name == "VP8L" ||
        name == "ICCP")
      out += webp.substr(at, next - at);
    if (name == "VP8X" && out.size() > start + 8) out[start + 8] &= static_cast<char>(~exif_and_xmp);
    at = next;
  }
  put_size(out, 4, static_cast<std::uint32_t>(out.size() - 8));
  return out;
}

}  // namespace

Result<std::string> without_metadata(std::string_view bytes) {
  if (bytes.starts_with("GIF8")) return clean_gif(bytes);
  if (bytes.starts_with("RIFF")) return clean_webp(bytes);
  return broken();
}

}  // namespace congbo::images
