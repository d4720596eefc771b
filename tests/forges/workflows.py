#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the workflows that this project ships may do: read, run what is pinned, and take no text of a stranger for code.

workflows.py PROJECT
"""

import glob
import os
import re
import shutil
import subprocess
import sys
import unittest

import yaml

PROJECT = sys.argv.pop(1)
NEW_PORTAL = "generator/site/shipped/new-portal/files/"
WRITES = {"deploy": {"pages": "write", "id-token": "write"}, "record": {"contents": "write"}}  # jobs of publish.yml
PINNED = re.compile(r"^actions/[a-z-]+@[0-9a-f]{40} # v[0-9]+\.[0-9]+\.[0-9]+$")
OF_FORGEJO = re.compile(r"^https://code\.forgejo\.org/actions/[a-z-]+@v[0-9]+$")


def files(*patterns):
    return sorted(path for pattern in patterns for path in glob.glob(os.path.join(PROJECT, pattern), include_hidden=True))


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
        if not PINNED.match(line) and not OF_FORGEJO.match(line):
            found.append("not pinned: " + line)
    for name, job in workflow["jobs"].items():
        if "timeout-minutes" not in job:
            found.append(name + " has no end")
        allowed = {} if "pull_request" in triggers(workflow) else WRITES.get(name, {})
        if job.get("permissions", allowed) != allowed:
            found.append(name + ": permissions")
        for step in job["steps"]:
            script = step.get("run", "")
            if "${{" in script:
                found.append("an expression becomes code: " + script)
            if step.get("uses", "").find("/checkout@") > 0 and name not in WRITES and "pull_request" in triggers(workflow):
                if step.get("with", {}).get("persist-credentials") is not False:
                    found.append(name + " leaves its token in the checkout")
            found += [f"{called} is not there" for called in re.findall(r"(?:^|[\s;&])\./([\w./-]+)", script)
                      if not os.access(os.path.join(PROJECT, called), os.X_OK)]
            found += filter(None, [shell_faults(script)])
        if job.get("permissions") == WRITES["deploy"] and any("run" in step for step in job["steps"]):
            found.append("who deploys runs a script")
    return found


class Workflows(unittest.TestCase):
    def test_what_is_shipped(self):
        shipped = files(".github/workflows/*.yml", "docs/forges/github/*.yml", "docs/forges/forgejo/*.yml",
                        NEW_PORTAL + "dot-github/workflows/*.yml")
        self.assertGreaterEqual(len(shipped), 9)
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
                for name, job in yaml.safe_load(text).items():
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
        for old, new in [("pull_request\n", "pull_request_target\n"), ("{contents: read}", "write-all"),
                         ("364c9af683 # v4.2.2", "364c9af683"), ("timeout-minutes: 5", "name: x"), ("./dev", "./absent"),
                         ("./dev test", "echo ${{ github.event.pull_request.title }}"), ("test\n", "test ${{ secrets.KEY }}\n"),
                         ("{persist-credentials: false}", "{fetch-depth: 0}"),
                         ("    timeout", "    permissions: {contents: write}\n    timeout")]:
            self.assertNotEqual(faults(good.replace(old, new)), [], new)


if __name__ == "__main__":
    unittest.main()
