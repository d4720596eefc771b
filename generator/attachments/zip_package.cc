// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/attachments/zip_package.h"

#include <zip.h>

#include <algorithm>

#include "generator/attachments/bounds.h"
#include "generator/attachments/xml_reader.h"
#include "generator/base/file_system.h"
#include "generator/base/freer.h"

namespace congbo::attachments {

namespace {

// What a locked Office document is instead of a package.
constexpr std::string_view compound_file = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

}  // namespace

ZipPackage::ZipPackage(std::string_view bytes) {
  problem_ = bytes.starts_with(compound_file) ? Outcome::encrypted : Outcome::broken;
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  if (!source) return;
  zip_ = zip_open_from_source(source, ZIP_RDONLY, nullptr);
  if (!zip_) {
    zip_source_free(source);
    return;
  }
  const auto entries = zip_get_num_entries(zip_, 0);
  problem_ = entries > static_cast<zip_int64_t>(most_entries) ? Outcome::too_large : Outcome::text;
}

ZipPackage::~ZipPackage() {
  if (zip_) zip_discard(zip_);
}

bool ZipPackage::has(const std::string& name) const {
  return zip_ && zip_name_locate(zip_, name.c_str(), 0) >= 0;
}

// By what the package says of the entry; read() does not trust the size.
bool ZipPackage::may_expand(std::uint64_t size, std::uint64_t packed) {
  const bool explodes = size > least_suspicious_bytes && size / most_expansion > packed;
  if (size > most_entry_bytes || explodes || expanded_ + size > most_package_bytes) problem_ = Outcome::too_large;
  return problem_ == Outcome::text;
}

std::string ZipPackage::read(const std::string& name) {
  zip_stat_t about;
  if (problem_ != Outcome::text || zip_stat(zip_, name.c_str(), 0, &about) != 0) return {};
  if ((about.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && about.encryption_method != ZIP_EM_NONE)
    problem_ = Outcome::encrypted;
  if (problem_ != Outcome::text || !may_expand(about.size, about.comp_size)) return {};
  const std::unique_ptr<zip_file_t, Freer<zip_fclose>> file(zip_fopen_index(zip_, about.index, 0));
  std::string bytes(about.size, '\0');
  const zip_int64_t got = file ? zip_fread(file.get(), bytes.data(), bytes.size()) : -1;
  char more = 0;
  if (got < 0 || zip_fread(file.get(), &more, 1) != 0) {
    problem_ = Outcome::broken;
    return {};
  }
  bytes.resize(static_cast<std::size_t>(got));
  expanded_ += bytes.size();
  return bytes;
}

std::map<std::string, std::string> relationships(ZipPackage& package, const std::string& of) {
  const std::size_t slash = of.rfind('/');
  const std::string folder = of.substr(0, slash + 1);
  std::map<std::string, std::string> targets;
  read_xml(package.read(folder + "_rels/" + of.substr(slash + 1) + ".rels"), {[&](const XmlTag& tag) {
             if (tag.name() != "Relationship") return Descend::into;
             const std::string target(tag.attribute("Target"));
             targets[std::string(tag.attribute("Id"))] =
                 normalize_path(target.starts_with('/') ? target.substr(1) : folder + target);
             return Descend::into;
           }});
  return targets;
}

}  // namespace congbo::attachments
