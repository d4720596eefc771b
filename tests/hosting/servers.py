# SPDX-License-Identifier: GPL-3.0-or-later
"""nginx, Apache and Caddy with the files that a build wrote for them, each on a free port of this machine. Where one is not
installed its tests are skipped, but fail where CI=true. `./dev test` unpacks nginx and Caddy below build/servers."""
import os, pathlib, shutil, socket, subprocess, time, unittest

unpacked = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../build/servers/usr/")
paths = os.pathsep.join([os.environ["PATH"], "/usr/sbin", "/sbin", unpacked + "sbin", unpacked + "bin"])


def free_port():
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


def program_of(name):
    """The server's program; the test is skipped, or fails on CI, where there is none."""
    found = shutil.which(name, path=paths)
    if not found and os.environ.get("CI") == "true":
        raise AssertionError(f"{name} is not installed")
    if not found:
        raise unittest.SkipTest(f"{name} is not installed")
    return found


def start(words, port, folder):
    """The process, once it answers."""
    logs = [pathlib.Path(folder, "errors.log"), pathlib.Path(folder, "apache.log")]
    with open(logs[0], "w") as errors:
        process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=errors, env={**os.environ, "PATH": paths, "HOME": folder})
    for _ in range(100):
        if process.poll() is not None:
            break
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return process
        except OSError:
            time.sleep(0.1)
    process.kill()
    process.wait(10)
    raise AssertionError("\n".join(log.read_text() for log in logs if log.exists()).strip() or "the server does not answer")


def nginx(folder, out):
    """→ (process, port); `folder` is for what the server writes."""
    port, conf = free_port(), folder + "/nginx.conf"
    user = "user root;" if os.getuid() == 0 else ""
    pathlib.Path(conf).write_text(f"""{user} daemon off; pid {folder}/nginx.pid; error_log stderr;
events {{}}
http {{ access_log off; types {{ text/html html; }}
  client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
  uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
  server {{ listen 127.0.0.1:{port}; root {out}/public/main; include {out}/private/hosting/main/nginx.conf; }} }}""")
    return start([program_of("nginx"), "-p", folder, "-e", "stderr", "-c", conf], port, folder), port


def apache(folder, out):
    port, conf, modules = free_port(), folder + "/apache.conf", "/usr/lib/apache2/modules"
    names = ("mpm_event", "authz_core", "dir", "mime", "include", "alias", "rewrite", "filter", "headers", "setenvif", "env")
    load = "".join(f"LoadModule {name}_module {modules}/mod_{name}.so\n" for name in names)
    pathlib.Path(conf).write_text(f"""ServerName localhost
Listen 127.0.0.1:{port}
PidFile {folder}/apache.pid
ErrorLog {folder}/apache.log
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
    return start([program_of("apache2"), "-X", "-f", conf], port, folder), port


def caddy(folder, out):
    port, conf = free_port(), folder + "/Caddyfile"
    pathlib.Path(conf).write_text(f"""{{
\tadmin off
\tauto_https off
\tstorage file_system {folder}/caddy
}}
http://127.0.0.1:{port} {{
\troot * {out}/public/main
\timport {out}/private/hosting/main/caddy.conf
\tfile_server
}}
""")
    return start([program_of("caddy"), "run", "--config", conf, "--adapter", "caddyfile"], port, folder), port


all_servers = {"nginx": nginx, "apache2": apache, "caddy": caddy}
