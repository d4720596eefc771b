#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the workflows that this project ships may do: read, run what is pinned, and take no text of a stranger for code.

workflows.py PROJECT
"""

import functools
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

import yaml

PROJECT = sys.argv.pop(1)
NEW_PORTAL = "generator/site/shipped/new-portal/files/"
WRITES = {"deploy": {"pages": "write", "id-token": "write"}, "record": {"contents": "write"}}  # jobs of publish.yml
PINNED = re.compile(r"^(https://code\.forgejo\.org/)?(actions|forgejo)/[a-z-]+(/[a-z]+)?@[0-9a-f]{40} # v[0-9]+\.[0-9]+\.[0-9]+$")
PUBLISH = "./.github/workflows/publish.yml"  # called by due.yml: it may be given what its jobs have, and has their ends
PUBLISHING = {("pages", "write"), ("id-token", "write"), ("contents", "write"), ("contents", "read")}


def files(*patterns):
    return sorted(path for pattern in patterns for path in glob.glob(os.path.join(PROJECT, pattern), include_hidden=True))


@functools.cache
def shell_faults(script):
    if not shutil.which("shellcheck"):
        return ""
    done = subprocess.run(["shellcheck", "-s", "sh", "-"], input=script, capture_output=True, text=True, timeout=30)
    return done.stdout


def triggers(workflow):
    on = workflow[True]  # YAML 1.1 reads the key so
    return set(on if isinstance(on, dict) else [on] if isinstance(on, str) else on)


def faults(text):
    """Every rule that a workflow of GitHub or Forgejo breaks."""
    found = []
    workflow = yaml.safe_load(text)
    if triggers(workflow) & {"pull_request_target", "workflow_run", "issue_comment"}:
        found.append("runs with rights on what strangers send")
    if workflow.get("permissions") != {"contents": "read"}:
        found.append("permissions")
    if "secrets." in text or "github.token" in text.lower() or "GITHUB_TOKEN" in text:
        found.append("names a secret")
    for line in re.findall(r"^\s*-?\s*uses: (.*)$", text, re.M):
        if not PINNED.match(line) and line != PUBLISH:
            found.append("not pinned: " + line)
    for name, job in workflow["jobs"].items():
        if job.get("uses") == PUBLISH:
            if "pull_request" in triggers(workflow) or "if" not in job:
                found.append(name + " publishes unasked")
            if not job["permissions"].items() <= PUBLISHING:
                found.append(name + ": permissions")
            continue
        if "timeout-minutes" not in job:
            found.append(name + " has no end")
        allowed = {} if "pull_request" in triggers(workflow) else WRITES.get(name, {})
        if job.get("permissions", allowed) != allowed:
            found.append(name + ": permissions")
        for step in job.get("steps", []):
            script = step.get("run", "")
            if "${{" in script:
                found.append("an expression becomes code: " + script)
            if step.get("uses", "").find("/checkout@") > 0 and name not in WRITES and "pull_request" in triggers(workflow):
                if step.get("with", {}).get("persist-credentials") is not False:
                    found.append(name + " leaves its token in the checkout")
            found += [f"{called} is not there" for called in re.findall(r"(?:^|[\s;&])\./([\w./-]+)", script)
                      if not os.access(os.path.join(PROJECT, called), os.X_OK)]
            found += filter(None, [shell_faults(script)])
        if job.get("permissions") == WRITES["deploy"] and any("run" in step for step in job.get("steps", [])):
            found.append("who deploys runs a script")
    return found


class GitlabLoader(yaml.SafeLoader):
    """With what GitLab adds to YAML: a list from elsewhere in the file."""


GitlabLoader.add_constructor("!reference", lambda loader, node: "# " + ".".join(loader.construct_sequence(node)))


def gitlab(path):
    with open(path, encoding="utf-8") as file:
        return yaml.load(file, GitlabLoader)


def after_looking(script, kept, **variables):
    """The exit code and what was written to GITHUB_OUTPUT, with this in next-event."""
    with tempfile.TemporaryDirectory() as folder:
        output = os.path.join(folder, "output")
        if kept is not None:
            with open(os.path.join(folder, "next-event"), "w", encoding="utf-8") as file:
                file.write(kept)
        done = subprocess.run(["sh", "-e", "-c", script], cwd=folder, capture_output=True, text=True, timeout=30,
                              env={"PATH": os.environ["PATH"], "GITHUB_OUTPUT": output} | variables)
        said = ""
        if os.path.exists(output):
            with open(output, encoding="utf-8") as file:
                said = file.read().strip()
        return done.returncode, said, done.stdout


MOMENTS = {"none\n": False, "2999-01-01T08:00:00+07:00\n": False, "2001-01-01T08:00:00+07:00\n": True, "": True, None: True,
           "$(exit 1)\n": True}  # what was kept, and whether something may have come due


class Due(unittest.TestCase):
    def test_github_builds_when_the_moment_has_passed(self):
        for path in files(".github/workflows/due.yml", NEW_PORTAL + "dot-github/workflows/due.yml"):
            with open(path, encoding="utf-8") as file:
                workflow = yaml.safe_load(file)
            script = workflow["jobs"]["look"]["steps"][-1]["run"]
            for kept, due in MOMENTS.items():
                with self.subTest(path, kept=kept):
                    self.assertEqual(after_looking(script, kept), (0, "due=" + str(due).lower(), ""))
            self.assertIn("due == 'true'", workflow["jobs"]["publish"]["if"])

    def test_what_is_kept_is_of_what_is_on_line_and_in_no_log(self):
        for path in files(".github/workflows/publish.yml", NEW_PORTAL + "dot-github/workflows/publish.yml"):
            with self.subTest(path), open(path, encoding="utf-8") as file:
                jobs = yaml.safe_load(file)["jobs"]
                keys = [step.get("with", {}).get("key", "") for step in jobs["remember"]["steps"]]
                self.assertEqual(jobs["remember"]["needs"], "deploy")
                self.assertTrue(keys[0].startswith("built-event-") and keys[1].startswith("next-event-"), keys)
                builds = [line for step in jobs["build"]["steps"] for line in step.get("run", "").splitlines() if "congbo build" in line]
                # A cache packed in another way is not found: the build's container has to have what the others' machine has.
                self.assertIn("zstd", " ".join(step.get("run", "") for step in jobs["build"]["steps"]))
                self.assertTrue(builds and all(line.endswith("> built") for line in builds), builds)

    def test_gitlab_builds_when_the_moment_has_passed(self):
        pages = gitlab(files(NEW_PORTAL + "dot-gitlab-ci.yml")[0])["pages"]
        self.assertEqual(pages["allow_failure"], {"exit_codes": 75})
        self.assertEqual(pages["cache"]["paths"], ["next-event"])
        for kept, due in MOMENTS.items():
            with self.subTest(kept=kept):
                self.assertEqual(after_looking(pages["before_script"][0], kept, CONGBO_DUE="1")[0], 0 if due else 75)
                self.assertEqual(after_looking(pages["before_script"][0], kept)[0], 0)  # a push, or the night


class Workflows(unittest.TestCase):
    def test_what_is_shipped(self):
        shipped = files(".github/workflows/*.yml", "docs/forges/github/*.yml", "docs/forges/forgejo/*.yml",
                        NEW_PORTAL + "dot-github/workflows/*.yml")
        self.assertGreaterEqual(len(shipped), 11)
        for path in shipped:
            with self.subTest(path), open(path, encoding="utf-8") as file:
                self.assertEqual(faults(file.read()), [])

    def test_gitlab(self):
        shipped = files("docs/forges/gitlab/gitlab-ci.yml", NEW_PORTAL + "dot-gitlab-ci.yml")
        self.assertEqual(len(shipped), 2)
        for path in shipped:
            with self.subTest(path), open(path, encoding="utf-8") as file:
                text = file.read()
                self.assertNotRegex(text, r"CI_JOB_TOKEN|CI_DEPLOY|CI_REGISTRY_PASSWORD|CI_MERGE_REQUEST_TITLE|CI_COMMIT_MESSAGE")
                for name, job in gitlab(path).items():
                    if not isinstance(job, dict) or "script" not in job:
                        continue
                    script = "\n".join(job.get("before_script", []) + job["script"])
                    self.assertEqual(shell_faults(script), "", name)

    def test_that_each_rule_can_fail(self):
        good = """
