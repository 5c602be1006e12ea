// What `npm start`, `npm test` and `npm run package` share. It runs before anything is installed: Node's own modules only.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findPython } from '../test/support/endpoint/python.mjs';
import { onPath, PlainError, projectNode, withNode } from '../test/support/workbench/process.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');

const cache = join(root, 'node_modules', '.cache', 'taskdef');
const inputFolders = ['client', 'server', 'schemas', 'syntaxes', 'media', 'l10n'];
const inputFiles = [
  '.config/build.mjs',
  '.config/package.mjs',
  '.vscodeignore',
  'package.json',
  'package.nls.json',
  'package-lock.json',
  'language-configuration.json',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
];

/** Runs a command's program, turns a PlainError into its sentence and exit code 1, anything else into a crash. */
export async function main(program) {
  try {
    process.exitCode = await program();
  } catch (error) {
    if (!(error instanceof PlainError)) {
      throw error;
    }
    console.error(error.message);
    process.exitCode = 1;
  }
}

/** Throws PlainError when this Node cannot even install the project. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new PlainError(`Taskdef needs Node 20.19 or newer to install; this is ${process.versions.node}.`);
  }
}

/** Throws PlainError when there is no Python to run the local ECS endpoint with. */
export function checkPython() {
  return sentences(() => findPython());
}

/** Runs a function whose errors are sentences for the user, as those of the local endpoint are. */
export async function sentences(work) {
  try {
    return await work();
  } catch (error) {
    throw new PlainError(error.message, { cause: error });
  }
}

/** Installs the packages when package-lock.json is not the one they were installed from. True when it did. */
export function ensureInstalled(log) {
  const stamp = join(root, 'node_modules', '.taskdef-install');
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
    return false;
  }
  log('Installing packages (npm ci).');
  // npm is about to delete the project's own Node, so it must not run on it.
  const PATH = outsidePath();
  const { status, error } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, PATH },
  });
  if (status !== 0) {
    throw new PlainError(
      error ? 'There is no npm on PATH; it comes with Node.' : '`npm ci` failed; see its words above.',
    );
  }
  writeFileSync(stamp, wanted);
  return true;
}

/**
 * Continues this program on the project's own Node. Resolves to undefined when it already runs there,
 * else to the exit code of the program, run to its end as a child.
 */
export function onProjectNode(file) {
  const node = projectNode(root);
  if (process.versions.node === packageVersion('node')) {
    process.env.PATH = [join(root, 'node_modules', '.bin'), withNode(node, process.env).PATH].join(delimiter);
    return Promise.resolve(undefined);
  }
  const child = spawn(node, [file, ...process.argv.slice(2)], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}

/** Builds `dist/` and packs `taskdef.vsix` when a file that goes into them has changed. True when it did. */
export function ensurePackaged(log = () => undefined) {
  const stamp = join(cache, 'packaged');
  const wanted = inputsHash();
  const outputs = ['dist/extension.js', 'dist/server.js', 'dist/cli.js', 'taskdef.vsix'];
  const present = outputs.every((output) => existsSync(join(root, output)));
  if (present && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
    return false;
  }
  log('Building and packing the extension.');
  if (
    spawnSync(process.execPath, [join(root, '.config', 'package.mjs')], { cwd: root, stdio: 'inherit' }).status !== 0
  ) {
    throw new PlainError('The extension could not be built; see the words above.');
  }
  return true;
}

/** Remembers that `dist/` and `taskdef.vsix` are made from the files as they are now. */
export function stampPackaged() {
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, 'packaged'), inputsHash());
}

/** The `node` of the machine, not the project's; undefined when there is no other. */
export function machineNode() {
  return onPath('node', { PATH: outsidePath() });
}

function outsidePath() {
  const inside = join(root, 'node_modules');
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.startsWith(inside))
    .join(delimiter);
}

function packageVersion(name) {
  return JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version;
}

function inputsHash() {
  const hash = createHash('sha256');
  const listed = inputFolders.flatMap((folder) => files(join(root, folder)));
  for (const file of [...inputFiles.map((name) => join(root, name)), ...listed]) {
    if (existsSync(file)) {
      hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

function files(folder) {
  if (!existsSync(folder)) {
    return [];
  }
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? dirname(folder), entry.name))
    .sort();
}
