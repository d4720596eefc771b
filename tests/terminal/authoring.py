#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`congbo new` and `congbo init` at a terminal (a pseudo-terminal of our own): authoring.py PROGRAM"""
import os, pty, re, select, shlex, subprocess, sys, tempfile, time, unittest, warnings

warnings.simplefilter("ignore", ResourceWarning)

program = os.path.abspath(sys.argv[1])


def converse(words, answers, folder, environment=None, limit=20):
    """Runs the program at a terminal; `answers` are (what the question says, answer), each used once, in order. What is
    left of them when the program ends, and all it printed."""
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(folder)
        os.environ.pop("VISUAL", None)
        os.environ.pop("EDITOR", None)
        os.environ.update(environment or {})
        os.execv(program, [program, *words])
    printed, waiting, seen, end = "", list(answers), 0, time.monotonic() + limit
    while time.monotonic() < end:
        ready, _, _ = select.select([terminal], [], [], 1)
        if not ready:
            continue
        try:
            data = os.read(terminal, 65536)
        except OSError:
            break
        if not data:
            break
        printed += data.decode("utf-8", "replace")
        if waiting and re.search(re.escape(waiting[0][0]) + r"[^\n]*: $", printed[seen:]):
            seen = len(printed)
            answer = waiting.pop(0)[1]
            os.write(terminal, b"\x04" if answer is None else (answer + "\n").encode())
    else:
        os.kill(process, 9)  # it waits for an answer that the test does not have
    os.close(terminal)
    _, status = os.waitpid(process, 0)
    return os.waitstatus_to_exitcode(status), printed, waiting


def congbo(*words, folder="."):
    done = subprocess.run([program, *words], cwd=folder, capture_output=True, text=True, timeout=120,
                          stdin=subprocess.DEVNULL)
    return done.returncode, done.stdout, done.stderr


