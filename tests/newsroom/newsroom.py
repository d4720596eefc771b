#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A newsroom with a git server: an editor pushes a branch, the server checks it, the chief approves on their own machine, the
publishing machine fetches, verifies and publishes. Then what must not get out: a push past everybody, an approval by somebody
without the right, history turned back. Usage: newsroom.py CONGBO"""
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CONGBO = os.path.abspath(sys.argv[1])
TOP = Path(tempfile.mkdtemp(prefix="congbo-newsroom-"))
ENVIRONMENT = {"PATH": os.environ["PATH"], "HOME": str(TOP), "LC_ALL": "C.UTF-8", "GIT_CONFIG_NOSYSTEM": "1"}

UPDATE_HOOK = f"""#!/bin/sh
# The forge's check of a pushed branch; the main branch is for approvals.
[ "$1" = refs/heads/main ] && exit 0
case "$3" in *[!0]*) ;; *) exit 0 ;; esac  # a branch is deleted
unset GIT_QUARANTINE_PATH
exec "{CONGBO}" check --source . --ref "$3" --format github
"""


def run(*command, folder=TOP, who="editor", fine=(0,)):
    names = {f"GIT_{role}_{part}": who if part == "NAME" else f"{who}@example.org"
             for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
    done = subprocess.run(command, cwd=folder, env=ENVIRONMENT | names, capture_output=True, text=True, timeout=120)
    if done.returncode not in fine:
        sys.exit(f"{' '.join(command)} gave {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout + done.stderr


def git(*arguments, folder, who="editor", fine=(0,)):
    return run("git", *arguments, folder=folder, who=who, fine=fine)


def expect(what, holds, detail=""):
    print(("ok    " if holds else "FAIL  ") + what)
    if not holds:
        sys.exit(detail)


def key_of(name):
    run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(TOP / name), "-C", name)
    return (TOP / f"{name}.pub").read_text().strip()


def write(folder, path, text):
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(text)


def start_server():
    policy = f"""version: 1
people:
  - {{id: chief, title: Tổng Biên tập, email: [chief@example.org], roles: [root, approve, takedown], paths: [content/], keys: ["{key_of('chief')}"]}}
  - {{id: second, email: [second@example.org], roles: [root, approve], paths: [content/], keys: ["{key_of('second')}"]}}
