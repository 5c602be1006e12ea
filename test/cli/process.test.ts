import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
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
    entryPoints: { cli: 'client/src/cli/main.ts', server: 'server/src/lsp/main.ts' },
    outdir: folder,
    bundle: true,
    platform: 'node',
    external: ['./aws.js'],
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

it('a command whose messages nobody reads goes on to its end', async () => {
  const command = spawn(execPath, [join(folder, 'cli.js'), 'nonsense']);
  command.stderr.destroy();
  expect(await once(command, 'exit')).toEqual([2, null]);
});

it('the memory does not grow with the number of files', async () => {
  const container = { name: 'app', image: 'nginx:1.27', environment: Array.from({ length: 200 }, variable) };
  const definition = (index: number) => JSON.stringify({ family: `web-${index}`, containerDefinitions: [container] });
  const service = (index: number) =>
    JSON.stringify({ serviceName: 'web', taskDefinition: `web-${index}`, desiredCount: 1 });
  await mkdir(join(folder, 'many'));
  for (let index = 0; index < 300; index++) {
    await writeFile(join(folder, 'many', `${index}.json`), definition(index));
    await writeFile(join(folder, 'many', `${index}.service.json`), service(index));
  }
  // Kept, the trees of these files would take several times as much.
  const argv = [
    '--max-semi-space-size=2',
    '--max-old-space-size=80',
    join(folder, 'cli.js'),
    'lint',
    '--format',
    'json',
    join(folder, 'many'),
  ];
  const command = spawn(execPath, argv);
  const [out, error] = await Promise.all([text(command.stdout), text(command.stderr), once(command, 'exit')]);
  expect(error).toBe('');
  expect(JSON.parse(out).results).toHaveLength(600);
}, 60_000);

function variable(_: unknown, index: number) {
  return { name: `VARIABLE_${index}`, value: `value ${index}` };
}

it('the server says how to start it when no transport is named', async () => {
  const server = spawn(execPath, [join(folder, 'server.js')]);
  const [error, [code]] = await Promise.all([text(server.stderr), once(server, 'exit')]);
  expect(error).toMatch(/^Language server [\s\S]*--stdio/);
  expect(code).toBe(2);
});
