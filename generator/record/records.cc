// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/record/records.h"

#include "generator/record/public_record.h"

namespace congbo::record {

Records::Records(std::size_t size) : all_(size, std::make_shared<PublicRecord>()) {}

void Records::put(std::size_t index, PublicRecord record) {
  all_[index] = std::make_shared<PublicRecord>(std::move(record));
}

void Records::put_shared(std::size_t index, PublicRecord record, const Records& other, std::size_t theirs) {
  if (other[theirs] == record)
    take(index, other, theirs);
  else
    put(index, std::move(record));
}

PublicRecord& Records::own(std::size_t index) {
  std::shared_ptr<PublicRecord>& record = all_[index];
  if (record.use_count() > 1) record = std::make_shared<PublicRecord>(*record);
  return *record;
}

void Records::drop_bodies() {
  for (std::size_t index = 0; index < all_.size(); ++index)
    if (all_[index]->body != nullptr) own(index).body = nullptr;
}

}  // namespace congbo::record