"""
    key_of("editor")  # of somebody whom the policy does not know
    server, editor = TOP / "kho.git", TOP / "ban-bien-tap"
    git("init", "-q", "--bare", "-b", "main", str(server), folder=TOP)
    git("init", "-q", "-b", "main", str(editor), folder=TOP)
    run(CONGBO, "init", str(TOP / "mau"), fine=(0,))
    run("cp", "-r", str(TOP / "mau") + "/.", str(editor))
    write(editor, "content/_site/approval.yaml", policy)
    git("add", "-A", folder=editor)
    git("commit", "-q", "-m", "Bắt đầu", folder=editor, who="chief")
    git("push", "-q", str(server), "main", folder=editor)
    git("remote", "add", "origin", str(server), folder=editor)
    git("fetch", "-q", "origin", folder=editor)
    hook = server / "hooks" / "update"
    hook.write_text(UPDATE_HOOK)
    hook.chmod(0o755)
    git("clone", "-q", str(server), str(TOP / "chief-clone"), folder=TOP)
    (TOP / "introduction.yaml").write_text("commit: " + git("rev-parse", "main", folder=editor).strip() + "\n")
    return server, editor, TOP / "chief-clone"


def publish(fine=(0,)):
    return run(CONGBO, "publish", "--from", str(TOP / "kho.git"), "--repo", str(TOP / "may-cong-bo.git"), "--out", str(TOP / "out"),
               "--introduction", str(TOP / "introduction.yaml"), "--archive-drafts", "--once", fine=fine)


def published():
    return "".join(file.read_text() for file in (TOP / "out/public").rglob("*.html"))


def manifest():
    return json.loads((TOP / "out/private/manifest.json").read_text())


# Every published file, and every private one, that has the word.
def places_of(word):
    files = [file for part in ("public", "private") for file in (TOP / "out" / part).resolve().rglob("*") if file.is_file()]
    return [str(file) for file in files if word.encode() in file.read_bytes()]


def found(word):
    return "danh-sach.html" in run(CONGBO, "search", "query", word, "--out", str(TOP / "out"), "--format", "json", fine=(0, 1))


# An approved branch with errors publishes nothing, and all are told so until it is mended.
def content_errors(editor, chief, folder, fresh):
    def approve(branch, *more, fine=(0,)):
        return run(CONGBO, "approve", branch, *more, "--introduction", str(TOP / "introduction.yaml"), "--key", str(TOP / "chief"),
                   folder=chief, who="chief", fine=fine)

    def branch(name, change):
        git("checkout", "-q", "-b", name, folder=chief)
        change()
        git("add", "-A", folder=chief)
        git("commit", "-q", "-m", name, folder=chief)
        git("checkout", "-q", "main", folder=chief)

    def put_pages():
        title = fresh.split("title:")[1].split("\n")[0]
        private = fresh.replace(title, " Danh sách zqxj", 1).replace("---\n\n", "aliases: [/danh-sach-cu.html]\n---\n\n", 1)
        write(chief, f"{folder}/danh-sach.md", private + "Nội dung zqxj.\n")
        write(chief, f"{folder}/bai-khac.md", fresh.replace(title, " Bài dẫn đến", 1) + "\nXem [ở đây](danh-sach.md).\n")

    branch("hai-bai", put_pages)
    approve("hai-bai")
    git("push", "-q", "origin", "main", folder=chief)
    publish()
    expect("a page and one that leads to it are published", places_of("zqxj") and found("zqxj"))
    before = git("rev-parse", "main", folder=chief).strip()
    git("checkout", "-q", "-b", "loi", folder=chief)
    write(chief, f"{folder}/loi.md", fresh.replace("title:", "titel:", 1))
    git("add", "-A", folder=chief)
    git("commit", "-q", "-m", "Có lỗi", folder=chief)
    git("checkout", "-q", "main", folder=chief)
    said = approve("loi", fine=(1,))
    expect("a branch with errors is not signed, and its errors are told", "loi.md:" in said and "approval-content" in said and
           git("rev-parse", "main", folder=chief).strip() == before, said)
    approve("loi", "--with-errors")
    git("push", "-q", "origin", "main", folder=chief)
    said = publish(fine=(1,))
    last = "\n".join(said.strip().split("\n")[-2:])
    expect("publishing ends on why nothing is published and what is shown", "publish-content" in last and
           f"vẫn ở bản «{before[:len(last.split('vẫn ở bản «')[-1].split('»')[0])]}» duyệt lúc" in last, said)
    built = manifest()["built_at"]
    branch("go-gap", lambda: (chief / f"{folder}/danh-sach.md").unlink())
    approve("go-gap", "--emergency", "lộ thông tin cá nhân")
    git("push", "-q", "origin", "main", folder=chief)
    said = publish(fine=(1,))
    expect("a removal is carried out although what was approved before it has errors [SEC-05]",
           not places_of("zqxj") and not found("zqxj") and f"đã gỡ khẩn cấp khỏi bản ấy: {folder}/danh-sach.md" in said,
           str(places_of("zqxj")) + said)
    report = json.loads((TOP / "out/private/report.json").read_text())
    expect("nothing else came with it, and the report says what is shown", manifest()["commit"] == before == report["commit"] and
           manifest()["built_at"] == built and report["approvals"]["removed"][0]["file"] == f"{folder}/danh-sach.md", str(report))
    settings = (TOP / "out/private/hosting/main/nginx.conf").read_text()
    expect("its addresses say that it is gone", "410" in settings.split("danh-sach.html")[1].split("\n")[0] and
           "410" in settings.split("danh-sach-cu.html")[1].split("\n")[0], settings)
    other = (TOP / "out/public/main/tin-tuc/bai-khac.html").read_text()
    expect("who led to it leads nowhere", "ở đây</a>" in other and "danh-sach" not in other, other)

    def mend():
        (chief / f"{folder}/loi.md").unlink()
        page = chief / f"{folder}/bai-khac.md"
        page.write_text(page.read_text().replace("Xem [ở đây](danh-sach.md).", "Đã sửa."))

    branch("mend", mend)
    approve("mend")
    git("push", "-q", "origin", "main", folder=chief)
    publish()
    report = json.loads((TOP / "out/private/report.json").read_text())
    expect("mended, the approved commit takes over", "removed" not in report["approvals"] and
           report["commit"] == report["approvals"]["accepted"] and not places_of("zqxj") and places_of("Đã sửa"), str(report))


# The service, told to look at once, takes a page down by one signature; another person upholds it.
def take_down_at_once(chief, folder):
    words = (chief / f"{folder}/bai-dau-tien.md").read_text().strip().split("\n")[-1]
    page = TOP / "out/public/main/tin-tuc/bai-dau-tien.html"

    def shown():
        return page.exists() and words in page.read_text()

    service = subprocess.Popen([CONGBO, "publish", "--from", str(TOP / "kho.git"), "--repo", str(TOP / "may-cong-bo.git"),
                                "--out", str(TOP / "out"), "--introduction", str(TOP / "introduction.yaml"), "--watch", "--interval", "86400"],
                               stdout=(TOP / "service").open("w"), stderr=subprocess.DEVNULL)
    end = time.monotonic() + 120
    try:
        while not (TOP / "service").read_text() and time.monotonic() < end:  # it waits for signals after its first round
            time.sleep(0.2)
        git("checkout", "-q", "-b", "go", folder=chief, who="chief")
        git("rm", "-q", f"{folder}/bai-dau-tien.md", folder=chief, who="chief")
        git("commit", "-q", "-m", "Gỡ", folder=chief, who="chief")
        git("checkout", "-q", "main", folder=chief, who="chief")
        run(CONGBO, "approve", "go", "--emergency", "lộ thông tin", "--introduction", str(TOP / "introduction.yaml"),
            "--key", str(TOP / "chief"), folder=chief, who="chief")
        git("push", "-q", "origin", "main", folder=chief, who="chief")
        expect("the page is there until then", shown())
        while shown() and time.monotonic() < end:
            service.send_signal(signal.SIGHUP)
            time.sleep(0.5)
        expect("an emergency is carried out when the service is told [SEC-05]", not shown() and service.poll() is None)
    finally:
        service.terminate()
        service.wait(60)
    emergency = git("rev-parse", "main", folder=chief, who="chief").strip()
    run(CONGBO, "approve", "--ratify", emergency, "--introduction", str(TOP / "introduction.yaml"), "--key", str(TOP / "second"),
        folder=chief, who="second")
    git("push", "-q", "origin", "main", folder=chief, who="second")


def main():
    server, editor, chief = start_server()
    publish()
    expect("the introduction is published", "Cổng" in published() or published() != "")
    folder, sample = "content/tin-tuc", (editor / "content/tin-tuc/bai-dau-tien.md").read_text()
    fresh = sample.replace(sample.split("title:")[1].split("\n")[0], " Bài của tòa soạn", 1)

    owners = run(CONGBO, "approve", "--codeowners", folder=editor)
    write(editor, ".git/owners", owners)
    run(CONGBO, "approve", "--codeowners", "--check", ".git/owners", folder=editor)
    write(editor, ".git/owners", owners + "x")
    said = run(CONGBO, "approve", "--codeowners", "--check", ".git/owners", folder=editor, fine=(1,))
    expect("CODEOWNERS that differs from the policy is told [INF-02]", "congbo approve --codeowners" in said, said)
    write(editor, ".github/CODEOWNERS", owners + "x")
    said = run(CONGBO, "check", "--format", "github", folder=editor)
    expect("and by the check, at its place", "::warning file=.github/CODEOWNERS" in said, said)
    write(editor, ".github/CODEOWNERS", owners)
    said = run(CONGBO, "check", "--format", "github", folder=editor)
    expect("one that is up to date is not", "CODEOWNERS" not in said, said)
    (editor / ".github/CODEOWNERS").unlink()

    git("checkout", "-q", "-b", "bai-moi", folder=editor)
    write(editor, f"{folder}/bai-moi.md", fresh)
    git("add", "-A", folder=editor)
    git("commit", "-q", "-m", "Bài mới", folder=editor)
    git("push", "-q", "origin", "bai-moi", folder=editor)
    publish()
    expect("a branch that nobody approved is not published", "Bài của tòa soạn" not in published())

    write(editor, f"{folder}/hong.md", "---\ntitel: sai\n---\n")
    git("checkout", "-q", "-b", "hong", folder=editor)
    git("add", "-A", folder=editor)
    git("commit", "-q", "-m", "Hỏng", folder=editor)
    said = git("push", "origin", "hong", folder=editor, fine=(1,))
    expect("the server's check annotates a broken branch and refuses it", "::error" in said and "hong.md" in said, said)

    git("fetch", "-q", "origin", folder=chief, who="chief")
    git("branch", "-q", "bai-moi", "origin/bai-moi", folder=chief)
    refused = run(CONGBO, "approve", "bai-moi", "--introduction", str(TOP / "introduction.yaml"), "--key", str(TOP / "editor"), folder=chief, fine=(3,))
    expect("the editor's key approves nothing", "approval-no-key" in refused, refused)
    run(CONGBO, "approve", "bai-moi", "--introduction", str(TOP / "introduction.yaml"), "--key", str(TOP / "chief"), folder=chief, who="chief")
    git("push", "-q", "origin", "main", folder=chief, who="chief")
    said = publish()
    expect("the approved item is published", "Bài của tòa soạn" in published(), said)
    expect("its page tells the approver's title, not a name", "Tổng Biên tập" in published() and "chief" not in published())
    report = json.loads((TOP / "out/private/report.json").read_text())
    expect("the report tells what is accepted", report["approvals"]["accepted"] == report["commit"], str(report))
    twins = [json.loads(file.read_text()) for file in (TOP / "out/public").rglob("*.json") if "bai-moi" in file.name]
    expect("the JSON beside the page tells it too", not twins or twins[0]["approved"]["by"] == "Tổng Biên tập", str(twins))

    content_errors(editor, chief, folder, fresh)
    take_down_at_once(chief, folder)

    git("checkout", "-q", "main", folder=editor)
    git("reset", "-q", "--hard", folder=editor)
    git("pull", "-q", "--ff-only", "origin", "main", folder=editor)
    write(editor, f"{folder}/len.md", fresh.replace("Bài của tòa soạn", "Bài đẩy lén"))
    git("add", "-A", folder=editor)
    git("commit", "-q", "-m", "Đẩy lén", folder=editor)
    git("push", "-q", "origin", "main", folder=editor)
    said = publish()
    expect("a push past everybody waits and is told", "Bài đẩy lén" not in published() and "chưa được ai có quyền duyệt" in said, said)
    expect("and does not take the site down", "Bài của tòa soạn" in published())

    git("branch", "-q", "-D", "bai-moi", folder=editor)
    git("push", "-q", "origin", ":bai-moi", folder=editor)
    publish()
    kept = git("--git-dir", str(TOP / "may-cong-bo.git"), "for-each-ref", "refs/archive", folder=TOP)
    expect("the draft outlives its branch [ARC-02]", "refs/archive/heads/bai-moi" in kept, kept)

    first = (TOP / "introduction.yaml").read_text().split()[1]
    git("push", "-q", "-f", "origin", f"{first}:main", folder=editor)
    said = publish(fine=(1,))
    expect("history turned back is refused", "Bài của tòa soạn" in published() and "lịch sử" in said, said)


try:
    main()
finally:
    subprocess.run(["rm", "-rf", str(TOP)], check=False)
