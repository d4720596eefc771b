// SPDX-License-Identifier: GPL-3.0-or-later
// The life of a page after it is published: release log, updates, redirects, tombstones.
#include <vector>

#include "generator/diagnostics/catalogue.h"

namespace congbo::diagnostics {

std::span<const CatalogueRow> life_rows() {
  static const std::vector<CatalogueRow> rows = {
      {"address-moved", "trang đã đăng ở {0} nay đứng ở {1}, nhưng địa chỉ cũ không dẫn đến đây",
       "the page published at {0} now stands at {1}, but the old address does not lead here",
       "thêm dòng aliases: [{0}] ở phần đầu tệp này", "add a line aliases: [{0}] at the top of this file",
       "Địa chỉ đã đăng phải dùng được mãi: người dân lưu lại, cơ quan khác dẫn đến. congbo move tự ghi dòng này.",
       "A published address works for ever: people keep it, others link to it. congbo move writes the line itself."},
      {"address-vanished", "địa chỉ {0}, đăng từ {1}, nay không còn gì", "nothing is left at {0}, published since {1}",
       "nếu tệp được đổi tên: đổi lại tên cũ rồi dùng `congbo move`; hoặc khôi phục tệp này; hoặc thêm aliases: [{0}] "
       "vào trang thay thế; hoặc thêm dòng «{0},/dia-chi-moi.html,lý do» "
       "vào _site/redirects.csv; hoặc ghi address, reason, authority, on vào _site/tombstones.yaml",
       "if the file was renamed: give it its old name and use `congbo move`; or restore the file; or add aliases: "
       "[{0}] to the page that takes its place; or add a line "
       "“{0},/new-address.html,reason” to _site/redirects.csv; or write address, reason, authority, on into "
       "_site/tombstones.yaml",
       "Thông tin đã đăng được giữ lâu dài, trừ khi cơ quan có thẩm quyền quyết định khác. Nhật ký phát hành "
       "(refs/congbo/releases) cho biết những gì đã đăng.",
       "What was published is kept, unless a competent authority decides otherwise. The release log "
       "(refs/congbo/releases) knows what was published."},
      {"change-not-said", "trang đăng từ {0} đã được sửa mà không ghi thay đổi gì",
       "the page, published on {0}, was changed without saying what",
       "thêm vào updates: một dòng «- {on: năm-tháng-ngày, note: …}»; chỉ sửa lỗi nhỏ thì «- {on: …, major: false}»",
       "add to updates: a line “- {on: year-month-day, note: …}”; for a small correction “- {on: …, major: false}”"},
      {"embargo-shared", "nội dung chưa được công bố đang nằm trong kho git có bản ở nơi khác",
       "what may not be published yet is in a git repository that has a remote",
       "chỉ giữ nội dung này trong kho riêng tư; ai đọc được kho thì đọc được nó trước giờ công bố",
       "keep it in a private repository only: whoever reads the repository reads it before its time"},
      {"file-vanished", "tệp đã đăng ở {0} nay không còn", "the file published at {0} is gone",
       "khôi phục tệp, hoặc thêm dòng «{0},/tep-moi.pdf,lý do» vào _site/redirects.csv",
       "restore the file, or add a line “{0},/new-file.pdf,reason” to _site/redirects.csv"},
      {"immutable-changed", "«{0}» đã đăng ngày {1}, không được sửa nữa",
       "“{0}” was published on {1} and may not change",
       "khôi phục tệp này, các văn bản và tệp đính kèm của nó; đính chính trong số sau",
       "restore this file, its documents and attachments; correct it in a later issue",
       "Số Công báo đã phát hành là bản chính thức: sai sót được đính chính ở số sau, không sửa số đã đăng.",
       "A gazette issue that is out is the official text: mistakes are corrected in a later issue."},
      {"portal-renamed", "id của cổng là «{1}», nhưng cổng đã đăng với id «{0}»",
       "the portal's id is “{1}”, but it was published as “{0}”", "ghi lại id: {0}", "write id: {0} again",
       "Nhật ký phát hành ghi mọi địa chỉ theo id của cổng; đổi id là mất dấu những gì đã đăng.",
       "The release log keeps all addresses by the portal's id; with another id it cannot follow what was published."},
      {"portal-vanished", "trang con «{0}» đã đăng nay không còn trong kho",
       "the sub-portal “{0}” was published and is no longer in the repository",
       "khôi phục thư mục của trang con; trang con đã ngừng thì giữ lại và ghi các trang của nó vào "
       "_site/tombstones.yaml",
       "restore its folder; for one that has ended keep it and write its pages into its _site/tombstones.yaml"},
      {"published-embargoed", "địa chỉ {0}, đăng từ {1}, không còn với người đọc vì embargo",
       "readers no longer find {0}, published since {1}: it is under embargo",
       "nếu cố ý gỡ thì để nguyên; nếu không thì xóa embargo, hoặc ghi status: withdrawn cùng withdrawn: {at: …, "
       "reason: …, authority: …} để trang còn lại với thông báo rút",
       "leave it if the page has to go; else delete embargo, or write status: withdrawn with withdrawn: {at: …, "
       "reason: …, authority: …} so that the page stays with a notice"},
      {"published-made-draft", "trang ở {0} đã đăng từ {1}, không thể trở lại bản nháp",
       "the page at {0} has been published since {1} and cannot become a draft again",
       "ghi status: withdrawn cùng withdrawn: {at: …, reason: …, authority: …}; trang vẫn còn, có thông báo rút",
       "write status: withdrawn with withdrawn: {at: …, reason: …, authority: …}; the page stays, with a notice"},
      {"published-made-scheduled", "trang ở {0} đã đăng từ {1}, không thể hẹn giờ đăng lại",
       "the page at {0} has been published since {1} and cannot be scheduled again",
       "xóa release_at; nếu cần rút nội dung thì ghi status: withdrawn cùng withdrawn: {at: …, reason: …, authority: "
       "…}",
       "delete release_at; to take the content back write status: withdrawn with withdrawn: {at: …, reason: …, "
       "authority: …}"},
      {"redirect-cells", "dòng này có {0} ô, phải có 3", "this line has {0} cells, not 3",
       "viết từ,đến,lý do; ô có dấu phẩy đặt trong dấu \"…\"", "write from,to,reason; a cell with a comma in \"…\""},
      {"redirect-duplicate", "địa chỉ «{0}» đã được khai ở «{1}»", "the address “{0}” is already given in “{1}”",
       "xóa một trong hai dòng", "delete one of the two lines"},
      {"redirect-from-page", "«{0}» đang là địa chỉ của một trang, danh sách hoặc tệp",
       "“{0}” is the address of a page, list or file", "xóa dòng này, hoặc chuyển trang đó đi trước (congbo move)",
       "delete the line, or move that page first (congbo move)"},
      {"redirect-host-unlisted", "không chuyển hướng đến «{0}»: máy chủ này chưa được cho phép",
       "no redirect to “{0}”: that host is not listed",
       "nếu đúng là nơi tiếp nhận, thêm vào redirect_hosts: trong _site/site.yaml",
       "if it is right, add it to redirect_hosts: in _site/site.yaml"},
      {"redirect-loop", "chuyển hướng từ «{0}» quay vòng qua «{1}»",
       "the redirect from “{0}” comes round through “{1}”", "cho một trong các dòng dẫn thẳng đến trang đang có",
       "let one of the lines lead to a page that exists"},
      {"redirect-not-path", "«{0}» không phải là một địa chỉ trên cổng", "“{0}” is not an address on the portal",
       "viết phần sau tên miền, bắt đầu bằng /, không có dấu ? hay #, ví dụ /tin-cu/bai-viet.html",
       "write what follows the host, starting with /, without ? or #, for example /old-news/item.html"},
      {"redirect-target-invalid", "«{0}» không phải là nơi để dẫn đến", "“{0}” is nothing to lead to",
       "viết địa chỉ trên cổng bắt đầu bằng /, hoặc địa chỉ đầy đủ bắt đầu bằng https://",
       "write an address on the portal that starts with /, or a whole one that starts with https://"},
      {"redirect-target-missing", "không có trang nào ở «{0}»", "there is no page at “{0}”",
       "có phải ý bạn là «{suggestion}»? Nội dung đã bỏ hẳn thì khai ở _site/tombstones.yaml",
       "did you mean “{suggestion}”? What is gone for good belongs into _site/tombstones.yaml"},
      {"redirects-head", "dòng đầu của redirects.csv không phải là from,to,reason",
       "the first line of redirects.csv is not from,to,reason", "viết dòng đầu: from,to,reason",
       "write the first line: from,to,reason"},
      {"redirects-too-many", "redirects.csv có hơn {0} dòng", "redirects.csv has more than {0} lines",
       "để máy chủ chuyển hướng cả thư mục cũ", "let the server send on whole old folders"},
      {"release-log-broken", "nhật ký phát hành {0} không còn nguyên vẹn từ dòng {1}",
       "the release log {0} is not intact from line {1}",
       "lấy lại bản đúng từ kho chung: git fetch origin +refs/congbo/releases:refs/congbo/releases",
       "fetch the right one from the shared repository: git fetch origin +refs/congbo/releases:refs/congbo/releases",
       "Nhật ký chỉ được thêm vào cuối. Mỗi dòng mang mã băm của dòng trước, nên sửa hay xóa một dòng là thấy ngay.",
       "The log is only ever appended to. Each line bears the hash of the one before, so a change shows."},
      {"release-log-busy", "nhiều lượt cùng ghi vào {0}, chưa ghi được", "others keep writing to {0}",
       "chạy lại lệnh này", "run the command again"},
      {"release-log-foreign", "{0} không phải là nhật ký phát hành", "{0} is not a release log",
       "lấy lại bản đúng từ kho chung: git fetch origin +refs/congbo/releases:refs/congbo/releases",
       "fetch the right one from the shared repository: git fetch origin +refs/congbo/releases:refs/congbo/releases"},
      {"release-not-built", "«{0}» không có bản phát hành nào để ghi vào nhật ký", "“{0}” holds no release to record",
       "dựng trước: congbo build --source . --out {0} (không dùng --drafts)",
       "build first: congbo build --source . --out {0} (without --drafts)"},
      {"tombstone-incomplete", "thiếu «{0}»", "“{0}” is missing",
       "mỗi mục cần address (hoặc id), reason, authority và on",
       "each entry has address (or id), reason, authority and on"},
      {"tombstone-key-unknown", "không có khóa «{0}»", "there is no key “{0}”",
       "các khóa: address, id, reason, authority, on", "the keys are address, id, reason, authority, on"},
      {"tombstone-of-page", "«{0}» vẫn đang là địa chỉ của một trang, danh sách hoặc tệp",
       "“{0}” still is the address of a page, list or file", "xóa trang đó, hoặc xóa mục này",
       "delete that page, or this entry"},
      {"tombstone-to-come", "ngày «{0}» chưa đến", "the day “{0}” is still to come",
       "ghi ngày quyết định gỡ có hiệu lực, không muộn hơn hôm nay; đến ngày đó hãy thêm mục này",
       "write the day from which it is gone, today at the latest; add the entry when the day has come"},
      {"tombstones-not-list", "tombstones.yaml phải là một danh sách", "tombstones.yaml is a list",
       "bắt đầu mỗi mục bằng «- address: …»", "begin each entry with “- address: …”"},
      {"update-note-missing", "lần cập nhật này chưa ghi thay đổi gì", "this update does not say what changed",
       "thêm note: …; nếu chỉ sửa lỗi nhỏ thì ghi major: false",
       "add note: …; for a small correction write major: false",
       "Bạn đọc được biết nội dung đã thay đổi thế nào. Lần sửa nhỏ (major: false) không đổi ngày cập nhật và không "
       "hiện "
       "trên trang.",
       "Readers are told what changed. A small correction (major: false) changes no date and is not shown."},
  };
  return rows;
}

}  // namespace congbo::diagnostics
