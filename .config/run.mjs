// Runs a TypeScript program of this repository: `node .config/run.mjs path/to/program.ts [arguments]`.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { argv, execPath, exit } from 'node:process';
import { build } from 'esbuild';

const [entry, ...args] = argv.slice(2);
if (!entry) {
  console.error('usage: node .config/run.mjs FILE.ts [arguments]');
  exit(2);
}
const outfile = `node_modules/.cache/run/${entry.replaceAll('/', '_').replace(/\.ts$/, '.mjs')}`;
mkdirSync('node_modules/.cache/run', { recursive: true });
await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  packages: 'external',
  mainFields: ['module', 'main'],
  sourcemap: 'inline',
  logLevel: 'warning',
});
exit(spawnSync(execPath, ['--enable-source-maps', outfile, ...args], { stdio: 'inherit' }).status ?? 1);
