// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/compress.h"

#include <brotli/encode.h>
#include <libdeflate.h>

#include <memory>
#include <new>
#include <utility>

namespace congbo::search {
namespace {

// Of libdeflate. What makes JSON smaller by a twentieth makes files of terms larger, in twice the time.
constexpr int gzip_level = 6;
constexpr int terms_gzip_level = 1;
constexpr int kept_level = 1;
constexpr std::size_t most_kept = std::size_t{16} << 20;
constexpr std::size_t size_bytes = 4;
constexpr std::size_t least_compressed = 1024;  // below it a header costs more than the file
constexpr int brotli_quality = 3;               // of files of terms: 5 makes them no smaller, in twice the time

struct FreeCompressor {
  void operator()(libdeflate_compressor* compressor) const noexcept { libdeflate_free_compressor(compressor); }
  void operator()(libdeflate_decompressor* reader) const noexcept { libdeflate_free_decompressor(reader); }
};
using Compressor = std::unique_ptr<libdeflate_compressor, FreeCompressor>;
using Decompressor = std::unique_ptr<libdeflate_decompressor, FreeCompressor>;

// The smallest window that holds the whole file: what is larger has to be cleared for every file.
int window_for(std::size_t bytes) {
  int bits = BROTLI_MIN_WINDOW_BITS;
  while (bits < BROTLI_DEFAULT_WINDOW && (std::size_t{1} << bits) < bytes + 16) ++bits;
  return bits;
}

std::string gzip_by(libdeflate_compressor* compressor, std::string_view bytes) {
  if (!compressor) return {};
  std::string out(libdeflate_gzip_compress_bound(compressor, bytes.size()), '\0');
  out.resize(libdeflate_gzip_compress(compressor, bytes.data(), bytes.size(), out.data(), out.size()));
  return out;
}

// Files of terms.
std::string gzip_in_haste(std::string_view bytes) {
  static thread_local const Compressor compressor(libdeflate_alloc_compressor(terms_gzip_level));
  return gzip_by(compressor.get(), bytes);
}

}  // namespace

std::string gzip(std::string_view bytes) {
  // One for each thread: making it takes longer than many a file.
  static thread_local const Compressor compressor(libdeflate_alloc_compressor(gzip_level));
  return gzip_by(compressor.get(), bytes);
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

std::string deflated(std::string_view bytes) {
  static thread_local const Compressor compressor(libdeflate_alloc_compressor(kept_level));
  if (!compressor) throw std::bad_alloc();
  bytes = bytes.substr(0, most_kept);
  std::string out(size_bytes + libdeflate_deflate_compress_bound(compressor.get(), bytes.size()), '\0');
  for (std::size_t i = 0; i < size_bytes; ++i) out[i] = static_cast<char>(bytes.size() >> (8 * i));
  out.resize(size_bytes + libdeflate_deflate_compress(compressor.get(), bytes.data(), bytes.size(),
                                                      out.data() + size_bytes, out.size() - size_bytes));
  return out;
}

std::optional<std::string> inflated(std::string_view bytes) {
  static thread_local const Decompressor decompressor(libdeflate_alloc_decompressor());
  if (!decompressor || bytes.size() < size_bytes) return {};
  std::size_t size = 0;
  for (std::size_t i = 0; i < size_bytes; ++i) size |= std::size_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
  if (size > most_kept) return {};
  std::string out(size, '\0');
  bytes.remove_prefix(size_bytes);
  // Without a place for the size, any other than this is an error.
  if (libdeflate_deflate_decompress(decompressor.get(), bytes.data(), bytes.size(), out.data(), size, nullptr) !=
      LIBDEFLATE_SUCCESS)
    return {};
  return out;
}

std::vector<CompressedForm> compressed_forms(std::string_view path, std::string_view bytes) {
  std::vector<CompressedForm> forms;
  if (bytes.size() < least_compressed) return forms;
  const auto add = [&](std::string_view ending, std::string form) {
    if (!form.empty() && form.size() * 10 <= bytes.size() * 9) forms.push_back({ending, std::move(form)});
  };
  if (path.ends_with(".json")) {
    add(".gz", gzip(bytes));
  } else {
    add(".gz", gzip_in_haste(bytes));
    add(".br", brotli(bytes));
  }
  return forms;
}

}  // namespace congbo::search
