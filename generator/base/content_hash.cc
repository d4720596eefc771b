// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/base/content_hash.h"

#include <openssl/evp.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace congbo {
namespace {

struct FreeContext {
  void operator()(EVP_MD_CTX* context) const noexcept { EVP_MD_CTX_free(context); }
};
using Bytes = std::vector<unsigned char>;

// OpenSSL 3 looks an algorithm up by name, which takes longer than hashing a small file: once is enough.
const EVP_MD* algorithm(const char* name) {
  const EVP_MD* found = EVP_MD_fetch(nullptr, name, nullptr);
  if (found == nullptr) throw std::runtime_error(std::string("OpenSSL does not offer ") + name);
  return found;
}

const EVP_MD* sha256() {
  static const EVP_MD* const found = algorithm("SHA256");
  return found;
}

const EVP_MD* sha1() {
  static const EVP_MD* const found = algorithm("SHA1");
  return found;
}

Bytes digest(const EVP_MD* method, std::string_view head, std::string_view body) {
  const std::unique_ptr<EVP_MD_CTX, FreeContext> context(EVP_MD_CTX_new());
  Bytes result(EVP_MAX_MD_SIZE);
  unsigned length = 0;
  const bool done = context && EVP_DigestInit_ex(context.get(), method, nullptr) == 1 &&
                    EVP_DigestUpdate(context.get(), head.data(), head.size()) == 1 &&
                    EVP_DigestUpdate(context.get(), body.data(), body.size()) == 1 &&
                    EVP_DigestFinal_ex(context.get(), result.data(), &length) == 1;
  if (!done) throw std::runtime_error("OpenSSL failed to hash");
  result.resize(length);
  return result;
}

std::string hexadecimal(const Bytes& bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const unsigned char byte : bytes) {
    out += digits[byte >> 4];
    out += digits[byte & 15];
  }
  return out;
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  return hexadecimal(digest(sha256(), {}, bytes));
}

std::string sha256_base64(std::string_view bytes) {
  const Bytes hash = digest(sha256(), {}, bytes);
  Bytes encoded(4 * ((hash.size() + 2) / 3) + 1);
  const int length = EVP_EncodeBlock(encoded.data(), hash.data(), static_cast<int>(hash.size()));
  return std::string(encoded.begin(), encoded.begin() + length);
}

std::string git_blob_id(std::string_view bytes) {
  std::string head = "blob " + std::to_string(bytes.size());
  head.push_back('\0');
  return hexadecimal(digest(sha1(), head, bytes));
}

}  // namespace congbo
