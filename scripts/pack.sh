#!/usr/bin/env bash
# Makes all packages in artifacts/: NetDsl, NetDsl.Templates, and NetDsl.Tool for each system.
# With --here, the tool is made for this system and for any other one only: CI tries it, and needs no other runtimes for that.
set -euo pipefail
cd "$(dirname "$0")/.."

tool=(-p:PackTool=true)
if [[ ${1:-} == --here ]]; then
    here=$(dotnet --info | sed -nE 's/^ *RID: +([^ ]+)$/\1/p' | head -n 1)
    tool+=("-p:ToolSystem=$here")
fi

rm -rf artifacts
dotnet pack src/Package -c Release
dotnet pack src/Templates -c Release
dotnet pack src/Cli -c Release "${tool[@]}"
