// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/compress.h"

#include <brotli/encode.h>
#include <libdeflate.h>

#include <memory>
#include <utility>

namespace congbo::search {
namespace {

constexpr int gzip_level = 6;                   // of libdeflate; 9 takes three times as long, for a hundredth
constexpr std::size_t least_compressed = 1024;  // below it a header costs more than the file
constexpr int brotli_quality = 5;               // 9 takes forty times as long on such small files, for half a hundredth

struct FreeCompressor {
  void operator()(libdeflate_compressor* compressor) const noexcept { libdeflate_free_compressor(compressor); }
};

// The smallest window that holds the whole file: what is larger has to be cleared for every file.
int window_for(std::size_t bytes) {
  int bits = BROTLI_MIN_WINDOW_BITS;
  while (bits < BROTLI_DEFAULT_WINDOW && (std::size_t{1} << bits) < bytes + 16) ++bits;
  return bits;
}

}  // namespace

std::string gzip(std::string_view bytes) {
  // One for each thread: making it takes longer than many a file.
  static thread_local const std::unique_ptr<libdeflate_compressor, FreeCompressor> compressor(
      libdeflate_alloc_compressor(gzip_level));
  if (!compressor) return {};
  std::string out(libdeflate_gzip_compress_bound(compressor.get(), bytes.size()), '\0');
  out.resize(libdeflate_gzip_compress(compressor.get(), bytes.data(), bytes.size(), out.data(), out.size()));
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
