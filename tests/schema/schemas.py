#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""JSON Schemas of `congbo schema` against a real validator (python3-jsonschema): schemas.py PROGRAM PROJECT_ROOT

Every published item and every `_site/` file of the demonstration portal is valid, one wrong value for each kind of rule
is not, and no key of a schema is unknown to the program. The demonstration portal is the sample, so a key that editors
use and a schema forgets fails here."""
import json, os, re, subprocess, sys, tempfile, unittest

try:
    import jsonschema, yaml
except ImportError as missing:
    print(f"skipped: {missing} (python3-jsonschema, python3-yaml)")
    sys.exit(1 if os.environ.get("CI") == "true" else 77)

program, root = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])


class Core(yaml.CSafeLoader):
    """YAML 1.2 core, as editors' programs and ours (libyaml) read it: no dates, no «yes» for true."""


Core.yaml_implicit_resolvers = {}
for tag, pattern, first in (("bool", r"true|false", "tf"), ("null", r"~|null|", ["~", "n", ""]),
                            ("int", r"[-+]?[0-9]+", "-+0123456789"),
                            ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789")):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))
Core.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node)))


def congbo(*words):
    done = subprocess.run([program, *words], capture_output=True, timeout=120)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def schema(name, source=root, *words):
    code, text, mistakes = congbo("schema", name, "--source", source, *words)
    assert code == 0, mistakes
    return json.loads(text)


def front_matter(path):
    text = open(path, encoding="utf-8").read()
    return yaml.load(text.split("\n---", 1)[0].removeprefix("---\n"), Loader=Core) or {}


def mistakes(shape, value):
    return [f"{'/'.join(map(str, one.absolute_path))}: {one.message[:160]}"
            for one in jsonschema.Draft202012Validator(shape).iter_errors(value)]


class Demonstration(unittest.TestCase):
    maxDiff = None

    def test_every_published_item_is_valid(self):
        code, text, _ = congbo("list", "pages", "--source", root, "--format", "json")
        self.assertEqual(code, 0)
        shapes, wrong, seen = {}, [], 0
        for page in json.loads(text):
            name = "_index" if page["source"].endswith("_index.md") else page["type"]
            words = ["--portal", page["portal"]] if page["portal"] != "main" else []
            key = (name, page["portal"])
            shapes[key] = shapes.get(key) or schema(name, root, *words)
            item = front_matter(os.path.join(root, page["source"]))
            if item.get("status") == "draft":  # may be half done
                continue
            seen += 1
            wrong += [f"{page['source']}: {one}" for one in mistakes(shapes[key], item)]
        self.assertGreater(seen, 60)
        self.assertEqual(wrong, [])

    def test_every_file_of_the_settings_is_valid(self):
        seen, wrong = 0, []
        for folder, _, files in os.walk(os.path.join(root, "content")):
            if "/_site" not in folder:
                continue
            for name in files:
                part = {"types": "types.yaml", "i18n": "strings.yaml"}.get(os.path.basename(folder), name)
                if not name.endswith(".yaml"):
                    continue
                path = os.path.join(folder, name)
                value = yaml.load(open(path, encoding="utf-8"), Loader=Core)
                wrong += [f"{path}: {one}" for one in mistakes(schema(part), value)]
                seen += 1
        self.assertGreater(seen, 5)
        self.assertEqual(wrong, [])

    def test_the_sample_of_who_approves_what_is_valid_and_its_mistakes_are_not(self):
        sample = open(f"{root}/docs/approval.md", encoding="utf-8").read().split("```yaml\n", 1)[1].split("```", 1)[0]
        policy, shape = yaml.load(sample.replace("AAAA…", "AAAAB3"), Loader=Core), schema("approval.yaml")
        self.assertEqual(mistakes(shape, policy), [])
        for change in ({"people": None}, {"version": 2}, {"revoked": ["abc"]}, {"rules": [{"approvals": 2}]}, {"delegations": [{"head": "a"}]},
                       {"people": [{"id": "a", "roles": ["duyet"]}]}, {"people": [{"id": "a", "keys": ["khoa"]}]}, {"nguoi": []}):
            self.assertNotEqual(mistakes(shape, {**policy, **change}), [], change)

    def test_shipped_types_strings_and_vocabularies_are_valid(self):
        shipped = os.path.join(root, "generator/site/shipped")
        for name in sorted(os.listdir(f"{shipped}/types")):
            value = yaml.load(open(f"{shipped}/types/{name}", encoding="utf-8"), Loader=Core)
            self.assertEqual(mistakes(schema("types.yaml"), value), [], name)
        for shape, path in (("vocabularies.yaml", f"{shipped}/vocabularies.yaml"),
                            ("strings.yaml", f"{root}/layouts/i18n/vi.yaml")):
            value = yaml.load(open(path, encoding="utf-8"), Loader=Core)
            self.assertEqual(mistakes(schema(shape), value), [], path)


