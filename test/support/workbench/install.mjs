// Puts a real VS Code workbench (the npm package code-server) into .vscode-test/, once.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onPath, PlainError, projectNode, run, withNode } from './process.mjs';

const version = '4.139.1';
const folder = join('.vscode-test', 'code-server');
// The three native modules the server half cannot do without; kerberos and argon2 need system libraries and are not needed.
const nativeModules = ['node-pty', '@vscode/spdlog', '@vscode/native-watchdog'];

/** The server half of the workbench inside the project, installed or not. */
export function workbenchServer(root) {
  return join(root, folder, 'node_modules', 'code-server', 'lib', 'vscode', 'out', 'server-main.js');
}

/**
 * Installs the workbench when it is missing or of another version; a second call does nothing.
 * Needs gcc, make and Python. Throws PlainError with what to do.
 */
export async function ensureWorkbench({ root, log = () => undefined }) {
  const node = projectNode(root);
  const stamp = `${version} ${process.platform} ${process.arch}`;
  const stampFile = join(root, folder, 'stamp');
  if (existsSync(workbenchServer(root)) && read(stampFile) === stamp) {
    return;
  }
  requireTools();
  log(`Installing the VS Code workbench (code-server ${version}) into .vscode-test/; this takes a minute, once.`);
  try {
    await install(root, node);
  } catch (error) {
    if (!(error instanceof PlainError)) {
      throw error;
    }
    log('That did not work; trying once more.');
    await install(root, node);
  }
  writeFileSync(stampFile, stamp);
}

/** The Chromium or Chrome of this machine. Throws PlainError when there is none. */
export function findChromium(env = process.env) {
  const { CHROME_PATH } = env;
  if (CHROME_PATH) {
    if (!existsSync(CHROME_PATH)) {
      throw new PlainError(`CHROME_PATH names ${CHROME_PATH}, but there is no such file.`);
    }
    return CHROME_PATH;
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const applications = ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  const found =
    names.map((name) => onPath(name, env)).find(Boolean) ??
    ['/usr/bin/chromium', ...applications].find((path) => existsSync(path));
  if (!found) {
    throw new PlainError(
      'The workbench tests need Chromium or Chrome: install it (Debian: apt-get install chromium) or name one in CHROME_PATH.',
    );
  }
  return found;
}

async function install(root, node) {
  const partial = join(root, `${folder}.partial`);
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  writeFileSync(join(partial, 'package.json'), '{ "name": "workbench", "private": true }\n');
  const env = withNode(node, { ...process.env, ...headers(node) });
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  const vscode = join(partial, 'node_modules', 'code-server', 'lib', 'vscode');
  await npm(['install', '--ignore-scripts', ...quiet, `code-server@${version}`], partial, env);
  await npm(['install', '--ignore-scripts', '--omit=dev', ...quiet], vscode, env);
  await npm(['rebuild', ...quiet, ...nativeModules], vscode, env);
  rmSync(join(root, folder), { recursive: true, force: true });
  renameSync(partial, join(root, folder));
}

async function npm(args, cwd, env) {
  const { code, output } = await run('npm', args, { cwd, env });
  if (code !== 0) {
    throw new PlainError(
      `The workbench could not be installed: \`npm ${args[0]}\` in ${cwd} ended with code ${code}. Its last words:\n${output.slice(-2000)}`,
    );
  }
}

/** node-gyp must not have to download: the npm package of Node and Debian's libnode-dev both bring the headers. */
function headers(node) {
  const inside = (prefix) => existsSync(join(prefix, 'include', 'node', 'node.h'));
  const prefixes = [dirname(dirname(node)), ...packagedNode(node), '/usr'];
  const prefix = prefixes.find(inside);
  return prefix ? { npm_config_nodedir: prefix } : {};
}

function packagedNode(node) {
  const name = `node-${process.platform}-${process.arch}`;
  const packageFolder = dirname(dirname(node));
  return [join(packageFolder, 'node_modules', name), join(packageFolder, '..', name)];
}

function requireTools() {
  if (process.platform === 'win32') {
    throw new PlainError('The workbench runs on Linux and macOS; on Windows use WSL, or press F5 in VS Code.');
  }
  const missing = [['gcc', 'cc', 'clang'], ['make'], ['python3', 'python']]
    .filter((names) => !names.some((name) => onPath(name)))
    .map(([name]) => name);
  if (missing.length > 0) {
    throw new PlainError(
      `The workbench has native parts that need ${missing.join(', ')}: install what is missing (Debian: apt-get install build-essential python3) and start again.`,
    );
  }
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
