#!/usr/bin/env bash
# Makes all packages in artifacts/: NetDsl, NetDsl.Templates, and NetDsl.Tool for each system.
# With --here, the tool is made for this system and for any other one only: CI tries it, and needs no other runtimes for that.
# One commit gives the same bytes in every folder and at every time: scripts/compare-packages.sh.
set -euo pipefail
cd "$(dirname "$0")/.."

tool=(-p:PackTool=true)
if [[ ${1:-} == --here ]]; then
    here=$(dotnet --info | sed -nE 's/^ *RID: +([^ ]+)$/\1/p' | head -n 1)
    tool+=("-p:ToolSystem=$here")
fi

# A copy without its history is packed, too, but then with its folder and the time in it.
same=()
if SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null); then
    export SOURCE_DATE_EPOCH
    same=(-p:ContinuousIntegrationBuild=true)
    # What was built without it has the folder's path inside, and is not built again for another path.
    [[ ${CI:-} == true ]] || rm -rf src/*/obj/Release
fi

rm -rf artifacts
dotnet pack src/Package -c Release "${same[@]}"
dotnet pack src/Templates -c Release "${same[@]}"
dotnet pack src/Cli -c Release "${same[@]}" "${tool[@]}"
