// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "generator/site/load.h"

namespace congbo::site {
namespace {

struct Row {
  std::string_view key;
  Kind kind;
  std::string_view label_vi, label_en;
  std::string_view help_vi = {}, help_en = {};
};

FieldSchema schema_of(const Row& row) {
  FieldSchema schema;
  schema.key = row.key;
  schema.kind = row.kind;
  schema.label.texts = {{"vi", std::string(row.label_vi)}, {"en", std::string(row.label_en)}};
  if (!row.help_vi.empty()) schema.help.texts = {{"vi", std::string(row.help_vi)}, {"en", std::string(row.help_en)}};
  return schema;
}

constexpr Row rows[] = {
    {"aliases", Kind::list, "Địa chỉ cũ", "Old addresses"},
    {"author", Kind::person, "Tác giả", "Author"},
    {"category", Kind::choice, "Chuyên mục", "Category"},
    {"change_note", Kind::text, "Nội dung cập nhật", "What changed"},
    {"cover", Kind::image, "Ảnh đại diện", "Cover image"},
    {"cover_alt", Kind::text, "Mô tả ảnh đại diện", "Description of the cover", "Cho người không nhìn thấy ảnh.",
     "For people who do not see the image."},
    {"cover_focus", Kind::text, "Tâm ảnh đại diện", "Focus of the cover",
     "Điểm phải còn thấy khi ảnh bị cắt, tính từ trái và từ trên: «50% 40%».",
     "What must stay in sight when the image is cut, from the left and from the top: “50% 40%”."},
    {"date", Kind::datetime, "Ngày", "Date"},
    {"embargo", Kind::object, "Chưa được công bố", "Embargo"},
    {"expires_at", Kind::datetime, "Gỡ khỏi trang lúc", "Taken down at"},
    {"featured", Kind::boolean, "Tin nổi bật", "Featured"},
    {"id", Kind::text, "Mã định danh", "Identity", "Không đổi khi chuyển bài sang chỗ khác.",
     "Stays when the page is moved."},
    {"order", Kind::number, "Thứ tự", "Order", "Số nhỏ đứng trước.", "Lower comes first."},
    {"release_at", Kind::datetime, "Đăng lúc", "Released at"},
    {"source_name", Kind::text, "Nguồn", "Source"},
    {"source_url", Kind::text, "Địa chỉ nguồn", "Address of the source"},
    {"status", Kind::choice, "Trạng thái", "Status"},
    {"summary", Kind::text, "Tóm tắt", "Summary"},
    {"tags", Kind::list, "Thẻ", "Tags"},
    {"title", Kind::text, "Tiêu đề", "Title"},
    {"translation_of", Kind::reference, "Bản dịch của", "Translation of"},
    {"type", Kind::text, "Loại nội dung", "Content type"},
    {"unit", Kind::unit, "Đơn vị cung cấp", "Supplied by"},
    {"updated_on", Kind::date, "Ngày cập nhật", "Updated on"},
    {"updates", Kind::list, "Các lần cập nhật", "Updates"},
    {"withdrawn", Kind::object, "Thu hồi", "Withdrawn"},
};

void complete(FieldSchema& schema) {
  const auto element = [](Kind kind, std::string vocabulary) {
    FieldSchema one;
    one.kind = kind;
    one.vocabulary = std::move(vocabulary);
    return one;
  };
  if (schema.key == "title") schema.required = true;
  if (schema.key == "category") schema.vocabulary = "category";
  if (schema.key == "status") schema.choices = {"draft", "published", "withdrawn"};
  if (schema.key == "tags") schema.fields = {element(Kind::choice, "tags")};
  if (schema.key == "aliases") schema.fields = {element(Kind::text, "")};
  if (schema.key == "embargo")
    schema.fields = {schema_of({"until", Kind::datetime, "Đến lúc", "Until"}),
                     schema_of({"reason", Kind::text, "Lý do", "Reason"}),
                     schema_of({"authority", Kind::text, "Người quyết định", "Authority"})};
  if (schema.key == "withdrawn")
    schema.fields = {schema_of({"at", Kind::datetime, "Lúc", "At"}),
                     schema_of({"reason", Kind::text, "Lý do", "Reason"}),
                     schema_of({"authority", Kind::text, "Người quyết định", "Authority"})};
  if (schema.key == "updates") {
    FieldSchema update;
    update.kind = Kind::object;
    update.fields = {schema_of({"on", Kind::date, "Ngày", "On"}),
                     schema_of({"note", Kind::text, "Nội dung cập nhật", "What changed"}),
                     schema_of({"major", Kind::boolean, "Thay đổi đáng kể", "Major"})};
    update.fields.front().required = true;
    schema.fields = {update};
  }
}

std::vector<FieldSchema> make_common_fields() {
  std::vector<FieldSchema> fields;
  for (const Row& row : rows) {
    fields.push_back(schema_of(row));
    complete(fields.back());
  }
  return fields;
}

}  // namespace

const std::vector<FieldSchema>& common_fields() {
  static const std::vector<FieldSchema> fields = make_common_fields();
  return fields;
}

}  // namespace congbo::site
