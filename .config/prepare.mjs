// Runs when npm makes a package of a clone, as pre-commit does: the command is built then. In a working copy nothing is.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const isPacked = process.env.npm_command === 'pack' || process.env.npm_config_global === 'true';
if (isPacked && existsSync(`${root}/node_modules/esbuild`)) {
  process.exitCode =
    spawnSync(process.execPath, [`${root}/.config/build.mjs`], { cwd: root, stdio: 'inherit' }).status ?? 1;
}