class Rules(unittest.TestCase):
    """A right item, then one change for each kind of rule."""

    news = {"title": "Hội nghị", "unit": "so-noi-vu", "summary": "Tóm tắt.", "category": "tin-tuc", "author": "Ban Biên tập",
            "event_at": "2026-03-04T08:00", "scope": "own", "origin": "own"}
    wrong_news = {
        "a mandatory key": {"title": None},
        "an empty mandatory text": {"summary": ""},
        "a key nobody knows": {"tilte": "Hội nghị"},
        "a fact that only git knows": {"approved_by": "Ban Biên tập"},
        "a unit that is not in units.yaml": {"unit": "so-khong-co"},
        "a term outside a closed vocabulary": {"category": "khong-co"},
        "a day that is none": {"event_at": "04/03/2026"},
        "a truth value": {"featured": "có"},
        "a whole number": {"order": 1.5},
        "a list": {"aliases": "/cu"},
        "an object": {"embargo": "2026-01-01"},
        "a key within an object": {"withdrawn": {"khi": "2026-01-01"}},
        "a choice": {"status": "xong"},
        "neither unit nor source": {"unit": None},
        "a source of what is taken over": {"origin": "reposted"},
        "on a leader's order": {"category": "khac"},
        "a pattern": {"translated_from": "abc"},
    }
    procedure = {"title": "Cấp giấy phép", "unit": "so-noi-vu", "agency": "Sở Nội vụ", "dossier": [{"item": "Đơn"}],
                 "copies_total": 1, "forms": [], "duration": {"value": 5, "unit": "working-day"}, "fee": {"none": True}}
    wrong_procedure = {
        "a list that must not be empty": {"dossier": []},
        "a smallest number": {"copies_total": 0},
        "a number": {"copies_total": "một"},
        "a condition on another key": {"level": 3},
        "a condition on a key within another": {"level": 4, "submit_url": "https://a.vn", "fee": {"amount": "10.000 đồng"},
                                                "forms": ["a.docx"], "result_channels": ["online"]},
        "one of a group": {"fee": {}},
        "a key within an object that must be there": {"duration": {"value": 5}},
    }

    def expect(self, name, right, changes):
        shape = schema(name)
        for key, allowed in (("scope", "scope"), ("origin", "origin")):  # the first term of the vocabulary
            if key in right and "enum" in shape["properties"].get(key, {}):
                if right[key] not in shape["properties"][key]["enum"]:
                    right = {**right, key: shape["properties"][key]["enum"][0]}
        self.assertEqual(mistakes(shape, right), [], name)
        for rule, change in changes.items():
            with self.subTest(rule):
                item = {key: value for key, value in {**right, **change}.items() if value is not None}
                self.assertNotEqual(mistakes(shape, item), [], f"{name}: {rule}")

    def test_a_wrong_value_of_each_kind_is_refused(self):
        self.expect("news", self.news, self.wrong_news)
        self.expect("procedure", self.procedure, self.wrong_procedure)

    def test_wrong_settings_are_refused(self):
        site = {"name": "Cổng", "base_url": "https://a.vn"}
        for name, right, wrong in (
                ("site.yaml", site, [{"name": "Cổng"}, {**site, "base_url": "a.vn"}, {**site, "per_page": 0},
                                     {**site, "sections": {"tin-tuc": "nwes"}}, {**site, "menu": [{"label": "A"}]},
                                     {**site, "colour": "red"}]),
                ("units.yaml", {"so-a": {"name": "Sở A"}}, [{"Sở A": {"name": "Sở A"}}, {"so-a": {}}, {"so-a": {"name": "A", "tel": "1"}}]),
                ("policy.yaml", {"checks": {"domain-not-gov-vn": "off"}}, [{"checks": {"domain-not-gov-vn": "maybe"}}, {"extends": "x"},
                                                                         {"review": {"nwes": 1}}, {"choices": {"image": 1}}]),
                ("calendar.yaml", {"holidays": ["2026-01-01"]}, [{"holidays": ["01/01/2026"]}, {"days": []}]),
                ("tombstones.yaml", [{"address": "/a", "reason": "r", "authority": "a", "on": "2026-01-01"}],
                 [[{"reason": "r", "authority": "a", "on": "2026-01-01"}], {"address": "/a"}]),
                ("vocabularies.yaml", {"field": {"terms": {"a": "A"}}}, [{"field": {"term": {}}}, {"Lĩnh vực": {}}]),
                ("types.yaml", {"fields": {"a": {"kind": "text"}}}, [{"fields": {"a": {"kind": "string"}}}, {"filds": {}}])):
            shape = schema(name)
            self.assertEqual(mistakes(shape, right), [], name)
            for value in wrong:
                self.assertNotEqual(mistakes(shape, value), [], f"{name}: {value}")


