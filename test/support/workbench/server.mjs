// Starts the workbench that install.mjs put in place, as one process group with an environment of its own.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { workbenchServer } from './install.mjs';
import { PlainError, projectNode, run, stopGroup, withNode } from './process.mjs';

const host = '127.0.0.1';
const guard = fileURLToPath(new URL('guard.mjs', import.meta.url));

/** A window that shows the project and nothing that needs the network, an account or an answer. */
export const plainSettings = {
  'chat.disableAIFeatures': true,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.startupPrompt': 'never',
  'git.openRepositoryInParentFolders': 'never',
  'window.commandCenter': false,
};

/**
 * Starts the workbench and waits until it answers.
 * `env` is all that the extension sees of AWS: nothing of this machine's environment but what a shell needs goes in.
 * `port` 0 takes any free one. A `dataDir` given is kept at the end, a temporary one is removed.
 * `trust` false leaves folders in Restricted Mode. `driver` lets a suite run inside the extension host (the payload of
 * folderUrl counts only then); notifications are not shown with it.
 * Throws PlainError when the port is taken, the VSIX cannot be installed or the server does not come up.
 */
export async function startWorkbench(options) {
  const { root, port = 0, dataDir, env = {}, vsix, settings = {}, trust = true, driver = false, log } = options;
  const node = projectNode(root);
  await requirePort(port);
  const data = dataDir ?? temporaryFolder(root);
  writeSettings(data, { ...plainSettings, ...settings });
  const spawning = { cwd: root, env: withNode(node, shellEnvironment(data, env)) };
  const common = [workbenchServer(root), '--server-data-dir', data, '--accept-server-license-terms'];
  if (vsix) {
    await installExtension(node, [...common, '--install-extension', vsix, '--force'], spawning);
  }
  const token = randomBytes(16).toString('hex');
  const flags = ['--disable-telemetry', '--force-disable-user-env', ...(driver ? ['--enable-smoke-test-driver'] : [])];
  const where = ['--host', host, '--port', String(port), '--connection-token', token];
  const trustFlags = trust ? ['--disable-workspace-trust'] : [];
  const child = spawn(node, [guard, node, ...common, ...flags, ...where, ...trustFlags], {
    ...spawning,
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const stop = async () => {
    await stopGroup(child);
    if (!dataDir) {
      rmSync(data, { recursive: true, force: true, maxRetries: 3 });
    }
  };
  try {
    const actualPort = await listening(child, log);
    return { url: `http://${host}:${actualPort}/?tkn=${token}`, dataDir: data, closed: closed(child), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The address that opens a folder in a running workbench. `payload` are the workbench's own start options. */
export function folderUrl(url, folder, payload = []) {
  const address = new URL(url);
  address.searchParams.set('folder', folder);
  if (payload.length > 0) {
    address.searchParams.set('payload', JSON.stringify(payload));
  }
  return address.href;
}

/** Ends with PlainError when something on this machine already listens on the port. */
export async function requirePort(port) {
  if (port === 0) {
    return;
  }
  const server = createServer();
  const taken = await new Promise((resolve) => {
    server.once('error', () => resolve(true));
    server.listen(port, host, () => server.close(() => resolve(false)));
  });
  if (taken) {
    throw new PlainError(
      `Port ${port} cannot be used, most likely because another program has it: end that program or take another port, for example \`npm start -- --port ${port < 65_535 ? port + 1 : port - 1}\`.`,
    );
  }
}

function temporaryFolder(root) {
  const parent = join(root, '.vscode-test');
  mkdirSync(parent, { recursive: true });
  return mkdtempSync(join(parent, 'run-'));
}

function writeSettings(data, settings) {
  for (const scope of ['User', 'Machine']) {
    const file = join(data, 'data', scope, 'settings.json');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(settings, undefined, 2));
  }
}

/** A home of its own keeps the user's shell files and AWS configuration out of the workbench and its terminals. */
function shellEnvironment(data, env) {
  const home = join(data, 'home');
  mkdirSync(home, { recursive: true });
  const names = ['PATH', 'SHELL', 'USER', 'LOGNAME', 'LANG', 'LC_ALL', 'TERM', 'TZ', 'TMPDIR'];
  const kept = names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
  return { ...Object.fromEntries(kept), HOME: home, AWS_EC2_METADATA_DISABLED: 'true', ...env };
}

async function installExtension(node, args, options) {
  const { code, output } = await run(node, args, options);
  if (code !== 0 || !/successfully installed|already installed/.test(output)) {
    throw new PlainError(`The workbench did not take the extension:\n${output.trim()}`);
  }
}

function listening(child, log = () => undefined) {
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(() => reject(failed('did not answer within a minute')), 60_000);
    const failed = (what) => new PlainError(`The workbench ${what}. Its last words:\n${output.slice(-2000).trim()}`);
    const read = (chunk) => {
      log(String(chunk).trimEnd());
      output = (output + chunk).slice(-20_000);
      const port = /Web UI available at http:\/\/[^\s/]*:(\d+)/.exec(output)?.[1];
      if (port) {
        clearTimeout(timer);
        resolve(Number(port));
      }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(failed(`ended at once with code ${code}`));
    });
  });
}

function closed(child) {
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
