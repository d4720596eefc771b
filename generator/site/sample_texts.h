// SPDX-License-Identifier: GPL-3.0-or-later
// What `congbo init` and `congbo new` write for an editor to replace, so that the checks know it again when it is left.
// Shipped files (shipped/new-portal) have the same; a test of authoring compares them.
#pragma once
#include <string_view>

namespace congbo::site {

inline constexpr std::string_view sample_body = "Nội dung viết ở đây.";
inline constexpr std::string_view sample_section = "Tệp này giữ chỗ cho đến khi có bài đầu tiên của chuyên mục.";
inline constexpr std::string_view sample_slot = "Nội dung do cơ quan cung cấp.";
inline constexpr std::string_view sample_summary = "Bài mẫu để bắt đầu; sửa hoặc xóa tệp này.";
inline constexpr std::string_view sample_owner = "Cơ quan chủ quản";
inline constexpr std::string_view sample_responsible = "Người chịu trách nhiệm";
inline constexpr std::string_view sample_address = "Số nhà, đường, xã hoặc phường";
inline constexpr std::string_view sample_phone = "0000000000";

}  // namespace congbo::site