class New(unittest.TestCase):
    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.folder = self.scratch.name + "/cong"
        self.assertEqual(congbo("init", self.folder, "--profile", "province")[0], 0)

    def tearDown(self):
        self.scratch.cleanup()

    def check(self):
        code, _, said = congbo("check", "--drafts", folder=self.folder)
        self.assertEqual(code, 0, said)
        self.assertEqual(set(re.findall(r"cảnh báo\[([a-z-]+)\]", said)) - {"sample-left", "sample-settings"}, set(), said)

    def new(self, words, answers, **more):
        code, printed, left = converse(["new", *words], answers, self.folder, **more)
        self.assertEqual((code, left), (0, []), printed)
        path = re.findall(r"^(content/\S+\.md)\s*$", printed, re.M)[-1]
        return open(f"{self.folder}/{path}", encoding="utf-8").read(), printed

    def test_every_mandatory_key_is_asked_for_and_the_file_passes_check(self):
        text, printed = self.new(["news", "Hội nghị sơ kết"], [
            ("Đơn vị cung cấp (unit)", ""),  # the only one there is
            ("Tóm tắt (summary)", "Sáu tháng đầu năm: hoàn thành kế hoạch."),
            ("Chuyên mục (category)", ""),  # as the section
            ("Tác giả (author)", ""),
            ("Thời điểm diễn ra (event_at)", "04/03/2026"),
            ("Thời điểm diễn ra (event_at)", "2026-03-04T08:00"),
            ("Phạm vi (scope)", "Trong tỉn"),
            ("Phạm vi (scope)", ""),  # what was probably meant
            ("Nguồn tin (origin)", "1"),
        ])
        self.assertIn("unit: van-phong\n", text)
        self.assertIn('summary: "Sáu tháng đầu năm: hoàn thành kế hoạch."', text.replace("'", '"'))
        self.assertIn("category: tin-tuc\n", text)
        self.assertIn("event_at: 2026-03-04T08:00\n", text)
        self.assertIn("scope: province\n", text)
        self.assertIn("origin: own\n", text)
        self.assertIn("Trong tỉnh", printed)
        self.assertIn("không phải", printed)  # the checker's own sentence about the day
        self.check()

    def test_what_an_answer_makes_mandatory_is_asked_for_too(self):
        text, _ = self.new(["news", "Tin lấy lại"], [
            ("(unit)", ""), ("(summary)", "Tóm tắt."), ("(category)", ""), ("(author)", ""), ("(event_at)", ""),
            ("(scope)", "foreign"), ("(origin)", "Đăng lại"), ("(source_name)", "Báo Mây Ngàn"),
        ])
        self.assertIn("source_name: Báo Mây Ngàn\n", text)

    def test_a_number_that_no_document_has_is_asked_for_again(self):
        text, printed = self.new(["document", "Quyết định về giá đất"], [
            ("(unit)", ""), ("(number)", "abc xyz"), ("(number)", "12/2026/QD-UBND"), ("(number)", ""),  # as it is written
            ("(form)", ""),  # as the number says
            ("(issuer)", "Ủy ban nhân dân tỉnh"), ("(issued_on)", "2026-03-01"), ("(effective_on)", "2026-03-11"),
            ("(abstract)", "Về giá đất"), ("(field)", "dat-dai"), ("(summary)", "Giá đất năm 2026."),
        ])
        self.assertIn("không giống số, ký hiệu của một văn bản", printed)
        self.assertIn("number: 12/2026/QĐ-UBND\nform: quyet-dinh\n", text)
        text, _ = self.new(["document", "Văn bản cũ"], [
            ("(unit)", ""), ("(number)", "không số"), ("(number)", "không số"),  # said twice, it is meant
            ("(form)", "quyet-dinh"), ("(issuer)", "Ủy ban"), ("(issued_on)", "1946-03-01"), ("(effective_on)", "1946-03-01"),
            ("(abstract)", "x"), ("(field)", "khac"), ("(summary)", "y"),
        ])
        self.assertIn("number: không số\n", text)

    def test_lists_objects_and_files_are_asked_for_part_by_part(self):
        form = self.scratch.name + "/Tờ khai mẫu.csv"
        open(form, "w").write("ten,ngay\n")
        text, printed = self.new(["procedure", "Cấp bản sao"], [
            ("(unit)", ""), ("(date)", ""), ("(agency)", "Sở Tư pháp"), ("Thành phần hồ sơ, Giấy tờ (dossier.item)", "Tờ khai"),
            ("(dossier.item)", "Giấy tờ tùy thân"), ("Enter: hết", ""), ("(copies_total)", "không"), ("(copies_total)", "1"),
            ("(forms)", "khong-co.docx"), ("(forms)", form), ("(forms)", ""), ("(duration.value)", "2"), ("(duration.unit)", "1"),
            ("(fee.none)", "có"), ("(summary)", "Cấp bản sao trích lục."),
        ])
        self.assertIn("dossier:\n  - item: Tờ khai\n  - item: Giấy tờ tùy thân\ncopies_total: 1\n", text)
        self.assertIn("fee:\n  none: true\n", text)
        self.assertIn("forms:\n  - to-khai-mau.csv\n", text)
        self.assertIn("không tìm thấy «khong-co.docx»", printed)
        self.assertTrue(os.path.exists(self.folder + "/content/thu-tuc/cap-ban-sao/to-khai-mau.csv"))
        self.check()

    def test_enter_is_no_answer_to_what_is_mandatory_and_says_so(self):
        text, printed = self.new(["article", "Bài trao đổi"], [
            ("Chuyên mục (section)", ""), ("Chuyên mục (section)", "tin-tuc"), ("(unit)", ""), ("(date)", ""),
            ("(summary)", ""), ("(summary)", "Tóm tắt.")])
        self.assertIn("mục này bắt buộc phải có", printed)
        self.assertIn("type: article\n", text)

    def test_stopping_half_way_writes_nothing(self):
        code, printed, _ = converse(["new", "news", "Bỏ dở"], [("(unit)", ""), ("(summary)", None)], self.folder)
        self.assertEqual(code, 2, printed)
        self.assertIn("new-stopped", printed)
        self.assertEqual([name for _, _, names in os.walk(self.folder + "/content") for name in names if "bo-do" in name], [])

    def test_the_editor_is_opened_when_asked_for(self):
        mark = self.scratch.name + "/opened"
        words = ["notice", "Nghỉ lễ", "--edit"]
        answers = [("(unit)", ""), ("(date)", ""), ("(summary)", "Lịch nghỉ lễ.")]
        self.new(words, answers, environment={"VISUAL": f"sh -c 'echo \"$0\" > {mark}'"})
        self.assertTrue(open(mark).read().strip().endswith("nghi-le.md"))
        os.remove(mark)
        self.new(["notice", "Nghỉ Tết"], answers + [("để viết nội dung?", "k")], environment={"EDITOR": f"touch {mark}; true"})
        self.assertFalse(os.path.exists(mark))

    def test_nothing_is_asked_where_nobody_answers(self):
        code, out, _ = congbo("new", "news", "Không ai trả lời", folder=self.folder)
        self.assertEqual(code, 0)
        code, printed, _ = converse(["new", "news", "Không hỏi", "--no-input"], [], self.folder)
        self.assertEqual(code, 0)
        self.assertNotIn("(unit)", printed)

    def test_english(self):
        text, printed = self.new(["notice", "Office hours", "--lang", "en"], [
            ("Supplied by (unit) — number, id or name", ""), ("Date (date)", ""), ("Summary (summary)", "New hours.")])
        self.assertIn("such as 2026-03-31", printed)