on: pull_request
permissions: {contents: read}
jobs:
  check:
    timeout-minutes: 5
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
        with: {persist-credentials: false}
      - run: ./dev test
"""
        self.assertEqual(faults(good), [])
        calls = good + "  call:\n    uses: " + PUBLISH + "\n    if: x\n    permissions: {pages: write}\n"
        self.assertNotEqual(faults(calls), [], "a pull request publishes")
        calls = calls.replace("on: pull_request", "on: schedule")
        self.assertEqual(faults(calls), [])
        for old, new in [("    if: x\n", ""), ("pages: write", "packages: write"), (PUBLISH, "./other.yml")]:
            self.assertNotEqual(faults(calls.replace(old, new)), [], new)
        for old, new in [("pull_request\n", "pull_request_target\n"), ("{contents: read}", "write-all"),
                         ("364c9af683 # v4.2.2", "364c9af683"), ("timeout-minutes: 5", "name: x"), ("./dev", "./absent"),
                         ("./dev test", "echo ${{ github.event.pull_request.title }}"), ("test\n", "test ${{ secrets.KEY }}\n"),
                         ("{persist-credentials: false}", "{fetch-depth: 0}"),
                         ("    timeout", "    permissions: {contents: write}\n    timeout")]:
            self.assertNotEqual(faults(good.replace(old, new)), [], new)


if __name__ == "__main__":
    unittest.main()
