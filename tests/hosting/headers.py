#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What real servers say of the demonstration portal with the files of private/hosting/ (SEC-01, SEA-05): headers.py PROGRAM SOURCE [CACHE]

nginx, Apache and Caddy: every header of the policy on pages, files, errors and redirects; how long each kind of file may be
kept; 404 and 410 with the portal's own pages; media types; files compressed beforehand. And whatever a published page loads,
posts to or runs is allowed by the policy of its portal."""
import gzip, http.client, os, pathlib, re, subprocess, sys, tempfile, unittest

import servers

program, source = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
cache = ["--cache", sys.argv[3]] if len(sys.argv) > 3 else []
year, feed, page = "public, max-age=31536000, immutable", "public, max-age=300, must-revalidate", "public, max-age=60, must-revalidate"


def setUpModule():
    global scratch, out
    scratch = tempfile.TemporaryDirectory()
    os.chmod(scratch.name, 0o755)
    out = pathlib.Path(scratch.name, "out")
    done = subprocess.run([program, "build", "--source", source, "--out", out, "--now", "2026-11-22T09:00", *cache], capture_output=True, text=True)
    if done.returncode != 0:
        raise AssertionError(done.stderr)


def tearDownModule():
    scratch.cleanup()


def common_headers(portal):
    """Name → value for all answers, from the file for hosts of static files."""
    lines = (out / "public" / portal / "_headers").read_text().split("\n")
    assert lines[0] == "/*"
    rules = {}
    for line in lines[1:]:
        if not line.startswith("  "):
            break
        name, _, value = line.strip().partition(": ")
        rules[name] = value
    return rules


def any_file(pattern):
    """The address of the first file of the main portal that fits."""
    root = out / "public/main"
    return "/" + str(sorted(root.glob(pattern))[0].relative_to(root))


class Servers(unittest.TestCase):
    def ask(self, path, **headers):
        door = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        self.addCleanup(door.close)
        door.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = door.getresponse()
        return answer, answer.read()

    def expect(self, path, status, cache_control=None, content_type=None):
        with self.subTest(path):
            answer, body = self.ask(path)
            self.assertEqual(answer.status, status)
            for name, value in common_headers("main").items():
                self.assertEqual(answer.getheader(name), value, name)
            if cache_control:
                self.assertEqual(answer.getheader("Cache-Control"), cache_control)
            if content_type:
                self.assertEqual(answer.getheader("Content-Type", "").lower(), content_type)
            return body

    def judge(self, name):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        os.chmod(folder.name, 0o755)
        process, self.port = servers.all_servers[name](folder.name, out)
        self.addCleanup(lambda: (process.terminate(), process.wait(10)))
        html, article = "text/html; charset=utf-8", any_file("tin-tuc/2026/11/*.html")
        for path in ("/", "/van-ban/", "/en/", article):
            self.expect(path, 200, page, html)
        for path, kind in ((any_file("assets/site.*.css"), "text/css; charset=utf-8"), (any_file("assets/*.js"), "text/javascript; charset=utf-8"),
                           (any_file("assets/*.svg"), "image/svg+xml; charset=utf-8"), (any_file("anh/*-*-*.avif"), "image/avif"),
                           (any_file("anh/*-*-*.webp"), "image/webp"), (any_file("search/*/*.json"), "application/json; charset=utf-8")):
            self.expect(path, 200, year, kind)
        for path, kind in (("/atom.xml", "application/atom+xml; charset=utf-8"), ("/rss.xml", "application/rss+xml; charset=utf-8"),
                           ("/sitemap.xml", "application/xml; charset=utf-8"), (any_file("**/*.ics"), "text/calendar; charset=utf-8")):
            self.expect(path, 200, feed, kind)
        for pattern, kind in (("anh/chan-dung-chu-tich.jpg", "image/jpeg"), ("**/*.pdf", "application/pdf"), ("**/*.vtt", "text/vtt; charset=utf-8"),
                              ("**/*.csv", "text/csv; charset=utf-8"), ("search/current.json", "application/json; charset=utf-8"),
                              ("site.webmanifest", "application/manifest+json; charset=utf-8")):
            self.expect(any_file(pattern), 200, page, kind)
        self.assertIn("Không tìm thấy trang", self.expect("/khong/co.html", 404, content_type=html).decode())
        for query, language in (("?q=h%E1%BB%99+t%E1%BB%8Bch", "vi"), ("?q=birth&lang=en", "en"), ("?lang=fr", "vi")):
            self.assertIn(f'<html lang="{language}"', self.expect("/tim-kiem" + query, 200, page, html).decode())
        gone = self.expect("/thong-bao/danh-sach-ho-ngheo-2025.html", 410, content_type=html).decode()
        self.assertIn("Nội dung này không còn trên cổng", gone)
        self.expect("/lich-lam-viec/", 301)
        self.assertEqual(self.ask("/lich-lam-viec/")[0].getheader("Location"), "https://mayngan.example/lich-cong-tac/")
        self.compressed(any_file("search/*/*.bin.gz")[:-3], any_file("search/*/*.json.gz")[:-3])

    def compressed(self, *paths):
        for path in paths:
            plain = (out / f"public/main{path}").read_bytes()
            types = set()
            for accepted in ("identity", "gzip", "gzip, br"):
                with self.subTest(path, accepted=accepted):
                    answer, body = self.ask(path, Accept_Encoding=accepted)
                    types.add(answer.getheader("Content-Type"))
                    self.assertEqual((answer.status, answer.getheader("Cache-Control")), (200, year))
                    coding = answer.getheader("Content-Encoding")
                    self.assertIn(coding, {"identity": [None], "gzip": ["gzip"], "gzip, br": ["br", "gzip"]}[accepted])
                    if coding:
                        self.assertEqual(body, (out / f"public/main{path}.{'br' if coding == 'br' else 'gz'}").read_bytes())
                        self.assertIn("accept-encoding", answer.getheader("Vary", "").lower())
                    else:
                        self.assertEqual(body, plain)
            self.assertEqual(len(types), 1, types)

    def test_nginx_says_what_the_policy_says(self):
        self.judge("nginx")

    def test_apache_says_what_the_policy_says(self):
        self.judge("apache2")

    def test_caddy_says_what_the_policy_says(self):
        self.judge("caddy")


tags = re.compile(r"<([a-z][a-z0-9]*)\b((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>", re.I)
attributes = re.compile(r"([^\s=\"'/]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"']+)))?")
# Which part of the policy decides on what an element loads.
loads = {("script", "src"): "script-src", ("img", "src"): "img-src", ("img", "srcset"): "img-src", ("video", "poster"): "img-src",
         ("video", "src"): "media-src", ("audio", "src"): "media-src", ("track", "src"): "media-src", ("form", "action"): "form-action",
         ("iframe", "src"): "frame-src", ("frame", "src"): "frame-src", ("embed", "src"): "object-src", ("object", "data"): "object-src",
         ("input", "src"): "img-src", ("image", "href"): "img-src", ("use", "href"): "img-src", ("base", "href"): "base-uri"}
links = {"stylesheet": "style-src", "icon": "img-src", "manifest": "manifest-src", "modulepreload": "script-src"}
preloads = {"fetch": "connect-src", "script": "script-src", "style": "style-src", "image": "img-src", "font": "font-src"}


def policy_of(text):
    return {words[0]: words[1:] for words in (part.split() for part in text.split(";")) if words}


def breaches(html, policy):
    """What the policy would refuse of a page or a style sheet in it: texts."""
    found = []

    def load(directive, addresses):
        allowed = policy.get(directive, policy.get("default-src", []) if directive not in ("form-action", "base-uri") else ["*"])
        for address in addresses:
            own = re.match(r"(?![a-z][a-z0-9+.-]*:|//)", address, re.I)
            if "*" not in allowed and not (own and "'self'" in allowed) and not (address.startswith("data:") and "data:" in allowed):
                found.append(f"{directive} refuses {address}")

    for match in tags.finditer(html):
        element, words = match[1].lower(), {m[1].lower(): m[2] or m[3] or m[4] or "" for m in attributes.finditer(match[2])}
        for name, value in words.items():
            if name.startswith("on") or name == "style":
                found.append(f"{name}= in {match[0][:80]}")
            if name in ("href", "src", "action") and re.match(r"\s*javascript:", value, re.I):
                found.append(f"script in {match[0][:80]}")
            if (element, name) in loads:
                load(loads[element, name], [one.split()[0] for one in value.split(",") if one.split()] if name == "srcset" else [value])
        if element == "source":
            load("img-src" if "srcset" in words else "media-src", [one.split()[0] for one in words.get("srcset", words.get("src", "")).split(",") if one.split()])
        if element == "link":
            for rel in words.get("rel", "").lower().split():
                if rel in links or rel == "preload":
                    load(links.get(rel) or preloads.get(words.get("as"), "default-src"), [words["href"]])
        if element == "style" or (element == "script" and "src" not in words and words.get("type") != "application/ld+json"):
            found.append(f"inline <{element}>")
    return found


class Policies(unittest.TestCase):
    def test_whatever_the_pages_load_is_allowed_and_nothing_is_inline(self):
        pages = 0
        for portal in sorted(path.name for path in (out / "public").iterdir()):
            policy = policy_of(common_headers(portal)["Content-Security-Policy"])
            self.assertEqual(policy["default-src"], ["'none'"])
            self.assertNotRegex(common_headers(portal)["Content-Security-Policy"], r"unsafe|\*|https?:")
            for path in sorted((out / "public" / portal).rglob("*.html")):
                pages += 1
                self.assertEqual(breaches(path.read_text(), policy), [], path)
            for path in (out / "public" / portal / "assets").glob("*.css"):
                for address in re.findall(r"url\(\s*[\"']?([^\"')]+)", path.read_text()):
                    self.assertRegex(address, r"^(/(?!/)|[\w.-]+$)", path)
        self.assertGreater(pages, 900)

    def test_a_breach_is_found(self):
        policy = policy_of("default-src 'none'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'")
        for html in ('<script>1</script>', '<p style="color:red">', '<a onclick=go()>', '<img src="https://a.example/b.png">', '<img srcset="/a.png 1x, //b.example/c.png 2x">',
                     '<iframe src="/a">', '<video src="/a.mp4">', '<form action="https://a.example/">', '<base href="/">', '<a href="javascript:go()">', '<style>a{}</style>',
                     '<link rel="stylesheet" href="/a.css">', '<link rel="preload" href="/a.json" as="fetch">', '<picture><source srcset="http://a.example/b.webp">', '<object data="/a.pdf">'):
            self.assertEqual(len(breaches(html, policy)), 1, html)
        self.assertEqual(breaches('<script src="/a.js"></script><script type="application/ld+json">{}</script><img src="/a.png"><form action="/tim-kiem">', policy), [])


if __name__ == "__main__":
    sys.exit(0 if unittest.main(argv=sys.argv[:1], exit=False, verbosity=1).result.wasSuccessful() else 1)
