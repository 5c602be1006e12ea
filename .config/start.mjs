// `npm start`: the real workbench with the packed extension, a sample workspace and a local ECS endpoint.
// `npm start -- --smoke`: the main job once, without a person. `--port N` or TASKDEF_PORT: where the workbench listens.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { devNull } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureWorkbench } from '../test/support/workbench/install.mjs';
import { PlainError, signalGroup } from '../test/support/workbench/process.mjs';
import { folderUrl, requirePort, startWorkbench } from '../test/support/workbench/server.mjs';
import {
  checkNode,
  checkPython,
  ensureInstalled,
  ensurePackaged,
  main,
  onProjectNode,
  root,
  sentences,
} from './setup.mjs';

const log = console.log;
const sample = join(root, 'test', 'workspace');

await main(async () => {
  const { smoke, port, open } = options();
  checkNode();
  await checkPython();
  if (!smoke) {
    await requirePort(port);
  }
  ensureInstalled(log);
  const elsewhere = await onProjectNode(fileURLToPath(import.meta.url));
  return elsewhere ?? untilInterrupted((onStop) => (smoke ? runSmoke(onStop) : serve({ port, open, onStop })));
});

function options() {
  const usage = 'Usage: npm start -- [--port N] [--no-open] [--smoke]';
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: process.env.TASKDEF_PORT ?? '8377' },
        'no-open': { type: 'boolean', default: false },
        smoke: { type: 'boolean', default: false },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
      throw new PlainError(`A port is a number from 0 (any free one) to 65535, not "${values.port}".\n${usage}`);
    }
    return { port, smoke: values.smoke, open: !values['no-open'] };
  } catch (error) {
    throw error instanceof PlainError ? error : new PlainError(`${error.message}\n${usage}`);
  }
}

/** Serves until the workbench ends by itself; Ctrl-C is the usual end and is handled by untilInterrupted. */
async function serve({ port, open, onStop }) {
  ensurePackaged(log);
  const endpoint = await startLocalEndpoint(onStop);
  await ensureWorkbench({ root, log });
  const { dataDir, folder, vsix } = prepareState(port);
  log('Starting the workbench.');
  const workbench = await startWorkbench({
    root,
    port,
    dataDir,
    vsix: vsix.changed ? vsix.file : undefined,
    env: endpoint.env,
  });
  onStop(workbench.stop);
  vsix.installed();
  const url = folderUrl(workbench.url, folder);
  log(`
Workbench         ${url}
Sample workspace  ${relative(root, folder)} (a copy of test/workspace, made new at every start)
ECS endpoint      ${endpoint.url} (${endpoint.kind} on this machine; nothing reaches AWS)

Press Ctrl-C to stop.`);
  if (open) {
    openInBrowser(url);
  }
  const code = await workbench.closed;
  throw new PlainError(`The workbench ended by itself with code ${code}.`);
}

async function runSmoke(onStop) {
  ensurePackaged(log);
  const endpoint = await startLocalEndpoint(onStop);
  const file = (name) => relative(root, join(sample, `${name}.task-definition.json`));
  log('\nLint the sample with the classic mistakes: it must have errors.');
  await expectExit(1, ['dist/cli.js', 'lint', file('sick')]);
  log('\nLint the two good samples: they must be clean.');
  await expectExit(0, ['dist/cli.js', 'lint', file('web'), file('report')]);
  log(`\nRegister and run ${file('web')}.`);
  return execute(['.config/run.mjs', 'test/support/smoke.ts', file('web')], withoutAws(endpoint.env));
}

async function startLocalEndpoint(onStop) {
  const { endpointEnvironment, seed, startEndpoint } = await import('../test/support/endpoint/index.mjs');
  const endpoint = await sentences(() => startEndpoint({ root, log }));
  onStop(endpoint.stop);
  await seed(endpoint.url);
  return { kind: endpoint.kind, url: endpoint.url, env: endpointEnvironment(endpoint.url) };
}

/** Keeps the workbench's data between starts, so that the extension is installed only when it has changed. */
function prepareState(port) {
  const state = join(root, '.taskdef-start', String(port));
  const folder = join(state, 'sample');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(state, { recursive: true });
  cpSync(sample, folder, { recursive: true });
  const file = join(root, 'taskdef.vsix');
  const stamp = join(state, 'installed');
  const hash = createHash('sha256').update(readFileSync(file)).digest('hex');
  const changed = !existsSync(stamp) || readFileSync(stamp, 'utf8') !== hash;
  const installed = () => writeFileSync(stamp, hash);
  return { dataDir: join(state, 'server'), folder, vsix: { file, changed, installed } };
}

/** Runs the program; at Ctrl-C, or when the terminal or the parent is gone, stops what it started and gives 0. */
async function untilInterrupted(program) {
  const stops = [];
  const interrupted = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) {
      process.on(signal, resolve);
    }
    process.channel?.unref();
    // A signal sent to npm ends npm and its shell, but does not come through to here.
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && resolve(), 500).unref();
  });
  const running = program((stop) => stops.push(stop));
  try {
    return await Promise.race([running, interrupted.then(stopping)]);
  } finally {
    await Promise.all(stops.map((stop) => stop()));
    // What was being started when Ctrl-C came ends with this process.
    setImmediate(() => process.exit());
  }
}

function stopping() {
  log('\nStopping.');
  return 0;
}

async function expectExit(expected, args) {
  const code = await execute(args, process.env);
  if (code !== expected) {
    throw new PlainError(`\`node ${args.join(' ')}\` ended with code ${code}, not ${expected}.`);
  }
}

/** A group of its own, so that all of it ends with this process. */
function execute(args, env) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
    env,
  });
  const end = () => signalGroup(child, 'SIGKILL');
  process.once('exit', end);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      process.off('exit', end);
      resolve(code ?? 1);
    });
  });
}

/** This machine's own AWS settings must not reach a program that is to talk to the local endpoint. */
function withoutAws(env) {
  const rest = Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_'));
  return { ...Object.fromEntries(rest), AWS_CONFIG_FILE: devNull, AWS_SHARED_CREDENTIALS_FILE: devNull, ...env };
}

function openInBrowser(url) {
  const { DISPLAY, WAYLAND_DISPLAY, CI } = process.env;
  const program = process.platform === 'darwin' ? 'open' : DISPLAY || WAYLAND_DISPLAY ? 'xdg-open' : undefined;
  if (program && !CI) {
    spawn(program, [url], { detached: true, stdio: 'ignore' })
      .once('error', () => undefined)
      .unref();
  }
}
