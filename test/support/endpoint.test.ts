import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { test as base, expect } from 'vitest';
import { ensureVenv, startEndpoint } from './endpoint/index.mjs';

const test = base.extend<{ root: string }>({
  root: async ({ task: _ }, use) => {
    const root = mkdtempSync(join(tmpdir(), 'endpoint-'));
    await use(root);
    rmSync(root, { recursive: true });
  },
});

/** A program that answers the probe as some Python would. */
function python(root: string, answer: string): string {
  const file = join(root, 'python');
  writeFileSync(file, `#!/bin/sh\necho "${answer}"\n`);
  chmodSync(file, 0o755);
  return file;
}

test('without Python one sentence says what to install', async ({ root }) => {
  const none = ensureVenv({ root, pythons: ['no-such-python'] });
  await expect(none).rejects.toThrow(
    /needs Python 3\.9 or newer and found none: install it \(.+\) and run this again\.$/,
  );
});

test('a Python that is too old, or lacks venv, is named', async ({ root }) => {
  await expect(ensureVenv({ root, pythons: [python(root, '3.8 venv')] })).rejects.toThrow(/found only 3\.8: install/);
  await expect(ensureVenv({ root, pythons: [python(root, '3.12 ')] })).rejects.toThrow(/venv module, .+: install/);
});

test('a port that is taken is named, before anything is installed', async ({ root }) => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  await expect(startEndpoint({ root, port })).rejects.toThrow(`Port ${port} of 127.0.0.1 is taken`);
  other.close();
});

test('a lock left by a process that ended does not hold the installation up', async ({ root }) => {
  const child = spawn(execPath, ['--version'], { stdio: 'ignore' });
  await once(child, 'exit');
  mkdirSync(join(root, 'node_modules/.cache'), { recursive: true });
  writeFileSync(join(root, 'node_modules/.cache/venv.lock'), String(child.pid));
  await expect(ensureVenv({ root, pythons: ['no-such-python'] })).rejects.toThrow(/found none/);
});