class Portal(unittest.TestCase):
    def test_a_portals_own_types_units_and_terms_are_in_the_schemas(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(congbo("init", folder + "/cong")[0], 0)
            portal = folder + "/cong"
            os.makedirs(portal + "/content/_site/types")
            open(portal + "/content/_site/types/le-hoi-xuan.yaml", "w").write(
                "label: {vi: Lễ hội xuân, en: Spring festival}\nfields:\n  mua: {kind: choice, vocabulary: mua, required: true, label: Mùa}\n")
            open(portal + "/content/_site/vocabularies.yaml", "w").write("mua: {label: Mùa, terms: {xuan: Mùa xuân}}\n")
            open(portal + "/content/_site/units.yaml", "w").write("phong-a:\n  name: {vi: Phòng A, en: Office A}\n  short_name: P.A\n")
            shape = schema("le-hoi-xuan", portal)
            season = shape["properties"]["mua"]
            self.assertEqual(season["enum"], ["xuan", "Mùa xuân"])
            self.assertEqual(season["enumDescriptions"], ["Mùa xuân", "xuan"])
            units = shape["properties"]["unit"]["anyOf"][0]
            self.assertEqual(units["enum"], ["phong-a", "Phòng A", "Office A", "P.A"])
            self.assertEqual(units["enumDescriptions"][0], "Phòng A")
            self.assertIn("le-hoi-xuan", schema("site.yaml", portal)["properties"]["sections"]["additionalProperties"]["enum"])
            self.assertEqual(schema("le-hoi-xuan", portal, "--lang", "en")["title"], "Spring festival")

    def test_schemas_are_the_same_each_time_and_all_are_schemas(self):
        with tempfile.TemporaryDirectory() as folder:
            for out in ("a", "b"):
                self.assertEqual(congbo("schema", "--source", root, "--out", f"{folder}/{out}")[0], 0)
            one, other = ({os.path.relpath(os.path.join(at, name), f"{folder}/{out}"): open(os.path.join(at, name)).read()
                           for at, _, names in os.walk(f"{folder}/{out}") for name in names} for out in "ab")
            self.assertEqual(one, other)
            self.assertGreater(len(one), 50)
            for path, text in one.items():
                value = json.loads(text)
                if path.startswith("schemas/"):
                    jsonschema.Draft202012Validator.check_schema(value)
                    self.assertEqual(value["$schema"], "https://json-schema.org/draft/2020-12/schema")
            self.assertIn("${", json.loads(one["congbo.code-snippets"])["Tin tức (news)"]["body"][3])
            self.assertEqual(congbo("schema", "--source", root, "--out", f"{folder}/a")[1], "")  # nothing is written twice

    def test_the_program_knows_every_key_of_the_schemas(self):
        with tempfile.TemporaryDirectory() as folder:
            portal = folder + "/cong"
            congbo("init", portal)
            for name in ("site.yaml", "policy.yaml", "calendar.yaml"):
                path = f"{portal}/content/_site/{name}"
                present = open(path, encoding="utf-8").read() if os.path.exists(path) else ""
                used = yaml.load(present, Loader=Core) or {}
                more = "".join(f"{key}:\n" for key in schema(name)["properties"] if key not in used)
                open(path, "w", encoding="utf-8").write(present + more)
            _, _, said = congbo("check", "--source", portal)
            self.assertNotIn("key-unknown", said)


if __name__ == "__main__":
    sys.exit(0 if unittest.main(argv=sys.argv[:1], exit=False, verbosity=1).result.wasSuccessful() else 1)
