import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CodeAction, Diagnostic } from 'vscode-languageserver';
import type { DefinitionInfo } from '../../server/src/lsp/protocol';
import { type LspOptions, startLsp } from '../support/memory-lsp';

type Lsp = Awaited<ReturnType<typeof startLsp>>;

/** Its findings are the tag that moves and, on Fargate, the network mode. */
const task = `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:latest", "essential": true, "memory": 128, "portMapping": [] }
  ]
}
`;
const tag = 'image-tag-latest';
const misspelt = 'unknown-property';

let folder: string;
let lsp: Lsp;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taskdef settings '));
});
afterEach(async () => {
  await lsp.stop();
  await rm(folder, { recursive: true });
});

const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
const write = async (name: string, config: unknown) => {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), typeof config === 'string' ? config : JSON.stringify(config));
};
const start = (options: LspOptions = {}) =>
  startLsp({ folders: [pathToFileURL(folder).href], capabilities: { textDocument: { diagnostic: {} } }, ...options });
const pull = async (uri: string) =>
  (
    await lsp.client.sendRequest<{ readonly items: readonly Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri },
    })
  ).items;
/** The level of a rule's finding: 1 is an error, 4 a hint. */
const levelOf = async (rule: string, uri: string) => (await pull(uri)).find(({ code }) => code === rule)?.severity;
const change = (uri: string, version: number, text: string) =>
  lsp.client.sendNotification('textDocument/didChange', {
    textDocument: { uri, version },
    contentChanges: [{ text }],
  });
const set = (settings: unknown) => lsp.client.sendNotification('workspace/didChangeConfiguration', { settings });
const rules = (level: string) => ({ rules: { [tag]: level } });

describe('the nearest that says something wins', () => {
  const web = 'apps/web/web.task-definition.json';

  it.each<[string, Readonly<Record<string, unknown>>, unknown, number | undefined]>([
    ['nothing is set', {}, undefined, 2],
    ['the client alone', {}, rules('error'), 1],
    ['a configuration above the client', { '.taskdef.json': rules('hint') }, rules('error'), 4],
    ['the nearer of two', { '.taskdef.json': rules('hint'), 'apps/.taskdef.json': rules('off') }, undefined, undefined],
    [
      'the farther where the nearer says nothing',
      { '.taskdef.json': rules('hint'), 'apps/web/.taskdef.json': {} },
      undefined,
      4,
    ],
    ['not that of another folder', { 'apps/api/.taskdef.json': rules('off') }, undefined, 2],
    ['the preset of the client', {}, { preset: 'api-only' }, undefined],
    [
      'a level of the client in the preset of the project',
      { '.taskdef.json': { preset: 'api-only' } },
      rules('hint'),
      4,
    ],
  ])('%s', async (_, configs, initializationOptions, expected) => {
    for (const [name, config] of Object.entries(configs)) await write(name, config);
    lsp = await start({ initializationOptions });
    await lsp.open(uriOf(web), task);
    expect(await levelOf(tag, uriOf(web))).toBe(expected);
  });

  it('what is open in the editor before what is saved, and what is saved once it is closed', async () => {
    await write('.taskdef.json', rules('hint'));
    lsp = await start();
    await lsp.open(uriOf(web), task);
    expect(await levelOf(tag, uriOf(web))).toBe(4);
    await lsp.open(uriOf('.taskdef.json'), JSON.stringify(rules('error')), 'jsonc');
    expect(await levelOf(tag, uriOf(web))).toBe(1);
    await change(uriOf('.taskdef.json'), 2, JSON.stringify(rules('off')));
    expect(await levelOf(tag, uriOf(web))).toBeUndefined();
    await lsp.client.sendNotification('textDocument/didClose', { textDocument: { uri: uriOf('.taskdef.json') } });
    expect(await levelOf(tag, uriOf(web))).toBe(4);
  });

  it('also one that is not saved anywhere, and one for a file that is not', async () => {
    lsp = await start({ initializationOptions: rules('hint') });
    await lsp.open(uriOf(web), task);
    await lsp.open(uriOf('.taskdef.json'), JSON.stringify(rules('error')), 'jsonc');
    expect(await levelOf(tag, uriOf(web))).toBe(1);
    await lsp.open('untitled:Untitled-1', task);
    expect(await levelOf(tag, 'untitled:Untitled-1')).toBe(4);
  });

  it('a configuration above the folder that is open', async () => {
    await write('.taskdef.json', rules('off'));
    lsp = await start({ folders: [uriOf('apps')] });
    await lsp.open(uriOf(web), task);
    expect(await levelOf(tag, uriOf(web))).toBeUndefined();
  });
});

