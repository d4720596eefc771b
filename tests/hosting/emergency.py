#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The emergency banner put in by real servers (SEC-03): emergency.py PROGRAM

For each of nginx, Apache and Caddy that is installed: a portal is built with `emergency: include`, served with the very
file of private/hosting/, and asked for with no notice and with one; only the small file changes between the two."""
import os, shutil, socket, subprocess, sys, tempfile, time, unittest, urllib.error, urllib.request

program = os.path.abspath(sys.argv[1])
paths = os.environ["PATH"] + ":/usr/sbin:/sbin"
notice = "text: {vi: Bão số 5 đang vào, en: Storm 5 is coming}\nlevel: danger\nlink: /tin-tuc/\n"


def free_port():
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


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
            open(path, "w").write(text)
        done = subprocess.run([program, "build", "--source", portal, "--out", out, "--now", "2026-06-01T08:00", "--format", "json"],
                              capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        return out

    def serve(self, words, port):
        process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env={**os.environ, "PATH": paths, "HOME": self.folder})
        self.addCleanup(lambda: (process.terminate(), process.wait(10), process.stderr.close()))
        for _ in range(100):
            if process.poll() is not None:
                log = self.folder + "/apache.log"
                self.fail(process.stderr.read().decode() + (open(log).read() if os.path.exists(log) else ""))
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                return
            except OSError:
                time.sleep(0.1)
        self.fail("the server does not answer")

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

    @unittest.skipUnless(shutil.which("nginx", path=paths), "nginx is not installed")
    def test_nginx_puts_the_banner_in(self):
        port, out = free_port(), self.build("nginx")
        user = "user root;" if os.getuid() == 0 else ""
        conf = self.folder + "/nginx.conf"
        open(conf, "w").write(f"""{user} daemon off; pid {self.folder}/nginx.pid; error_log stderr;
events {{}}
http {{ access_log off; types {{ text/html html; }}
  client_body_temp_path {self.folder}/a; proxy_temp_path {self.folder}/b; fastcgi_temp_path {self.folder}/c;
  uwsgi_temp_path {self.folder}/d; scgi_temp_path {self.folder}/e;
  server {{ listen 127.0.0.1:{port}; root {out}/public/main; include {out}/private/hosting/main/nginx.conf; }} }}""")
        self.serve(["nginx", "-p", self.folder, "-c", conf], port)
        self.look("nginx", port)
        self.assertEqual(fetch(port, "/khan-cap.vi.html")[0], 404)  # for the server alone

    @unittest.skipUnless(shutil.which("apache2", path=paths), "apache2 is not installed")
    def test_apache_puts_the_banner_in(self):
        port, out = free_port(), self.build("apache")
        modules = "/usr/lib/apache2/modules"
        names = ("mpm_event", "authz_core", "dir", "mime", "include", "alias", "rewrite", "filter", "headers", "setenvif", "env")
        load = "".join(f"LoadModule {name}_module {modules}/mod_{name}.so\n" for name in names)
        conf = self.folder + "/apache.conf"
        open(conf, "w").write(f"""ServerName localhost
Listen 127.0.0.1:{port}
PidFile {self.folder}/apache.pid
ErrorLog {self.folder}/apache.log
{load}DocumentRoot {out}/public/main
DirectoryIndex index.html
TypesConfig /dev/null
AddType text/html .html
{"User www-data" if os.getuid() == 0 else ""}
<Directory {out}/public/main>
Require all granted
Include {out}/private/hosting/main/apache.htaccess
</Directory>
""")
        self.serve(["apache2", "-X", "-f", conf], port)
        self.look("apache", port)

    @unittest.skipUnless(shutil.which("caddy", path=paths), "caddy is not installed")
    def test_caddy_puts_the_banner_in(self):
        port, out = free_port(), self.build("caddy")
        conf = self.folder + "/Caddyfile"
        open(conf, "w").write(f"""{{
\tadmin off
\tauto_https off
\tstorage file_system {self.folder}/caddy
}}
http://127.0.0.1:{port} {{
\troot * {out}/public/main
\timport {out}/private/hosting/main/caddy.conf
\tfile_server
}}
""")
        self.serve(["caddy", "run", "--config", conf, "--adapter", "caddyfile"], port)
        self.look("caddy", port)


if __name__ == "__main__":
    sys.exit(0 if unittest.main(argv=sys.argv[:1], exit=False, verbosity=1).result.wasSuccessful() else 1)
