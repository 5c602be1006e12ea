// Runs a TypeScript program of this repository: `node .config/run.mjs path/to/program.ts [arguments]`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { argv, execPath, exit } from 'node:process';
import { build } from 'esbuild';

const [entry, ...args] = argv.slice(2);
if (!entry) {
  console.error('usage: node .config/run.mjs FILE.ts [arguments]');
  exit(2);
}
// Node would take the UMD builds of these two, whose exports it cannot name; bundled, their modules are taken.
const bundled = ['vscode-json-languageservice', 'jsonc-parser'];
const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const installed = Object.keys({ ...dependencies, ...devDependencies, '@vscode/l10n': '' });
const external = installed.filter((name) => !bundled.includes(name));
const outfile = `node_modules/.cache/run/${entry.replaceAll('/', '_').replace(/\.ts$/, '.mjs')}`;
mkdirSync('node_modules/.cache/run', { recursive: true });
await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  external,
  mainFields: ['module', 'main'],
  sourcemap: 'inline',
  logLevel: 'warning',
});
exit(spawnSync(execPath, ['--enable-source-maps', outfile, ...args], { stdio: 'inherit' }).status ?? 1);
