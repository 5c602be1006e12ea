import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { text } from 'node:stream/consumers';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taskdef-'));
  await build({
    entryPoints: { cli: 'server/src/cli/main.ts', server: 'server/src/lsp/main.ts' },
    outdir: folder,
    bundle: true,
    platform: 'node',
    mainFields: ['module', 'main'],
  });
});
afterAll(() => rm(folder, { recursive: true }));

it('the command ends quietly when its reader has seen enough', async () => {
  const command = spawn(execPath, [join(folder, 'cli.js'), 'rules']);
  command.stdout.destroy();
  const [error, [code]] = await Promise.all([text(command.stderr), once(command, 'exit')]);
  expect({ error, code }).toEqual({ error: '', code: 0 });
});

it('the server says how to start it when no transport is named', async () => {
  const server = spawn(execPath, [join(folder, 'server.js')]);
  const [error, [code]] = await Promise.all([text(server.stderr), once(server, 'exit')]);
  expect(error).toMatch(/^Language server [\s\S]*--stdio/);
  expect(code).toBe(2);
});
