// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/formats/tar.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "generator/base/file_system.h"

namespace congbo::formats {
namespace {

constexpr std::size_t block = 512;
constexpr std::size_t name_length = 100;
constexpr std::size_t longest_path = 16'384;
constexpr std::size_t longest_records = 2 * longest_path;
constexpr std::uint64_t first_long_size = std::uint64_t{1} << 33;  // eleven octal digits hold less
constexpr std::size_t size_at = 124, checksum_at = 148, kind_at = 156;
constexpr std::size_t size_digits = 11;
constexpr char file_kind = '0', pax_kind = 'x';
constexpr std::string_view pax_name = "pax-header", long_name = "pax-file";

std::string octal(std::uint64_t number, std::size_t digits) {
  std::string text(digits, '0');
  for (std::size_t at = digits; at > 0; number >>= 3) text[--at] = static_cast<char>('0' + (number & 7));
  return text;
}

std::string header_block(std::string_view name, std::uint64_t size, char kind) {
  std::string header(block, '\0');
  const auto put = [&header](std::size_t at, std::string_view text) { header.replace(at, text.size(), text); };
  put(0, name);
  put(100, "0000644");
  put(108, "0000000");
  put(116, "0000000");
  put(size_at, octal(size, size_digits));
  put(136, octal(0, size_digits));
  put(checksum_at, "        ");
  header[kind_at] = kind;
  put(257, "ustar");
  put(263, "00");
  put(329, "0000000");
  put(337, "0000000");
  std::uint64_t sum = 0;
  for (const unsigned char byte : header) sum += byte;
  put(checksum_at, octal(sum, 6) + '\0');
  return header;
}

// "25 path=tin-tuc/a.html\n": the length counts itself.
std::string pax_record(std::string_view key, std::string_view value) {
  const std::size_t rest = key.size() + value.size() + 3;
  std::size_t length = rest + 1;
  while (rest + std::to_string(length).size() != length) length = rest + std::to_string(length).size();
  return std::to_string(length) + " " + std::string(key) + "=" + std::string(value) + "\n";
}

bool needs_pax(std::string_view path, std::uint64_t size) {
  const bool ascii = std::all_of(path.begin(), path.end(), [](unsigned char byte) { return byte < 128; });
  return !ascii || path.size() > name_length || size >= first_long_size;
}

std::optional<std::uint64_t> read_size(std::string_view header) {
  std::uint64_t size = 0;
  const char* begin = header.data() + size_at;
  const auto [end, failure] = std::from_chars(begin, begin + size_digits, size, 8);
  if (failure != std::errc{} || end != begin + size_digits) return std::nullopt;
  return size;
}

// The two records as pax_record wrote them; whether they are so is known when the header is made again from them.
bool read_records(std::string_view records, std::string& path, std::uint64_t& size) {
  const std::size_t path_at = records.find(" path=");
  const std::size_t size_record = records.rfind(" size=");
  if (path_at == std::string_view::npos || size_record == std::string_view::npos || size_record < path_at) return false;
  const std::size_t path_end = records.rfind('\n', size_record);
  const std::size_t path_begin = path_at + std::string_view(" path=").size();
  if (path_end == std::string_view::npos || path_end < path_begin) return false;
  path = records.substr(path_begin, path_end - path_begin);
  const char* digits = records.data() + size_record + std::string_view(" size=").size();
  return std::from_chars(digits, records.data() + records.size(), size).ec == std::errc{};
}

bool is_acceptable(const std::string& path) {
  return !path.empty() && path.size() <= longest_path && path.find('\0') == std::string::npos && stays_inside(path) &&
         normalize_path(path) == path;
}

bool is_zero(std::string_view bytes) {
  return bytes.find_first_not_of('\0') == std::string_view::npos;
}

// Path and size of the header at the beginning of `rest`; false when there is none.
bool read_header(std::string_view rest, std::string& path, std::uint64_t& size) {
  if (rest.size() < block) return false;
  const std::optional<std::uint64_t> first_size = read_size(rest);
  if (!first_size) return false;
  if (rest[kind_at] != pax_kind) {
    const std::string_view name = rest.substr(0, name_length);
    path = name.substr(0, name.find('\0'));
    size = *first_size;
    return true;
  }
  if (*first_size > longest_records || *first_size > rest.size() - block) return false;
  return read_records(rest.substr(block, *first_size), path, size);
}

}  // namespace

std::string tar_padding(std::uint64_t size) {
  return std::string((block - size % block) % block, '\0');
}

std::string tar_end() {
  return std::string(2 * block, '\0');
}

std::string tar_header(std::string_view path, std::uint64_t size) {
  if (!needs_pax(path, size)) return header_block(path, size, file_kind);
  const std::string records = pax_record("path", path) + pax_record("size", std::to_string(size));
  const std::uint64_t short_size = size < first_long_size ? size : 0;
  return header_block(pax_name, records.size(), pax_kind) + records + tar_padding(records.size()) +
         header_block(long_name, short_size, file_kind);
}

bool TarReader::next(TarEntry& entry) {
  const std::string_view rest = archive_.substr(position_);
  if (!rest.empty() && is_zero(rest.substr(0, block))) return read_end();
  std::uint64_t size = 0;
  if (!read_header(rest, entry.path, size) || !is_acceptable(entry.path)) return false;
  const std::string header = tar_header(entry.path, size);
  if (!rest.starts_with(header) || size > rest.size() - header.size()) return false;
  const std::string padding = tar_padding(size);
  const std::string_view after = rest.substr(header.size() + size);
  if (!after.starts_with(padding)) return false;
  entry.bytes = rest.substr(header.size(), size);
  position_ += header.size() + size + padding.size();
  return true;
}

// Other programs fill up to ten kilobytes with zeros.
bool TarReader::read_end() {
  const std::string_view rest = archive_.substr(position_);
  whole_ = rest.size() >= 2 * block && is_zero(rest);
  return false;
}

}  // namespace congbo::formats
