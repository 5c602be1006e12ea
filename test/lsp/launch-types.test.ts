import { afterEach, expect, it } from 'vitest';
import type { Diagnostic, InlayHint } from 'vscode-languageserver';
import type { LaunchTypesParams, LocatedInfo } from '../../server/src/lsp/protocol';
import { startLsp } from '../support/memory-lsp';

type Lsp = Awaited<ReturnType<typeof startLsp>>;
type Report = { readonly items: readonly Diagnostic[] };

const uri = 'file:///w/web.task-definition.json';
const other = 'file:///w/other.task-definition.yaml';
/** Right on EC2; on Fargate it lacks a size and `awsvpc`. */
const unlisted = `{
  "family": "web",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}
`;
const listed = unlisted.replace('{\n', '{\n  "requiresCompatibilities": ["EC2", "${MORE}"],\n');

let lsp: Lsp;
afterEach(() => lsp.stop());

const codes = (found: readonly Diagnostic[] | undefined) => (found ?? []).map(({ code }) => code);
const pull = async (at = uri) =>
  codes((await lsp.client.sendRequest<Report>('textDocument/diagnostic', { textDocument: { uri: at } })).items);
const say = (launchTypes: readonly string[], at = uri) =>
  lsp.client.sendNotification('taskdef/launchTypes', { uri: at, launchTypes } satisfies LaunchTypesParams);
const located = async (at = uri) =>
  (await lsp.client.sendRequest<LocatedInfo[]>('taskdef/located', { uri: at })).map(({ launchTypes }) => launchTypes);
const type = (version: number, text: string, at = uri) =>
  lsp.client.sendNotification('textDocument/didChange', {
    textDocument: { uri: at, version },
    contentChanges: [{ text }],
  });

it('a client that pulls finds a definition checked for what it said, and is asked to pull again', async () => {
  lsp = await startLsp({
    capabilities: {
      textDocument: { diagnostic: {} },
      workspace: { diagnostics: { refreshSupport: true }, inlayHint: { refreshSupport: true } },
    },
  });
  const asked: string[] = [];
  for (const refresh of ['workspace/diagnostic/refresh', 'workspace/inlayHint/refresh'])
    lsp.client.onRequest(refresh, () => {
      asked.push(refresh);
      return null;
    });
  const hints = async () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    const all = await lsp.client.sendRequest<InlayHint[]>('textDocument/inlayHint', { textDocument: { uri }, range });
    return all.map(({ label }) => label);
  };
  await lsp.open(uri, unlisted);
  expect(await pull()).not.toContain('fargate-network-mode');
  expect(await hints()).toContain('network mode: bridge');

  await say(['FARGATE']);
  await expect.poll(() => asked.toSorted()).toEqual(['workspace/diagnostic/refresh', 'workspace/inlayHint/refresh']);
  expect(await pull()).toContain('fargate-network-mode');
  expect(await hints()).not.toContain('network mode: bridge');

  await say(['FARGATE']);
  expect(await pull()).toContain('fargate-network-mode');
  expect(asked.length).toBe(2);

  await say([]);
  expect(await pull()).not.toContain('fargate-network-mode');
  expect(asked.length).toBe(4);
});

it('a client that is pushed to gets the findings of that document anew', async () => {
  lsp = await startLsp({ capabilities: {} });
  await lsp.open(uri, unlisted);
  await lsp.open(other, 'family: other\ncontainerDefinitions: []\n', 'yaml');
  const last = (at: string) => codes(lsp.published.findLast((it) => it.uri === at)?.diagnostics);
  await expect.poll(() => last(uri)).toContain('requires-compatibilities-missing');
  await say(['FARGATE']);
  await expect.poll(() => last(uri)).toContain('fargate-network-mode');
  expect(last(other)).not.toContain('fargate-network-mode');
  await say([]);
  await expect.poll(() => last(uri)).not.toContain('fargate-network-mode');
});

it('what was said before the document is opened holds from its first version, through later ones, until it is closed', async () => {
  lsp = await startLsp();
  await say(['FARGATE']);
  await lsp.open(uri, unlisted);
  expect(await pull()).toContain('fargate-network-mode');
  await type(2, unlisted.replace('web', 'site'));
  expect(await pull()).toContain('fargate-network-mode');
  await say(['EC2']);
  await type(3, unlisted);
  expect(await pull()).not.toContain('fargate-network-mode');
  await say(['FARGATE']);
  await lsp.client.sendNotification('textDocument/didClose', { textDocument: { uri } });
  await lsp.open(uri, unlisted);
  expect(await pull()).not.toContain('fargate-network-mode');
});

it('the list in the file holds, whatever is said', async () => {
  lsp = await startLsp();
  await lsp.open(uri, listed);
  await say(['FARGATE']);
  expect(await pull()).not.toContain('fargate-network-mode');
});

it('the option of initialize holds in all documents of which nothing else is said', async () => {
  lsp = await startLsp({ initializationOptions: { launchTypes: ['FARGATE', 'fargate', 7] } });
  await lsp.open(uri, unlisted);
  await lsp.open(other, 'family: other\ncontainerDefinitions: []\n', 'yaml');
  expect(await pull()).toContain('fargate-network-mode');
  expect(await located(other)).toEqual([{ source: 'client', names: ['FARGATE'] }]);
  await say([], other);
  expect(await located(other)).toEqual([{ source: 'none' }]);
  expect(await located()).toEqual([{ source: 'client', names: ['FARGATE'] }]);
});

it('names that are no launch types say nothing, nor does what is no list', async () => {
  lsp = await startLsp({ initializationOptions: { launchTypes: 'FARGATE' } });
  await lsp.open(uri, unlisted);
  await say(['fargate', 'LAMBDA']);
  expect(await located()).toEqual([{ source: 'none' }]);
  await say('FARGATE' as never);
  expect(await located()).toEqual([{ source: 'none' }]);
  expect(lsp.logged).toEqual([]);
});

it('tells what says so: the file, with its list, the client, the services of the workspace, or nothing', async () => {
  lsp = await startLsp();
  await lsp.open(uri, unlisted);
  expect(await located()).toEqual([{ source: 'none' }]);
  const service = '{ "serviceName": "web", "taskDefinition": "web", "launchType": "FARGATE", "desiredCount": 1 }';
  await lsp.open('file:///w/web.ecs-service.json', service);
  expect(await located()).toEqual([{ source: 'services', names: ['FARGATE'] }]);
  await say(['MANAGED_INSTANCES', 'EC2']);
  expect(await located()).toEqual([{ source: 'client', names: ['EC2', 'MANAGED_INSTANCES'] }]);
  await type(2, listed);
  expect(await located()).toEqual([
    {
      source: 'file',
      names: ['EC2', null],
      range: { start: { line: 1, character: 29 }, end: { line: 1, character: 47 } },
    },
  ]);
  await type(3, listed.replace(/\[.*MORE.*\]/, '"${ALL}"'));
  expect(await located()).toMatchObject([{ source: 'file', names: [null] }]);
  await type(4, listed.replace(/\[.*MORE.*\]/, '[]'));
  expect(await located()).toMatchObject([{ source: 'file', names: [] }]);
});
