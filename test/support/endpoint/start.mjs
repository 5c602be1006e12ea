// @ts-check
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { servers } from './servers.mjs';
import { ensureVenv } from './venv.mjs';

/** @typedef {import('./servers.mjs').Kind} Kind */

/**
 * @typedef {object} Endpoint
 * @property {Kind} kind
 * @property {string} url for AWS_ENDPOINT_URL
 * @property {number} pid
 * @property {() => Promise<void>} stop ends the server and resolves once it has ended; may be called twice
 */

/**
 * Starts a local ECS endpoint on 127.0.0.1, installing it first where needed, and resolves once it answers.
 * It ends with `stop()` and with this process. Throws an Error with one sentence for the user: no Python, pip failed, port taken.
 * @param {{ root: string, kind?: Kind, port?: number, log?: (line: string) => void }} options
 *   `kind`: ministack if not given, or moto where Python is too old for it; `port`: a free one if not given
 * @returns {Promise<Endpoint>}
 */
export async function startEndpoint({ root, kind, port: wanted = 0, log = () => undefined }) {
  const port = await freePort(wanted);
  const venv = await ensureVenv({ root, log });
  const chosen = kind ?? (venv.has(servers.ministack.command) ? 'ministack' : 'moto');
  const server = servers[chosen];
  const child = spawn(venv.bin(server.command), server.args(port), {
    env: { ...process.env, ...server.env(port), PYTHONUNBUFFERED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  /** @type {string[]} */
  const output = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output.push(String(chunk));
      if (output.length > 50) output.shift();
    });
  }
  const ended = new Promise((resolve) => {
    child.once('exit', resolve);
    child.once('error', (error) => {
      output.push(error.message);
      resolve(undefined);
    });
  });
  const release = endWithProcess(() => child.kill());
  const stop = async () => {
    release();
    child.kill();
    const killer = setTimeout(() => child.kill('SIGKILL'), 5_000);
    await ended;
    clearTimeout(killer);
  };
  const url = `http://127.0.0.1:${port}`;
  try {
    await untilReady(url + server.ready, ended);
    await server.prepare(url);
  } catch (cause) {
    await stop();
    throw new Error(`${chosen} did not start: ${output.join('').trim().split('\n').at(-1)}`, { cause });
  }
  log(`${chosen} answers at ${url}`);
  return { kind: chosen, url, pid: child.pid ?? 0, stop };
}

/**
 * moto, the emulator with the longer history; its task transition is held.
 * @param {{ root: string, port?: number, log?: (line: string) => void }} options
 * @returns {Promise<Endpoint>}
 */
export function startMoto(options) {
  return startEndpoint({ ...options, kind: 'moto' });
}

/**
 * The port itself if it is free, a free one for 0; throws an Error with one sentence when it is taken.
 * @param {number} port
 * @returns {Promise<number>}
 */
export function freePort(port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () => {
      reject(new Error(`Port ${port} of 127.0.0.1 is taken: end the program that uses it, or choose another port.`));
    });
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      const free = address !== null && typeof address === 'object' ? address.port : port;
      probe.close(() => resolve(free));
    });
  });
}

/**
 * @param {string} url
 * @param {Promise<unknown>} ended
 */
async function untilReady(url, ended) {
  let over = false;
  ended.then(() => {
    over = true;
  });
  const deadline = Date.now() + 60_000;
  while (!over && Date.now() < deadline) {
    const response = await fetch(url).catch(() => undefined);
    await response?.body?.cancel();
    if (response?.ok) return;
    await delay(100);
  }
  throw new Error(over ? 'it ended' : 'no answer within a minute');
}

/**
 * Calls `end` when this process exits or is told to; without other listeners the signal then takes its usual course.
 * @param {() => void} end
 * @returns {() => void} forgets it
 */
function endWithProcess(end) {
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const onSignal = (/** @type {NodeJS.Signals} */ signal) => {
    release();
    end();
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };
  const release = () => {
    process.off('exit', end);
    for (const signal of signals) process.off(signal, onSignal);
  };
  process.on('exit', end);
  for (const signal of signals) process.on(signal, onSignal);
  return release;
}
