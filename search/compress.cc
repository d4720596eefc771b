// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/compress.h"

#include <brotli/encode.h>
#include <zlib.h>

namespace congbo::search {
namespace {

constexpr int gzip_window = 15 + 16;  // zlib's way to ask for gzip
constexpr int gzip_level = 5;         // 9 takes half as long again, for a two-hundredth
constexpr int gzip_memory = 9;
constexpr int brotli_quality = 5;  // 9 takes forty times as long on such small files, for half a hundredth

// The smallest window that holds the whole file: what is larger has to be cleared for every file.
int window_for(std::size_t bytes) {
  int bits = BROTLI_MIN_WINDOW_BITS;
  while (bits < BROTLI_DEFAULT_WINDOW && (std::size_t{1} << bits) < bytes + 16) ++bits;
  return bits;
}

}  // namespace

std::string gzip(std::string_view bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, gzip_level, Z_DEFLATED, gzip_window, gzip_memory, Z_DEFAULT_STRATEGY) != Z_OK) return {};
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

}  // namespace congbo::search
