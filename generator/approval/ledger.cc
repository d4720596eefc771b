// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/approval/ledger.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace congbo::approval {
namespace {

constexpr int format_version = 2, clock_digits = 20;
constexpr std::string_view clock_key = "looked\t";
constexpr std::size_t clock_size = clock_key.size() + clock_digits + 1;
constexpr std::array all_evidence = {Evidence::unchanged, Evidence::signed_change, Evidence::signed_branch,
                                     Evidence::emergency, Evidence::forge};

// Tabs and line ends separate, so they are written as \t, \n and \\.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char each : text) {
    if (each == '\\')
      out += "\\\\";
    else if (each == '\t')
      out += "\\t";
    else if (each == '\n')
      out += "\\n";
    else
      out += each;
  }
  return out;
}

std::string unescaped(std::string_view text) {
  const std::size_t first = text.find('\\');  // hardly any has one, and a ledger has many texts
  std::string out(text.substr(0, first));
  for (std::size_t i = out.size(); i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      out += text[i];
      continue;
    }
    const char next = text[++i];
    out += next == 't' ? '\t' : next == 'n' ? '\n' : next;
  }
  return out;
}

class Fields {
 public:
  explicit Fields(std::string_view line) : rest_(line) {}
  std::string_view raw() {
    if (ended_) {
      broken_ = true;
      return {};
    }
    const std::size_t tab = rest_.find('\t');
    const std::string_view field = rest_.substr(0, tab);
    ended_ = tab == std::string_view::npos;
    rest_ = ended_ ? std::string_view() : rest_.substr(tab + 1);
    return field;
  }
  std::string text() { return unescaped(raw()); }
  std::int64_t number() {
    const std::string_view field = raw();
    std::int64_t value = 0;
    const auto [end, failure] = std::from_chars(field.data(), field.data() + field.size(), value);
    if (failure != std::errc{} || end != field.data() + field.size()) broken_ = true;
    return value;
  }
  bool ended() const { return ended_; }
  bool broken() const { return broken_; }

 private:
  std::string_view rest_;
  bool ended_ = false, broken_ = false;
};

std::optional<Accepted> read_line(std::string_view line) {
  Fields fields(line);
  Accepted accepted;
  accepted.commit = fields.text();
  accepted.at = Instant{fields.number()};
  const std::string_view evidence = fields.raw();
  bool known = false;
  for (const Evidence each : all_evidence) {
    if (name_of(each) != evidence) continue;
    accepted.evidence = each;
    known = true;
  }
  accepted.reason = fields.text();
  accepted.until = Instant{fields.number()};
  accepted.ratifies = fields.text();
  accepted.previous = fields.text();
  accepted.merged = fields.text();
  const std::int64_t signers = fields.number();
  for (std::int64_t i = 0; i < signers && !fields.broken(); ++i) {
    Signer signer;
    for (std::string* part : {&signer.id, &signer.name, &signer.unit, &signer.title_vi, &signer.title_en})
      *part = fields.text();
    accepted.signers.push_back(std::move(signer));
  }
  if (!known || fields.broken()) return std::nullopt;
  while (!fields.ended()) accepted.paths.push_back(fields.text());
  return accepted;
}

}  // namespace

std::string ledger_head(std::string_view introduction, std::string_view branch) {
  return "congbo-ledger\t" + std::to_string(format_version) + "\t" + std::string(introduction) + "\t" +
         escaped(branch) + "\n";
}

std::string ledger_clock(Instant looked) {
  const std::string digits = std::to_string(std::max<std::int64_t>(looked.seconds, 0));
  return std::string(clock_key) + std::string(clock_digits - digits.size(), '0') + digits + "\n";
}

std::string ledger_line(const Accepted& accepted) {
  std::string line = accepted.commit + "\t" + std::to_string(accepted.at.seconds) + "\t" +
                     std::string(name_of(accepted.evidence)) + "\t" + escaped(accepted.reason) + "\t" +
                     std::to_string(accepted.until.seconds) + "\t" + accepted.ratifies + "\t" + accepted.previous +
                     "\t" + accepted.merged + "\t" + std::to_string(accepted.signers.size());
  for (const Signer& signer : accepted.signers)
    for (const std::string* part : {&signer.id, &signer.name, &signer.unit, &signer.title_vi, &signer.title_en})
      line += "\t" + escaped(*part);
  for (const std::string& path : accepted.paths) line += "\t" + escaped(path);
  return line + "\n";
}

std::optional<Ledger> read_ledger(std::string_view text, std::string_view head) {
  if (!text.starts_with(head)) return std::nullopt;
  text.remove_prefix(head.size());
  Fields clock(text.substr(0, text.find('\n')));
  Ledger ledger;
  if (clock.raw() != clock_key.substr(0, clock_key.size() - 1)) return std::nullopt;
  ledger.looked = Instant{clock.number()};
  if (clock.broken() || !clock.ended() || ledger_clock(ledger.looked) != text.substr(0, clock_size))
    return std::nullopt;
  text.remove_prefix(clock_size);
  ledger.accepted.reserve(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')));
  for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
    std::optional<Accepted> accepted = read_line(text.substr(0, end));
    if (!accepted) return std::nullopt;
    ledger.accepted.push_back(*std::move(accepted));
    text.remove_prefix(end + 1);
  }
  return ledger;
}

}  // namespace congbo::approval