class Init(unittest.TestCase):
    def test_a_portal_of_each_profile_is_complete_and_clean(self):
        for profile in ("province", "province-by-quota", "district", "office", "topic"):
            with self.subTest(profile), tempfile.TemporaryDirectory() as scratch:
                folder = scratch + "/cong"
                code, out, said = congbo("init", folder, "--profile", profile, "--name", "Cổng: thử", "--domain", "thu.example.gov.vn")
                self.assertEqual(code, 0, said)
                code, _, said = congbo("check", folder=folder)
                self.assertEqual(code, 0, said)
                # What an office still has to write is said, and nothing else.
                self.assertEqual(set(re.findall(r"\[([a-z-]+)\]", said)), {"sample-left", "sample-settings"}, said)
                code, _, said = congbo("build", "--out", scratch + "/out", folder=folder)
                self.assertEqual(code, 0, said)
                home = open(scratch + "/out/public/main/index.html", encoding="utf-8").read()
                self.assertIn("Cổng: thử", home)
                self.assertIn("https://thu.example.gov.vn/", home)
                for name in ("README.vi.md", ".vscode/settings.json", ".vscode/schemas/site.json", ".vscode/congbo.code-snippets",
                             ".editorconfig", ".github/workflows/check.yml", ".gitlab-ci.yml", ".github/PULL_REQUEST_TEMPLATE.md",
                             ".github/ISSUE_TEMPLATE/bao-loi-noi-dung.md"):
                    self.assertIn(name + "\n", out)
                    self.assertTrue(os.path.exists(f"{folder}/{name}"))

    def test_the_commands_of_the_new_portals_readme_run(self):
        with tempfile.TemporaryDirectory() as scratch:
            folder = scratch + "/cong"
            self.assertEqual(congbo("init", folder)[0], 0)
            text = open(folder + "/README.vi.md", encoding="utf-8").read()
            commands = re.findall(r"^    congbo ([^#\n]+?) *(?:#.*)?$", text, re.M) + re.findall(r"`congbo ([^`]+)`", text)
            self.assertGreaterEqual(len(commands), 4, commands)
            for command in commands:
                words = shlex.split(command)
                if words[0] == "preview":  # a server, which has tests of its own
                    continue
                code, _, said = congbo(*words, folder=folder)
                self.assertEqual(code, 0, f"{command}\n{said}")

    def test_a_bad_profile_and_host_are_asked_for_again(self):
        with tempfile.TemporaryDirectory() as scratch:
            code, printed, left = converse(["init", "cong"], [
                ("Hồ sơ", "khong-co"), ("Hồ sơ", "office"), ("Tên chính thức của cổng", "Trang của Văn phòng"),
                ("Tên miền", "https://vp.tinh.gov.vn"), ("Tên miền", "vp.tinh.gov.vn")], scratch)
            self.assertEqual((code, left), (0, []), printed)
            self.assertIn("host-invalid", printed)
            self.assertIn("extends: office", open(scratch + "/cong/content/_site/policy.yaml", encoding="utf-8").read())

    def test_name_and_host_are_asked_for_at_a_terminal(self):
        with tempfile.TemporaryDirectory() as scratch:
            code, printed, left = converse(["init", "cong", "--profile", "office"],
                                           [("Tên chính thức của cổng", "Trang của Văn phòng"), ("Tên miền", "vp.tinh.gov.vn")], scratch)
            self.assertEqual((code, left), (0, []), printed)
            text = open(scratch + "/cong/content/_site/site.yaml", encoding="utf-8").read()
            self.assertIn("name: Trang của Văn phòng\n", text)
            self.assertIn("base_url: https://vp.tinh.gov.vn\n", text)

    def test_an_unknown_profile_is_said_with_the_nearest(self):
        with tempfile.TemporaryDirectory() as scratch:
            code, _, said = congbo("init", scratch + "/cong", "--profile", "ofice")
            self.assertEqual(code, 2)
            self.assertIn("office", said)


if __name__ == "__main__":
    sys.exit(0 if unittest.main(argv=sys.argv[:1], exit=False, verbosity=1, warnings="ignore").result.wasSuccessful() else 1)