describe('a change is noticed', () => {
  const web = 'web.task-definition.json';
  const pushed = () => lsp.published.findLast(({ uri }) => uri === uriOf(web))?.diagnostics ?? [];
  const severity = () => pushed().find(({ code }) => code === tag)?.severity;

  it('of a configuration on disk, as the client tells', async () => {
    await write('.taskdef.json', rules('hint'));
    lsp = await start({ capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } } });
    const watched: unknown[] = [];
    lsp.client.onRequest('client/registerCapability', (params) => {
      watched.push(params);
      return null;
    });
    await lsp.open(uriOf(web), task);
    await expect.poll(severity).toBe(4);
    expect(JSON.stringify(watched)).toContain('*.json');
    await write('.taskdef.json', rules('error'));
    await lsp.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf('.taskdef.json'), type: 2 }],
    });
    await expect.poll(severity).toBe(1);
    await rm(join(folder, '.taskdef.json'));
    await lsp.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf('.taskdef.json'), type: 3 }],
    });
    await expect.poll(severity).toBe(2);
  });

  it('of a configuration in the editor, at every key', async () => {
    lsp = await start({ capabilities: {} });
    await lsp.open(uriOf(web), task);
    await expect.poll(severity).toBe(2);
    await lsp.open(uriOf('.taskdef.json'), '{}', 'jsonc');
    await change(uriOf('.taskdef.json'), 2, JSON.stringify(rules('error')));
    await expect.poll(severity).toBe(1);
  });

  it('of the settings of the client, and only of what they say of us', async () => {
    lsp = await start({ capabilities: {} });
    await lsp.open(uriOf(web), task);
    await expect.poll(severity).toBe(2);
    await set({ taskdef: { ...rules('error'), inlayHints: { size: false } } });
    await expect.poll(severity).toBe(1);
    await set({ other: {} });
    await set(null);
    await set({ taskdef: { rules: { [tag]: 'loud', nothing: 'off' }, preset: 7 } });
    await expect.poll(severity).toBe(2);
    expect(lsp.logged).toEqual([]);
  });

  it('and a client that pulls is asked to pull again', async () => {
    const capabilities = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } };
    lsp = await start({ capabilities });
    let asked = 0;
    lsp.client.onRequest('workspace/diagnostic/refresh', () => {
      asked++;
      return null;
    });
    await lsp.open(uriOf(web), task);
    await set({ taskdef: rules('off') });
    await expect.poll(() => asked).toBe(1);
    expect(await levelOf(tag, uriOf(web))).toBeUndefined();
  });
});

describe('all that stands on findings has the same settings', () => {
  const web = 'web.task-definition.json';
  const errors = async () =>
    (await lsp.client.sendRequest<readonly DefinitionInfo[]>('taskdef/definitions', { uri: uriOf(web) }))[0]?.errors;
  const actions = async (only: string) =>
    lsp.client.sendRequest<readonly CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: uriOf(web) },
      range: { start: { line: 3, character: 80 }, end: { line: 3, character: 90 } },
      context: { diagnostics: [], only: [only] },
    });

  it.each([
    ['nothing is off', {}, 1, true],
    ['a rule is off', { rules: { [misspelt]: 'off' } }, 0, false],
  ])('%s', async (_, config, expected, isOffered) => {
    await write('.taskdef.json', config);
    lsp = await start();
    await lsp.open(uriOf(web), task);
    expect(await errors()).toBe(expected);
    expect((await actions('quickfix')).some(({ title }) => title.includes('portMappings'))).toBe(isOffered);
    expect(await actions('source.fixAll.taskdef')).toHaveLength(isOffered ? 1 : 0);
  });
});

describe('launch types', () => {
  const web = 'jobs/web.task-definition.json';
  const network = 'fargate-network-mode';

  it('of a configuration hold before those that the client says', async () => {
    await write('.taskdef.json', { launchTypes: { 'jobs/*': ['FARGATE'] } });
    lsp = await start();
    await lsp.client.sendNotification('taskdef/launchTypes', { uri: uriOf(web), launchTypes: ['EC2'] });
    await lsp.open(uriOf(web), task);
    expect(await levelOf(network, uriOf(web))).toBe(1);
    await lsp.open(uriOf('jobs/.taskdef.json'), JSON.stringify({ launchTypes: { '*': [] } }), 'jsonc');
    expect(await levelOf(network, uriOf(web))).toBeUndefined();
    await change(uriOf('jobs/.taskdef.json'), 2, '{}');
    expect(await levelOf(network, uriOf(web))).toBe(1);
    const [located] = await lsp.client.sendRequest<readonly unknown[]>('taskdef/located', { uri: uriOf(web) });
    expect(located).toMatchObject({ launchTypes: { source: 'configuration', names: ['FARGATE'] } });
  });

  it('of a configuration reach a client that is pushed to', async () => {
    lsp = await start({ capabilities: {} });
    await lsp.open(uriOf(web), task);
    await lsp.open(uriOf('.taskdef.json'), JSON.stringify({ launchTypes: { '**': ['FARGATE'] } }), 'jsonc');
    const codes = () => lsp.published.findLast(({ uri }) => uri === uriOf(web))?.diagnostics.map(({ code }) => code);
    await expect.poll(codes).toContain(network);
  });
});

describe('a broken configuration', () => {
  const text = `{
  // Ours.
  "rules": { "${tag}": "hint", "image-tag-latst": "off" },
  "presets": "strict"
`;

  it('holds as far as it can be read, and says what is wrong where it is open', async () => {
    lsp = await start();
    await lsp.open(uriOf('web.task-definition.json'), task);
    await lsp.open(uriOf('.taskdef.json'), text, 'jsonc');
    expect(await levelOf(tag, uriOf('web.task-definition.json'))).toBe(4);
    const found = await pull(uriOf('.taskdef.json'));
    expect(found.map(({ range, message }) => [range.start.line, range.start.character, message])).toEqual([
      [4, 0, expect.stringMatching(/no JSON/)],
      [2, expect.any(Number), expect.stringMatching(/'image-tag-latst'. Did you mean 'image-tag-latest'/)],
      [3, 2, expect.stringMatching(/Did you mean 'preset'/)],
    ]);
    expect(found[0]).toMatchObject({
      source: 'taskdef',
      code: 'invalid-configuration',
      codeDescription: { href: expect.stringMatching(/docs\/configuration\.md$/) },
    });
  });

  it('is left to an editor that checks it against its schema', async () => {
    lsp = await start({ initializationOptions: { configurationErrors: false } });
    await lsp.open(uriOf('.taskdef.json'), text, 'jsonc');
    expect(await pull(uriOf('.taskdef.json'))).toEqual([]);
  });
});
