// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/approval/commit_text.h"

#include <algorithm>
#include <charconv>

#include "generator/base/ascii.h"

namespace congbo::approval {
namespace {

constexpr std::size_t id_digits = 40;
constexpr std::size_t longest_commit = 4'000'000, most_parents = 64;
constexpr std::string_view marker_start = "Congbo-";

// "Name <mail> 1772416800 +0700"
std::optional<Stamp> read_stamp(std::string_view text) {
  const std::size_t close = text.rfind("> ");
  const std::size_t open = text.rfind('<', close);
  if (close == std::string_view::npos || open == std::string_view::npos) return std::nullopt;
  Stamp stamp{std::string(text.substr(0, open)), std::string(text.substr(open + 1, close - open - 1)), 0};
  while (stamp.name.ends_with(' ')) stamp.name.pop_back();
  const std::string_view rest = text.substr(close + 2);
  const auto [end, failure] = std::from_chars(rest.data(), rest.data() + rest.size(), stamp.seconds);
  const std::string_view zone(end, static_cast<std::size_t>(rest.data() + rest.size() - end));
  if (failure != std::errc{} || stamp.seconds < 0 || zone.size() != 6 || zone[0] != ' ') return std::nullopt;
  if ((zone[1] != '+' && zone[1] != '-') || zone.find_first_not_of("0123456789", 2) != std::string_view::npos)
    return std::nullopt;
  return stamp;
}

class HeaderReader {
 public:
  explicit HeaderReader(std::string_view bytes) : rest_(bytes) {}

  // The value of the line if it starts with `key` and a blank; moves on only then.
  std::optional<std::string_view> take(std::string_view key) {
    const std::size_t end = rest_.find('\n');
    if (end == std::string_view::npos || !rest_.starts_with(key) || rest_.size() <= key.size() ||
        rest_[key.size()] != ' ' || end <= key.size())
      return std::nullopt;
    const std::string_view value = rest_.substr(key.size() + 1, end - key.size() - 1);
    rest_.remove_prefix(end + 1);
    return value;
  }
  std::string_view rest() const { return rest_; }
  bool at_message() const { return rest_.starts_with('\n'); }
  // Any other line, whole with its line end; empty when there is none.
  std::string_view take_line() {
    const std::size_t end = rest_.find('\n');
    if (end == std::string_view::npos) return {};
    const std::string_view line = rest_.substr(0, end + 1);
    rest_.remove_prefix(end + 1);
    return line;
  }

 private:
  std::string_view rest_;
};

bool read_people_and_parents(HeaderReader& reader, CommitText& commit) {
  const auto tree = reader.take("tree");
  if (!tree || !is_commit_id(*tree)) return false;
  commit.tree = *tree;
  while (const auto parent = reader.take("parent")) {
    if (!is_commit_id(*parent) || commit.parents.size() >= most_parents) return false;
    commit.parents.emplace_back(*parent);
  }
  const auto author = reader.take("author");
  const auto committer = author ? reader.take("committer") : std::nullopt;
  if (!author || !committer) return false;
  const std::optional<Stamp> wrote = read_stamp(*author), committed = read_stamp(*committer);
  if (!wrote || !committed) return false;
  commit.author = *wrote;
  commit.committer = *committed;
  return true;
}

// The lines between the committer and the message; what is not the signature is signed.
bool read_extra_headers(HeaderReader& reader, CommitText& commit) {
  bool in_signature = false;
  while (!reader.at_message()) {
    std::string_view line = reader.take_line();
    if (line.empty() || line.find('\0') != std::string_view::npos) return false;
    if (line.starts_with(' ')) {
      if (in_signature)
        commit.signature.append(line.substr(1));
      else
        commit.payload.append(line);
      continue;
    }
    in_signature = line.starts_with("gpgsig ");
    if (line.starts_with("gpgsig-") || (in_signature && !commit.signature.empty())) return false;
    if (in_signature)
      commit.signature = line.substr(std::string_view("gpgsig ").size());
    else
      commit.payload.append(line);
  }
  return true;
}

struct Trailer {
  std::string_view key, value;
};

std::optional<Trailer> read_trailer(std::string_view line) {
  const std::size_t colon = line.find(": ");
  if (colon == std::string_view::npos || !line.starts_with(marker_start)) return std::nullopt;
  std::string_view value = line.substr(colon + 2);
  while (value.ends_with(' ') || value.ends_with('\r')) value.remove_suffix(1);
  return Trailer{line.substr(0, colon), value};
}

MarkerKind kind_of(std::string_view key) {
  if (key == approve_trailer) return MarkerKind::approve;
  if (key == branch_trailer) return MarkerKind::approve_branch;
  if (key == emergency_trailer) return MarkerKind::emergency;
  return MarkerKind::none;
}

std::string_view last_paragraph(std::string_view message) {
  while (message.ends_with('\n')) message.remove_suffix(1);
  const std::size_t gap = message.rfind("\n\n");
  return gap == std::string_view::npos ? message : message.substr(gap + 2);
}

// False when the line may not stand beside what was read before.
bool add_trailer(std::string_view line, Marker& marker) {
  const std::optional<Trailer> trailer = read_trailer(line);
  if (!trailer || trailer->value.empty()) return false;
  if (trailer->key == ratify_trailer) {
    if (!marker.ratifies.empty() || !is_commit_id(trailer->value)) return false;
    marker.ratifies = trailer->value;
    return true;
  }
  const MarkerKind kind = kind_of(trailer->key);
  if (kind == MarkerKind::none || marker.kind != MarkerKind::none) return false;
  marker.kind = kind;
  marker.value = trailer->value;
  return true;
}

}  // namespace

bool is_commit_id(std::string_view text) {
  return text.size() == id_digits && is_lower_hex(text);
}

std::optional<CommitText> read_commit(std::string_view bytes) {
  if (bytes.size() > longest_commit) return std::nullopt;
  CommitText commit;
  HeaderReader reader(bytes);
  if (!read_people_and_parents(reader, commit)) return std::nullopt;
  commit.payload = bytes.substr(0, bytes.size() - reader.rest().size());
  if (!read_extra_headers(reader, commit)) return std::nullopt;
  commit.payload.append(reader.rest());
  commit.message = reader.rest().substr(1);
  return commit;
}

std::vector<std::string> parents_in(std::string_view bytes) {
  constexpr std::string_view key = "parent ";
  std::vector<std::string> parents;
  while (!bytes.empty() && bytes.front() != '\n' && parents.size() < most_parents) {
    const std::string_view line = bytes.substr(0, bytes.find('\n'));
    if (line.starts_with(key) && is_commit_id(line.substr(key.size()))) parents.emplace_back(line.substr(key.size()));
    bytes.remove_prefix(std::min(line.size() + 1, bytes.size()));
  }
  return parents;
}

std::string with_signature(std::string_view payload, std::string_view armour) {
  const std::size_t end = payload.find("\n\n");
  if (end == std::string_view::npos) return std::string(payload);
  std::string out(payload.substr(0, end + 1));
  out += "gpgsig ";
  while (armour.ends_with('\n')) armour.remove_suffix(1);
  for (const char each : armour) {
    out += each;
    if (each == '\n') out += ' ';
  }
  return out.append("\n").append(payload.substr(end + 1));
}

Marker read_marker(std::string_view message) {
  Marker marker;
  std::string_view rest = last_paragraph(message);
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    if (line.starts_with(marker_start) && !add_trailer(line, marker)) return {};
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return marker;
}

}  // namespace congbo::approval
