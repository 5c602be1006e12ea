// Runs when packages were installed in a clone: where nothing is built yet, the bundles are. pre-commit installs a hook so and
// packs the command after it, and what it reads of `npm pack` must hold no other output.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
if (!existsSync(`${root}/dist/cli.js`)) {
  // That the packages are there must not depend on it: `npm run build` tells of a failure.
  spawnSync(process.execPath, [`${root}/.config/build.mjs`], { cwd: root, stdio: 'inherit' });
}
