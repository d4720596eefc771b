#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The emergency banner put in by real servers (SEC-03): emergency.py PROGRAM

For each of nginx, Apache and Caddy: a portal is built with `emergency: include`, served with the very
file of private/hosting/, and asked for with no notice and with one; only the small file changes between the two."""
import os, subprocess, sys, tempfile, unittest, urllib.error, urllib.request

import servers

program = os.path.abspath(sys.argv[1])
notice = "text: {vi: Bão số 5 đang vào, en: Storm 5 is coming}\nlevel: danger\nlink: /tin-tuc/\n"


def fetch(port, path):
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as answer:
        return answer.code, answer.read().decode()


class Portal(unittest.TestCase):
    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.folder = self.scratch.name
        os.chmod(self.folder, 0o755)

    def tearDown(self):
        self.scratch.cleanup()

    def build(self, server, text=None):
        portal, out = self.folder + "/cong", self.folder + "/out"
        if not os.path.exists(portal):
            subprocess.run([program, "init", portal], check=True, capture_output=True, stdin=subprocess.DEVNULL)
            with open(portal + "/content/_site/site.yaml", "a") as file:
                file.write(f"emergency: include\nserver: {server}\n")
            article = portal + "/content/tin-tuc/bai-dau-tien.md"
            with open(article, "a") as file:
                file.write('\n`<!--#include virtual="/etc/passwd" -->` `{{env "HOME"}}` `<!--#env "HOME"-->`\n')
        path = portal + "/content/_site/emergency.yaml"
        if text:
            with open(path, "w") as file:
                file.write(text)
        done = subprocess.run([program, "build", "--source", portal, "--out", out, "--now", "2026-06-01T08:00", "--format", "json"],
                              capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        return out

    @staticmethod
    def stamps(folder):
        return {os.path.join(at, name): os.stat(os.path.join(at, name)).st_mtime_ns
                for at, _, names in os.walk(folder) for name in names if name.endswith(".html")}

    def look(self, server, port):
        for path in ("/", "/tin-tuc/", "/tin-tuc/bai-dau-tien.html"):
            code, quiet = fetch(port, path)
            self.assertEqual(code, 200)
            self.assertNotIn("#include", quiet.replace("&lt;!--#include", ""))
            self.assertNotIn('class="emergency"', quiet)
        pages = f"{self.folder}/out/public/main/"
        before = self.stamps(pages)
        self.build(server, notice)
        after = self.stamps(pages)
        self.assertEqual([path for path in after if after[path] != before[path]], [pages + "khan-cap.vi.html"])
        for path in ("/", "/tin-tuc/", "/tin-tuc/bai-dau-tien.html"):
            _, loud = fetch(port, path)
            self.assertIn('<section class="emergency" aria-label="Thông báo khẩn">', loud)
            self.assertIn("<span>Bão số 5 đang vào</span>", loud)
            self.assertLess(loud.index("Bão số 5"), loud.index("<header"))
        article = fetch(port, "/tin-tuc/bai-dau-tien.html")[1]
        self.assertIn("&lt;!--#include virtual=&quot;/etc/passwd&quot; --&gt;", article)
        self.assertIn("{{env &quot;HOME&quot;}}", article)
        self.assertIn("&lt;!--#env", article)

    def serve(self, program_name, server):
        servers.program_of(program_name)
        process, port = servers.all_servers[program_name](self.folder, self.build(server))
        self.addCleanup(lambda: (process.terminate(), process.wait(10)))
        self.look(server, port)
        return port

    def test_nginx_puts_the_banner_in(self):
        port = self.serve("nginx", "nginx")
        self.assertEqual(fetch(port, "/khan-cap.vi.html")[0], 404)  # for the server alone

    def test_apache_puts_the_banner_in(self):
        self.serve("apache2", "apache")

    def test_caddy_puts_the_banner_in(self):
        self.serve("caddy", "caddy")


if __name__ == "__main__":
    sys.exit(0 if unittest.main(argv=sys.argv[:1], exit=False, verbosity=1).result.wasSuccessful() else 1)
