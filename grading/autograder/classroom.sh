#!/usr/bin/env bash
# Grades the repository on a machine of GitHub Actions, and hands the result to Classroom's reporter.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
as_root=()
if [ "$(id -u)" -ne 0 ]; then as_root=(sudo --preserve-env=PATH); fi
work=$(mktemp -d)
trap '"${as_root[@]}" rm -rf "$work"' EXIT # a runner of one's own is not thrown away
submission=$work/submission

mkdir -p "$work/antre" "$submission"
tar -xzf "$here/antre.tgz" -C "$work/antre"
(cd "$work/antre" && npm ci --ignore-scripts --no-audit --no-fund)
"${as_root[@]}" env "PATH=$PATH" node "$work/antre/dist/cli/setup.js" --yes --system sandbox languages
# What is handed in, without what grades it.
tar -c --exclude=./.github --exclude=./.git -C "${GITHUB_WORKSPACE:-.}" . | tar -x -C "$submission"

status=0
"${as_root[@]}" env "PATH=$PATH" node "$work/antre/dist/grading/main.js" "$submission" --one --lang {lang} \
  --rubric "$here/rubric.yaml" --format classroom --out "$work/out" || status=$?
if [ $status -gt 1 ]; then exit $status; fi

echo "result=$(base64 -w0 "$work/out/submission/classroom.json")" >>"$GITHUB_OUTPUT"
if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then cat "$work/out/submission/feedback.md" >>"$GITHUB_STEP_SUMMARY"; fi
