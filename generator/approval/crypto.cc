// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/approval/crypto.h"

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>

#include <memory>
#include <vector>

#include "generator/base/freer.h"

namespace congbo::approval {
namespace {

using KeyPtr = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>>;
using KeyContextPtr = std::unique_ptr<EVP_PKEY_CTX, Freer<EVP_PKEY_CTX_free>>;
using DigestContextPtr = std::unique_ptr<EVP_MD_CTX, Freer<EVP_MD_CTX_free>>;
using EcdsaPtr = std::unique_ptr<ECDSA_SIG, Freer<ECDSA_SIG_free>>;

constexpr std::size_t ed25519_signature_size = 64;

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::string digest(const EVP_MD* method, std::string_view bytes) {
  unsigned char out[EVP_MAX_MD_SIZE];
  unsigned length = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), out, &length, method, nullptr) != 1) return {};
  return {reinterpret_cast<char*>(out), length};
}

KeyPtr p256_key(std::string_view point) {
  const KeyContextPtr context(EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
  if (!context || EVP_PKEY_fromdata_init(context.get()) != 1) return nullptr;
  std::string group = "P-256", copy(point);
  OSSL_PARAM parameters[] = {OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, group.data(), 0),
                             OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, copy.data(), copy.size()),
                             OSSL_PARAM_construct_end()};
  EVP_PKEY* key = nullptr;
  if (EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters) != 1) return nullptr;
  return KeyPtr(key);
}

// The DER form that OpenSSL reads.
std::string der_signature(std::string_view r, std::string_view s) {
  const EcdsaPtr signature(ECDSA_SIG_new());
  BIGNUM* first = BN_bin2bn(bytes_of(r), static_cast<int>(r.size()), nullptr);
  BIGNUM* second = BN_bin2bn(bytes_of(s), static_cast<int>(s.size()), nullptr);
  if (!signature || !first || !second || ECDSA_SIG_set0(signature.get(), first, second) != 1) {
    BN_free(first);
    BN_free(second);
    return {};
  }
  unsigned char* out = nullptr;
  const int length = i2d_ECDSA_SIG(signature.get(), &out);
  if (length <= 0) return {};
  std::string der(reinterpret_cast<char*>(out), static_cast<std::size_t>(length));
  OPENSSL_free(out);
  return der;
}

}  // namespace

std::string sha256(std::string_view bytes) {
  return digest(EVP_sha256(), bytes);
}

std::string sha512(std::string_view bytes) {
  return digest(EVP_sha512(), bytes);
}

std::string base64(std::string_view bytes) {
  std::string out(4 * ((bytes.size() + 2) / 3) + 1, '\0');
  const int length =
      EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()), bytes_of(bytes), static_cast<int>(bytes.size()));
  out.resize(static_cast<std::size_t>(length));
  return out;
}

std::string base64_url(std::string_view bytes) {
  std::string out = base64(bytes);
  while (!out.empty() && out.back() == '=') out.pop_back();
  for (char& letter : out) {
    if (letter == '+') letter = '-';
    if (letter == '/') letter = '_';
  }
  return out;
}

std::optional<std::string> from_base64(std::string_view text) {
  if (text.empty() || text.size() % 4 != 0) return std::nullopt;
  std::string out(text.size() / 4 * 3, '\0');
  const int length =
      EVP_DecodeBlock(reinterpret_cast<unsigned char*>(out.data()), bytes_of(text), static_cast<int>(text.size()));
  if (length < 0) return std::nullopt;
  const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with("=") ? 1 : 0;
  out.resize(static_cast<std::size_t>(length) - padding);
  // OpenSSL lets blanks and stray bits pass; one text alone stands for these bytes.
  if (base64(out) != text) return std::nullopt;
  return out;
}

bool verify_ed25519(std::string_view key, std::string_view signature, std::string_view message) {
  const KeyPtr opened(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytes_of(key), key.size()));
  const DigestContextPtr context(EVP_MD_CTX_new());
  return opened && context && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, opened.get()) == 1 &&
         EVP_DigestVerify(context.get(), bytes_of(signature), signature.size(), bytes_of(message), message.size()) == 1;
}

bool verify_p256(std::string_view point, std::string_view r, std::string_view s, std::string_view message) {
  const KeyPtr key = p256_key(point);
  const std::string der = der_signature(r, s), hash = sha256(message);
  if (!key || der.empty()) return false;
  const KeyContextPtr context(EVP_PKEY_CTX_new(key.get(), nullptr));
  return context && EVP_PKEY_verify_init(context.get()) == 1 &&
         EVP_PKEY_verify(context.get(), bytes_of(der), der.size(), bytes_of(hash), hash.size()) == 1;
}

std::string sign_ed25519(std::string_view seed, std::string_view message) {
  const KeyPtr key(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, bytes_of(seed), seed.size()));
  const DigestContextPtr context(EVP_MD_CTX_new());
  if (!key || !context || EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get()) != 1) return {};
  std::string signature(ed25519_signature_size, '\0');
  std::size_t length = signature.size();
  if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &length, bytes_of(message),
                     message.size()) != 1)
    return {};
  signature.resize(length);
  return signature;
}

}  // namespace congbo::approval
