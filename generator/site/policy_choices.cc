// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/site/policy_choices.h"

namespace congbo::site {
namespace {

constexpr ChoiceRow rows[] = {
    {"approval_hours", &Choices::approval_hours, nullptr, 0, 240, "Số giờ làm việc dành cho việc duyệt",
     "Office hours for the approval itself"},
    {"backup_copies", &Choices::backup_copies, nullptr, 1, 1000, "Số bản sao lưu được giữ", "Backups that are kept"},
    {"consultation_reply_days", &Choices::consultation_reply_days, nullptr, 1, 365,
     "Số ngày sau khi hết hạn góp ý phải đăng kết quả tiếp thu", "Days from closing a consultation to the response"},
    {"duplicate_percent", &Choices::duplicate_percent, nullptr, 10, 100,
     "Hai bài giống nhau từ bao nhiêu phần trăm thì coi là trùng", "Likeness from which two texts are duplicates"},
    {"event_clock", nullptr, &Choices::event_clock, 0, 0, "Thời hạn đăng tin tính từ lúc sự kiện bắt đầu hay kết thúc",
     "From when the deadline of a news item counts: start or end of the event"},
    {"image_avif", &Choices::image_avif, nullptr, 0, 1, "Ảnh có bản AVIF (1), hay chỉ WebP và JPEG hoặc PNG (0)",
     "Pictures as AVIF too (1), or WebP and JPEG or PNG only (0)"},
    {"image_maximum_kilobytes", &Choices::image_maximum_kilobytes, nullptr, 50, 100'000, "Dung lượng ảnh lớn nhất (kB)",
     "Largest picture (kB)"},
    {"image_minimum_height", &Choices::image_minimum_height, nullptr, 1, 10'000, "Chiều cao ảnh nhỏ nhất (điểm ảnh)",
     "Smallest height of a picture (pixels)"},
    {"image_minimum_width", &Choices::image_minimum_width, nullptr, 1, 10'000, "Chiều rộng ảnh nhỏ nhất (điểm ảnh)",
     "Smallest width of a picture (pixels)"},
    {"office_hours", nullptr, &Choices::office_hours, 0, 0, "Giờ làm việc và giờ nghỉ trưa",
     "Office hours and lunch break"},
    {"personal_data_days", &Choices::personal_data_days, nullptr, 1, 36'500, "Số ngày giữ dữ liệu cá nhân",
     "Days that personal data are kept"},
    {"probe_minutes", &Choices::probe_minutes, nullptr, 1, 1440, "Bao nhiêu phút thử truy cập cổng một lần",
     "Minutes between two probes of the portal"},
    {"review_days", &Choices::review_days, nullptr, 1, 36'500, "Bao nhiêu ngày phải rà soát lại một nội dung",
     "Days after which an item is reviewed again"},
    {"royalty_rates", nullptr, &Choices::royalty_rates, 0, 0, "Mức nhuận bút", "Rates of royalties"},
    {"search_offline", &Choices::search_offline, nullptr, 0, 1,
     "Trình duyệt giữ trang tìm kiếm và những gì đã tìm để dùng khi mất mạng (1), hay không (0)",
     "Browsers keep the search page and what was searched for when there is no network (1), or do not (0)"},
    {"search_server", &Choices::search_server, nullptr, 0, 1,
     "/tim-kiem do máy chủ tìm kiếm trả lời (1), hay là trang tìm kiếm tĩnh (0)",
     "A search server answers at /tim-kiem (1), or the static search page does (0)"},
    {"typical_news", nullptr, &Choices::typical_news, 0, 0, "Thế nào là tin tiêu biểu của đơn vị",
     "What counts as typical news of a unit"},
    {"uptime_percent", nullptr, &Choices::uptime_percent, 0, 0, "Tỷ lệ thời gian cổng hoạt động (phần trăm)",
     "Share of time the portal is up (per cent)"},
};

}  // namespace

std::span<const ChoiceRow> choice_rows() {
  return rows;
}

std::vector<ChoiceLine> choice_lines(const Policy& policy) {
  std::vector<ChoiceLine> lines;
  for (const ChoiceRow& row : rows) {
    ChoiceLine& line = lines.emplace_back();
    line.key = row.key;
    line.value = row.number ? std::to_string(policy.choices.*row.number) : policy.choices.*row.text;
    line.meaning.texts = {{"vi", std::string(row.meaning_vi)}, {"en", std::string(row.meaning_en)}};
    if (const auto chosen = policy.chosen.find(row.key); chosen != policy.chosen.end()) line.origin = chosen->second;
  }
  return lines;
}

}  // namespace congbo::site
