#!/usr/bin/env bash
# Runs the tests and says how much of the code they reach: lines and branches of each assembly, and a report in artifacts/coverage.
# Arguments go to dotnet test, such as --filter FullyQualifiedName~Writing.
set -euo pipefail
cd "$(dirname "$0")/.."

out=artifacts/coverage
rm -rf "$out"
dotnet test tests -c Release --collect "XPlat Code Coverage" --results-directory "$out" --settings scripts/coverage.runsettings "$@"
python3 - "$out"/*/coverage.cobertura.xml <<'PYTHON'
import sys
import xml.etree.ElementTree as tree

root = tree.parse(sys.argv[1]).getroot()
print(f"{'assembly':<20} {'lines':>8} {'branches':>9}")
rows = [(package.get("name"), package) for package in root.iter("package")] + [("all", root)]
for name, row in rows:
    print(f"{name:<20} {float(row.get('line-rate')):>8.1%} {float(row.get('branch-rate')):>9.1%}")
PYTHON
