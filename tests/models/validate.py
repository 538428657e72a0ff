# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: validate.py SCHEMA FILE...: prints what in each YAML file doesn't fit the JSON Schema; exit 1 if
anything doesn't, 77 where the Python parts for it aren't there. Scalars are read as editors do (YAML 1.2)."""
import json
import re
import sys

try:
    import jsonschema
    import yaml
except ImportError as missing:
    print(missing)
    sys.exit(77)


class Editor(yaml.SafeLoader):
    """Only what YAML 1.2 knows: 07:40 and yes are texts."""
    yaml_implicit_resolvers = {}


Editor.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(true|false)$"), list("tf"))
Editor.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(null|~|)$"), ["n", "~", ""])
Editor.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^[-+]?[0-9]+$"), list("-+0123456789"))
Editor.add_implicit_resolver("tag:yaml.org,2002:float",
                             re.compile(r"^[-+]?([0-9]+\.[0-9]*|\.[0-9]+|[0-9]+)([eE][-+]?[0-9]+)?$"),
                             list("-+.0123456789"))

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
checker = jsonschema.validators.validator_for(schema)
checker.check_schema(schema)
wrong = 0
for path in sys.argv[2:]:
    with open(path, encoding="utf-8") as file:
        scenario = yaml.load(file, Editor)
    for error in checker(schema).iter_errors(scenario):
        print(f"{path}: {'.'.join(str(step) for step in error.absolute_path)}: {error.message[:200]}")
        wrong += 1
sys.exit(wrong > 0)
