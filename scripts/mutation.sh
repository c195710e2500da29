#!/usr/bin/env bash
# Changes the code in small ways, one at a time, and says which changes no test notices: scripts/mutation.sh [AREA...]
# An area is a file of mutation/areas; all of them take hours. docs/mutation.md says what has been found.
set -euo pipefail
cd "$(dirname "$0")/../mutation"

export RunAnalyzers=false
dotnet tool restore
out=$PWD/../artifacts/mutation
[[ $# -gt 0 ]] || set -- $(basename -s .json areas/*.json)
for area in "$@"; do
    rm -rf "${out:?}/$area"
    nice dotnet stryker --config-file "areas/$area.json" --output "$out/$area" </dev/null
    python3 - "$out/$area/reports/mutation-report.json" <<'PYTHON'
import collections
import json
import os
import sys

alive = ("Survived", "NoCoverage")
total = collections.Counter()
for path, file in json.load(open(sys.argv[1], encoding="utf-8"))["files"].items():
    lines = file["source"].split("\n")
    for mutant in file["mutants"]:
        total[mutant["status"]] += 1
        if mutant["status"] in alive:
            at = mutant["location"]["start"]["line"]
            print(f"{os.path.relpath(path, '..')}({at}): {lines[at - 1].strip()}")
            print(f"    {mutant['status']}: {' '.join(mutant['replacement'].split())}")
killed = total["Killed"] + total["Timeout"]
survived = sum(total[status] for status in alive)
print(f"{killed} of {killed + survived} mutants killed: {killed / max(1, killed + survived):.1%}")
PYTHON
done
