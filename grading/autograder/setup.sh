#!/usr/bin/env bash
# Gradescope runs this once, when it builds the machine: Node.js, Antre, and what Antre then installs itself.
set -euo pipefail
here=${ANTRE_SOURCE:-/autograder/source}

# Node.js 20.19 or newer: the system's own is often older.
new_enough='const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)'
if ! { command -v node >/dev/null && node -e "$new_enough"; }; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends curl ca-certificates xz-utils >/dev/null
  version=v20.20.2
  curl -fsSL "https://nodejs.org/dist/$version/node-$version-linux-x64.tar.xz" | tar -xJ -C /usr/local --strip-components 1
fi

mkdir -p "$here/antre"
tar -xzf "$here/antre.tgz" -C "$here/antre"
cd "$here/antre"
npm ci --ignore-scripts --no-audit --no-fund
node dist/cli/setup.js --yes --system sandbox languages
