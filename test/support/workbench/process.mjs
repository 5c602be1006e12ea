// Child processes the way the workbench, the installer and the two commands need them.
import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** An error whose message is a whole sentence for the person at the terminal; print it without a stack. */
export class PlainError extends Error {}

/** The absolute path of the Node 24 that the project installs for itself. Throws PlainError when it is not installed. */
export function projectNode(root) {
  const link = join(root, 'node_modules', '.bin', 'node');
  if (!existsSync(link)) {
    throw new PlainError("The project's own Node is missing: run `npm ci` first.");
  }
  return realpathSync(link);
}

/** The environment with the given Node first on PATH, so that every program started below runs on it. */
export function withNode(node, env) {
  return { ...env, PATH: [dirname(node), env.PATH].filter(Boolean).join(delimiter) };
}

/** The absolute path of a program on PATH, or undefined. */
export function onPath(program, env = process.env) {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
}

/**
 * Runs a program to its end and gives its exit code and its last 20,000 characters of output.
 * The program is a process group of its own and ends with this process.
 */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true, ...options });
    const end = () => signalGroup(child, 'SIGKILL');
    process.once('exit', end);
    child.once('close', () => process.off('exit', end));
    let output = '';
    const keep = (chunk) => {
      output = (output + chunk).slice(-20_000);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code: code ?? (signal ? 1 : 0), output }));
  });
}

/** Ends a detached child and all it started: asks politely, insists after `patience` milliseconds. */
export async function stopGroup(child, patience = 4000) {
  if (!signalGroup(child, 'SIGTERM')) {
    return;
  }
  const end = Date.now() + patience;
  while (Date.now() < end) {
    if (!signalGroup(child, 0)) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  signalGroup(child, 'SIGKILL');
}

/** Sends a signal to a detached child and all it started; false when none of them is left. */
export function signalGroup(child, signal) {
  if (child.pid === undefined) {
    return false;
  }
  try {
    process.kill(-child.pid, signal);
    return true;
  } catch {
    return false;
  }
}
