// SPDX-License-Identifier: GPL-3.0-or-later
// A stored commit as values, from its bytes alone.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congbo::approval {

struct Stamp {
  std::string name, email;
  std::int64_t seconds = 0;
};

struct CommitText {
  std::string tree;                  // 40 digits
  std::vector<std::string> parents;  // 40 digits each
  Stamp author, committer;
  std::string signature;  // the armour; empty for an unsigned commit
  std::string payload;    // the bytes without the signature: what was signed
  std::string message;
};

// Whether it is a whole id as git prints it.
bool is_commit_id(std::string_view text);

// Nothing for bytes that git itself would not write: other order, two signatures, a signature for other object names.
std::optional<CommitText> read_commit(std::string_view bytes);

// The parents that any bytes of a commit name, however odd the rest: for finding one's way, never for trust.
std::vector<std::string> parents_in(std::string_view bytes);

// The bytes of `payload` with the signature put where git wants it.
std::string with_signature(std::string_view payload, std::string_view armour);

// What a signature on a commit was meant to say. A signature without any of these says nothing: people sign out of
// habit (`commit.gpgsign`).
enum class MarkerKind {
  none,
  approve,         // Congbo-Approve: main — this commit, and all that it changes, may be published
  approve_branch,  // Congbo-Approve-Branch: bai-moi — what the branch has changed up to here may be published
  emergency,       // Congbo-Emergency: why — take this down at once
};
struct Marker {
  MarkerKind kind = MarkerKind::none;
  std::string value;
  std::string ratifies;  // Congbo-Ratify: an emergency commit, 40 digits; besides approve
};

inline constexpr std::string_view approve_trailer = "Congbo-Approve", branch_trailer = "Congbo-Approve-Branch",
                                  emergency_trailer = "Congbo-Emergency", ratify_trailer = "Congbo-Ratify";

// From the lines "Key: value" of the last paragraph. Two markers, a marker twice or an unknown Congbo- line are no
// marker at all.
Marker read_marker(std::string_view message);

}  // namespace congbo::approval
