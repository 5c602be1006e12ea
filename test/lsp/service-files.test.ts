import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ServiceFile } from '../../server/src/lsp/protocol';
import { startLsp } from '../support/memory-lsp';

const definition = (family: string) =>
  JSON.stringify({ family, containerDefinitions: [{ name: 'app', image: 'app' }] });
const service = (serviceName: string, taskDefinition?: string) =>
  JSON.stringify({ serviceName, taskDefinition, cluster: 'dev', desiredCount: 2, launchType: 'FARGATE' });

let folder: string;
let lsp: Awaited<ReturnType<typeof startLsp>>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taskdef services '));
  const files = {
    'web.json': definition('web'),
    'web.service.json': service('shop', 'web'),
    'old.yaml': 'serviceName: old\ntaskDefinition: web:3\ndesiredCount: 1\nlaunchType: EC2\n',
    'api.service.json': service('api', 'api'),
    'bare.ecs-service.json': service('bare'),
    'stage.service.json': service('{{ env `NAME` }}', 'web'),
    'web.run-task.json': JSON.stringify({ taskDefinition: 'web', cluster: 'dev', launchType: 'FARGATE' }),
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  lsp = await startLsp({ folders: [pathToFileURL(folder).href] });
  await lsp.open(uriOf('web.json'), definition('web'));
});
afterEach(async () => {
  await lsp.stop();
  await rm(folder, { recursive: true });
});

const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
const serviceFiles = (params: object) =>
  lsp.client.sendRequest<ServiceFile[]>('taskdef/serviceFiles', { uri: uriOf('web.json'), index: 0, ...params });

it('finds the services that are about a definition, with all that they say', async () => {
  expect(await serviceFiles({})).toEqual([
    {
      uri: uriOf('old.yaml'),
      name: 'old',
      input: { serviceName: 'old', taskDefinition: 'web:3', desiredCount: 1, launchType: 'EC2' },
    },
    {
      uri: uriOf('web.service.json'),
      name: 'shop',
      input: { serviceName: 'shop', taskDefinition: 'web', cluster: 'dev', desiredCount: 2, launchType: 'FARGATE' },
    },
  ]);
});

it('takes a file that is named, whatever it is about', async () => {
  const [first] = await serviceFiles({ file: uriOf('bare.ecs-service.json') });
  expect(first).toMatchObject({ uri: uriOf('bare.ecs-service.json'), name: 'bare' });
});

it('has none for a definition that is not there', async () => {
  expect(await serviceFiles({ index: 1 })).toEqual([]);
  expect(await serviceFiles({ uri: uriOf('gone.json') })).toEqual([]);
});
