// SPDX-License-Identifier: GPL-3.0-or-later
// A newsroom's repository made with git and ssh-keygen, the programs that people use, and the words to work in it:
//
//   as NAME                 whose commits the next ones are
//   put PATH TEXT           writes a file
//   record SUBJECT          commits everything
//   draft NAME              starts a branch from main
//   endorse KEY BRANCH      an empty signed commit on the branch's head (evidence E2)
//   merge BRANCH            merges as a forge does, unsigned
//   approve KEY BRANCH      merges, signed, with the marker (evidence E1)
//   signed KEY ARGUMENTS    git with that signing key
#pragma once
#include <filesystem>

#include "generator/approval/approve.h"
#include "generator/base/file_system.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/provenance/git_fixture.h"

namespace congbo::approval {

inline constexpr std::int64_t start_seconds = 1'772'416'800;  // 2026-03-02 09:00 in Vietnam

// Made once a process: ssh-keygen takes its time.
inline const std::string& key_folder() {
  static const test::TemporaryFolder folder;
  static const bool made = [] {
    const std::string line =
        "cd '" + folder.path() +
        "' && for k in chief deputy editor root stranger forge board; do ssh-keygen -q -t ed25519 "
        "-N '' -f $k -C $k || exit 1; done; ssh-keygen -q -t ecdsa -b 256 -N '' -f curve -C curve; "
        "ssh-keygen -q -t rsa -b 2048 -N '' -f rsa -C rsa";
    return std::system(line.c_str()) == 0;
  }();
  if (!made) throw std::runtime_error("ssh-keygen failed");
  return folder.path();
}

inline std::string read_text(const std::string& path) {
  return *real_file_system()->read(path);
}

inline std::string public_key(const std::string& name) {
  std::string line = read_text(key_folder() + "/" + name + ".pub");
  while (line.ends_with('\n')) line.pop_back();
  return line;
}

// The chief over everything, a deputy over the news, and one more root.
inline std::string usual_policy(const std::string& more = "") {
  return "version: 1\npeople:\n"
         "  - id: chief\n    name: Chị Tổng\n    title: {vi: Tổng Biên tập, en: Editor-in-chief}\n    unit: van-phong\n"
         "    email: [chief@example.org]\n    account: \"@chief\"\n    roles: [root, approve, takedown]\n"
         "    paths: [content/]\n    keys: [\"" +
         public_key("chief") +
         "\"]\n"
         "  - id: deputy\n    title: {vi: Phó Tổng Biên tập}\n    email: [deputy@example.org]\n"
         "    account: \"@deputy\"\n    roles: [approve]\n    paths: [content/tin/]\n    keys: [\"" +
         public_key("deputy") +
         "\"]\n"
         "  - id: root\n    email: [root@example.org]\n    roles: [root]\n    keys: [\"" +
         public_key("root") + "\"]\n" + more;
}

class Newsroom {
 public:
  explicit Newsroom(const std::string& policy = usual_policy()) {
    folder.init();
    folder.write("content/_site/approval.yaml", policy);
    folder.write("content/tin/a.md", "---\ntitle: A\n---\nBài a\n");
    folder.write("layouts/article.html", "<main></main>\n");
    introduction = run("as chief; git add -A; signed chief commit -q -S -m 'Bắt đầu'; git rev-parse HEAD");
  }

  // Each call is a minute later than the one before.
  std::string run(std::string line) {
    while (line.ends_with(' ') || line.ends_with(';')) line.pop_back();
    seconds += 60;
    const std::string date = "'" + std::to_string(seconds) + " +0700'";
    return folder.run("export KEYS='" + key_folder() + "' GIT_AUTHOR_DATE=" + date + " GIT_COMMITTER_DATE=" + date +
                      "; . '" + words() + "'; set -e; " + line);
  }
  std::string head(const std::string& ref = "main") const { return folder.run("git rev-parse " + ref); }

  VerifyRequest request() const {
    VerifyRequest request;
    request.folder = folder.root();
    request.introduction = introduction;
    request.keep_ledger = false;
    request.now = Instant{seconds + 3600};
    return request;
  }
  Result<Verification> verify(const std::string& ref = "") const {
    VerifyRequest one = request();
    one.ref = ref;
    return approval::verify(*real_file_system(), one);
  }
  // "accepted E1" for an accepted tip; else the code of the reason why the tip waits.
  std::string verdict(const std::string& ref = "") const {
    const Result<Verification> result = verify(ref);
    if (!result) return result.error().code;
    if (!result->may_publish()) return result->found.all().front().code;
    if (!result->waiting.empty()) return result->waiting.back().why.code;
    return result->ledger.empty() ? "introduction" : "accepted " + std::string(name_of(result->ledger.back().evidence));
  }

  provenance::GitFolder folder;
  std::string introduction;
  std::int64_t seconds = start_seconds;

 private:
  static const std::string& words() {
    static const std::string path = [] {
      const std::string file = key_folder() + "/words.sh";
      provenance::write_file(file, R"words(
as(){ export GIT_AUTHOR_NAME=$1 GIT_AUTHOR_EMAIL=$1@example.org GIT_COMMITTER_NAME=$1 GIT_COMMITTER_EMAIL=$1@example.org; }
put(){ mkdir -p "$(dirname "$1")"; printf '%b\n' "$2" > "$1"; }
record(){ git add -A; git commit -q -m "$1"; }
draft(){ git checkout -q -B "$1" main; }
signed(){ local key=$1; shift; git -c gpg.format=ssh -c user.signingkey="$KEYS/$key" "$@"; }
endorse(){ signed "$1" commit -q -S --allow-empty -m "Duyệt nhánh" -m "Congbo-Approve-Branch: $2"; }
merge(){ git checkout -q main; git merge -q --no-ff -m "Merge $1" "$1"; }
approve(){ git checkout -q main; signed "$1" merge -q --no-ff -S -m "Duyệt $2" -m "Congbo-Approve: main" "$2"; }
)words");
      return file;
    }();
    return path;
  }
};

inline std::unique_ptr<KeyRing> file_key(const std::string& name) {
  return *open_key_file(*real_file_system(), key_folder() + "/" + name);
}

// A minute later than what was done before.
inline ApproveRequest request_in(Newsroom& room, const std::string& draft, ApprovalKind kind = ApprovalKind::merge) {
  ApproveRequest request;
  request.folder = room.folder.root();
  request.introduction = room.introduction;
  request.draft = draft;
  request.kind = kind;
  room.seconds += 60;
  request.now = Instant{room.seconds};
  return request;
}

}  // namespace congbo::approval
