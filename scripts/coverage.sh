#!/usr/bin/env bash
# Runs the tests and says how much of the code they reach: lines and branches of each folder, and a report in artifacts/coverage.
# Arguments go to dotnet test, such as --filter FullyQualifiedName~Writing. Ends red if a test fails, but counts all the same.
set -euo pipefail
cd "$(dirname "$0")/.."

out=artifacts/coverage
rm -rf "$out"
status=0
dotnet test tests -c Release --collect "XPlat Code Coverage" --results-directory "$out" --settings scripts/coverage.runsettings "$@" || status=$?
python3 - "$out"/*/coverage.cobertura.xml <<'PYTHON'
import collections
import os
import re
import sys
import xml.etree.ElementTree as tree

root = tree.parse(sys.argv[1]).getroot()
sources = [source.text for source in root.iter("source")]
# A file is in several classes, for lambdas are classes, too: what counts is its lines.
lines = {}
for part in root.iter("class"):
    name = part.get("filename")
    path = next((full for full in (os.path.join(source, name) for source in sources) if os.path.exists(full)), name)
    path = os.path.relpath(path) if os.path.isabs(path) else path
    for line in part.iter("line"):
        taken, all_of = map(int, re.search(r"\((\d+)/(\d+)\)", line.get("condition-coverage", "(0/0)")).groups())
        old = lines.setdefault(path, {}).get(line.get("number"), (0, 0, 0))
        lines[path][line.get("number")] = (max(old[0], int(line.get("hits"))), max(old[1], taken), max(old[2], all_of))

folders = collections.defaultdict(lambda: [0, 0, 0, 0])
for path, found in lines.items():
    parts = path.split(os.sep)[:-1]
    for folder in {"all", "/".join(parts[:2]), "/".join(parts[:3])}:
        count = folders[folder]
        for hits, taken, all_of in found.values():
            count[0] += hits > 0
            count[1] += 1
            count[2] += taken
            count[3] += all_of
print(f"{'folder':<32} {'lines':>8} {'branches':>9}")
for folder, (hit, count, taken, all_of) in sorted(folders.items()):
    print(f"{folder:<32} {hit / max(1, count):>8.1%} {taken / max(1, all_of):>9.1%}")
PYTHON
exit $status
