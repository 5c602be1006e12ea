#!/usr/bin/env node
// What pre-commit runs: `taskdef lint` on the files that it names. The command is built when it is not there yet.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { argv, cwd, execPath } from 'node:process';
import { checkNode, ensureInstalled, main, root } from './setup.mjs';

const cli = join(root, 'dist', 'cli.js');

await main(() => {
  checkNode();
  if (!existsSync(cli)) {
    ensureInstalled(() => undefined);
    const { status } = spawnSync(execPath, [join(root, '.config', 'build.mjs')], { cwd: root, stdio: 'inherit' });
    if (status !== 0) return status ?? 1;
  }
  return spawnSync(execPath, [cli, 'lint', ...argv.slice(2)], { cwd: cwd(), stdio: 'inherit' }).status ?? 1;
});
