// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/compress.h"

#include <brotli/encode.h>
#include <zlib.h>

#include <utility>

namespace congbo::search {
namespace {

constexpr int gzip_window = 15 + 16;  // zlib's way to ask for gzip
constexpr int gzip_level = 5;         // 9 takes half as long again, for a two-hundredth
constexpr int gzip_level_small = 3;   // of files below `small_file`: 5 takes half as long again, for a thirtieth
constexpr std::size_t small_file = 4096;
constexpr int gzip_memory = 9;
constexpr std::size_t least_compressed = 1024;  // below it a header costs more than the file
constexpr int brotli_quality = 5;               // 9 takes forty times as long on such small files, for half a hundredth

// The smallest window that holds the whole file: what is larger has to be cleared for every file.
int window_for(std::size_t bytes) {
  int bits = BROTLI_MIN_WINDOW_BITS;
  while (bits < BROTLI_DEFAULT_WINDOW && (std::size_t{1} << bits) < bytes + 16) ++bits;
  return bits;
}

}  // namespace

std::string gzip(std::string_view bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, bytes.size() < small_file ? gzip_level_small : gzip_level, Z_DEFLATED, gzip_window,
                   gzip_memory, Z_DEFAULT_STRATEGY) != Z_OK)
    return {};
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int result = deflate(&stream, Z_FINISH);
  out.resize(result == Z_STREAM_END ? stream.total_out : 0);
  deflateEnd(&stream);
  return out;
}

std::string brotli(std::string_view bytes) {
  std::size_t size = BrotliEncoderMaxCompressedSize(bytes.size());
  std::string out(size, '\0');
  const bool done = BrotliEncoderCompress(brotli_quality, window_for(bytes.size()), BROTLI_MODE_GENERIC, bytes.size(),
                                          reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                                          reinterpret_cast<std::uint8_t*>(out.data())) == BROTLI_TRUE;
  out.resize(done ? size : 0);
  return out;
}

std::vector<CompressedForm> compressed_forms(std::string_view path, std::string_view bytes) {
  std::vector<CompressedForm> forms;
  if (bytes.size() < least_compressed) return forms;
  const auto add = [&](std::string_view ending, std::string form) {
    if (form.size() * 10 <= bytes.size() * 9) forms.push_back({ending, std::move(form)});
  };
  add(".gz", gzip(bytes));
  if (!path.ends_with(".json")) add(".br", brotli(bytes));
  return forms;
}

}  // namespace congbo::search
