// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a commit, a signature, a tree, a policy or a ledger: no crash, and what is read writes back as it was.
#include <cstdint>
#include <cstdlib>

#include "generator/approval/ledger.h"
#include "generator/approval/ssh_signature.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace congbo::approval;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const auto commit = read_commit(bytes)) {
    if (commit->payload.size() > size) std::abort();
    if (const auto inner = read_signature(commit->signature))
      (void)verify(*inner, commit->payload, {"https://a.example"});
    (void)read_marker(commit->message);
  }
  if (const auto signature = read_signature(bytes)) (void)verify(*signature, "x", {"https://a.example"});
  (void)read_marker(bytes);
  if (const auto tree = read_tree(bytes))
    for (const TreeEntry& entry : *tree)
      if (entry.id.size() != 20 || entry.name.empty()) std::abort();
  if (size > 0) (void)read_public_key(bytes.substr(1));
  congbo::Diagnostics found;
  (void)read_policy(bytes, "p", found);
  (void)read_ledger(bytes, ledger_head("x", "main"));
  return 0;
}
