#!/usr/bin/env bash
# Packs the last commit in two new clones in two folders and compares the packages byte for byte.
# Ends red if any differs, and names the files in it that do.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for clone in "$work/one" "$work/another/folder/two"; do
    git clone -q . "$clone"
    "$clone/scripts/pack.sh" --here
done

status=0
for package in "$work/one/artifacts"/*.nupkg; do
    name=$(basename "$package")
    other="$work/another/folder/two/artifacts/$name"
    if cmp -s "$package" "$other"; then
        echo "equal    $name"
    else
        status=1
        echo "differs  $name"
        diff <(unzip -v "$package" | tail -n +2) <(unzip -v "$other" | tail -n +2) || true
    fi
done
exit $status
