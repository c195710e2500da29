#!/usr/bin/env bash
# Accepts every snapshot that differs: scripts/update-snapshots.sh [options of dotnet test, such as --filter NAME]
# Ends red if it accepted anything: an update is never green by itself.
set -uo pipefail
cd "$(dirname "$0")/.."

if [[ "${CI:-}" == [Tt]rue || "${CI:-}" == 1 ]]; then
    echo "CI accepts no snapshots." >&2
    exit 1
fi

export NETDSL_ACCEPT_SNAPSHOTS=1
export DOTNET_CLI_UI_LANGUAGE=en
log=$(mktemp)
trap 'rm -f "$log"' EXIT

accepted=0
build=()
# A test with several snapshots stops at the first that differs: go on until a run accepts none.
for _ in {1..20}; do
    dotnet test NetDsl.sln ${build[@]+"${build[@]}"} "$@" </dev/null >"$log" 2>&1
    status=$?
    now=$(grep -c '^ *Accepted: ' "$log")
    accepted=$((accepted + now))
    [[ $now -eq 0 ]] && break
    grep '^ *Accepted: ' "$log"
    build=(--no-build)
done

if [[ $status -ne 0 ]]; then
    cat "$log"
    echo "Not only snapshots fail." >&2
    exit "$status"
fi

if [[ $accepted -eq 0 ]]; then
    echo "Every snapshot is as it was."
    exit 0
fi

echo "$accepted accepted. Look at each with \"git diff snapshots docs\" (new ones: git status), then run the tests again." >&2
exit 1
