// @ts-check
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { kill, pid, platform } from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { findPython } from './python.mjs';

const requirements = new URL('requirements.txt', import.meta.url);

/**
 * Makes the project's own virtual environment `.venv` and installs the pinned endpoints, unless that is done already.
 * Throws an Error with one sentence for the user when Python is missing or pip fails.
 * @param {{ root: string, log?: (line: string) => void, pythons?: readonly string[] }} options `root`: the repository; `pythons`: commands to try
 * @returns {Promise<{ python: string, bin: (name: string) => string, has: (name: string) => boolean }>}
 */
export async function ensureVenv({ root, log = () => undefined, pythons }) {
  const directory = join(root, '.venv');
  const bin = (/** @type {string} */ name) =>
    platform === 'win32' ? join(directory, 'Scripts', `${name}.exe`) : join(directory, 'bin', name);
  const venv = { python: bin('python'), bin, has: (/** @type {string} */ name) => existsSync(bin(name)) };
  const stamp = join(directory, 'requirements.sha256');
  const wanted = createHash('sha256').update(readFileSync(requirements)).digest('hex');
  const isCurrent = () => existsSync(venv.python) && existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === wanted;
  if (isCurrent()) return venv;

  const release = await lock(root);
  try {
    if (isCurrent()) return venv;
    const python = findPython(pythons);
    log('Installing the local ECS endpoint into .venv …');
    const made = await run(python, ['-m', 'venv', '--clear', directory]);
    if (made.code !== 0) {
      throw new Error(`${python} could not make the virtual environment .venv: ${made.lastLine}`);
    }
    const file = decodeURIComponent(requirements.pathname).replace(/^\/(?=[A-Za-z]:)/, '');
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--requirement', file];
    const installed = await run(venv.python, pip);
    if (installed.code !== 0) {
      throw new Error(
        `pip could not install the local ECS endpoint; check the network or the proxy and run this again: ${installed.lastLine}`,
      );
    }
    writeFileSync(stamp, `${wanted}\n`);
    return venv;
  } finally {
    release();
  }
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<{ code: number | null, lastLine: string }>}
 */
function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    /** @type {string[]} */
    const output = [];
    child.stdout.on('data', (chunk) => output.push(String(chunk)));
    child.stderr.on('data', (chunk) => output.push(String(chunk)));
    child.on('error', reject);
    child.on('close', (code) => {
      const lines = output.join('').trim().split('\n');
      resolve({ code, lastLine: lines.findLast((line) => /error/i.test(line)) ?? lines.at(-1) ?? '' });
    });
  });
}

/**
 * One installer at a time: test files run side by side.
 * @param {string} root
 * @returns {Promise<() => void>} releases the lock
 */
async function lock(root) {
  const cache = join(root, 'node_modules', '.cache');
  const file = join(cache, 'venv.lock');
  mkdirSync(cache, { recursive: true });
  for (;;) {
    try {
      writeFileSync(file, String(pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch {
      if (!isHeld(file)) rmSync(file, { force: true });
      await delay(200);
    }
  }
}

/**
 * False when the process that made the lock has ended.
 * @param {string} file
 */
function isHeld(file) {
  try {
    const holder = Number(readFileSync(file, 'utf8'));
    return holder === 0 || kill(holder, 0);
  } catch {
    return false;
  }
}
