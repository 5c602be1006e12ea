import { afterEach, describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-json-languageservice';
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  Diagnostic,
  DocumentSymbol,
  Hover,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { DefinitionInfo, WouldRunOnReport } from '../../server/src/lsp/protocol';
import { startLsp } from '../support/memory-lsp';

type Lsp = Awaited<ReturnType<typeof startLsp>>;
type Report = { readonly items: readonly Diagnostic[] };

const uri = 'file:///w/web.task-definition.json';
const sick = `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 128, "portMapping": [] }
  ]
}
`;

let lsp: Lsp;
afterEach(() => lsp.stop());

const pull = (at = uri) => lsp.client.sendRequest<Report>('textDocument/diagnostic', { textDocument: { uri: at } });
const positionOf = (text: string, piece: string, within = 0) =>
  TextDocument.create(uri, 'json', 1, text).positionAt(text.indexOf(piece) + within);

describe('diagnostics', () => {
  it('name the rule, its page and the source, at the token', async () => {
    lsp = await startLsp();
    await lsp.open(uri, sick);
    const found = (await pull()).items.find(({ severity }) => severity === 1);
    expect(found).toMatchObject({
      code: 'unknown-property',
      source: 'taskdef',
      severity: 1,
      codeDescription: { href: expect.stringMatching(/docs\/rules\/unknown-property\.md$/) },
      range: { start: positionOf(sick, '"portMapping"'), end: positionOf(sick, ': []') },
    });
  });

  it('are pushed to a client that cannot pull, and cleared on close', async () => {
    lsp = await startLsp({ capabilities: {} });
    expect(lsp.initialized.capabilities.diagnosticProvider).toBeUndefined();
    await lsp.open(uri, sick);
    await expect.poll(() => lsp.published.at(-1)?.diagnostics.map(({ code }) => code)).toContain('unknown-property');
    await lsp.client.sendNotification('textDocument/didClose', { textDocument: { uri } });
    await expect.poll(() => lsp.published.at(-1)?.diagnostics).toEqual([]);
  });

  it('follow an incremental edit', async () => {
    lsp = await startLsp();
    await lsp.open(uri, sick);
    expect((await pull()).items.map(({ code }) => code)).toContain('unknown-property');
    const range = { start: positionOf(sick, '"portMapping"'), end: positionOf(sick, ': []') };
    await lsp.client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range, text: '"portMappings"' }],
    });
    expect((await pull()).items.map(({ code }) => code)).not.toContain('unknown-property');
  });

  it('leave mistakes in the JSON text to an editor that reports them itself', async () => {
    const broken = '{ "family": "web" "containerDefinitions": [] }';
    lsp = await startLsp({ initializationOptions: { syntaxErrors: false } });
    await lsp.open(uri, broken);
    expect((await pull()).items.map(({ code }) => code)).not.toContain('syntax-error');
    await lsp.stop();
    lsp = await startLsp();
    await lsp.open(uri, broken);
    expect((await pull()).items.map(({ code }) => code)).toContain('syntax-error');
  });
});

it('mends by a quick fix whose edit applies to the version it was made for', async () => {
  lsp = await startLsp();
  await lsp.open(uri, sick);
  const [diagnostic] = (await pull()).items.filter(({ code }) => code === 'unknown-property');
  const actions = await lsp.client.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: diagnostic?.range,
    context: { diagnostics: [diagnostic] },
  });
  const action = actions.find(({ title }) => title === "Rename to 'portMappings'");
  expect(action).toMatchObject({ kind: 'quickfix', isPreferred: true, diagnostics: [{ code: 'unknown-property' }] });
  const [change] = action?.edit?.documentChanges ?? [];
  if (!change || !('edits' in change)) throw new Error('no edit');
  expect(change.textDocument).toEqual({ uri, version: 1 });
  const document = TextDocument.create(uri, 'json', 1, sick);
  expect(TextDocument.applyEdits(document, change.edits as never)).toBe(
    sick.replace('"portMapping"', '"portMappings"'),
  );
});

it('completes keys and documents an item when it is resolved', async () => {
  lsp = await startLsp();
  await lsp.open(uri, sick);
  const items = await lsp.client.sendRequest<CompletionItem[]>('textDocument/completion', {
    textDocument: { uri },
    position: positionOf(sick, '"portMapping"', 3),
  });
  const item = items.find(({ label }) => label === 'portMappings');
  expect(item?.documentation).toBeUndefined();
  const resolved = await lsp.client.sendRequest<CompletionItem>('completionItem/resolve', item);
  expect(resolved.documentation).toMatchObject({ kind: 'markdown', value: expect.stringContaining('port mappings') });
});

it('opens no list of its own accord when a blank is typed behind a value', async () => {
  lsp = await startLsp();
  await lsp.open(uri, sick);
  const labels = async (context: object) => {
    const position = positionOf(sick, '[] }', 3);
    const asked = { textDocument: { uri }, position, context };
    return (await lsp.client.sendRequest<CompletionItem[]>('textDocument/completion', asked)).map(({ label }) => label);
  };
  expect(await labels({ triggerKind: 2, triggerCharacter: ' ' })).toEqual([]);
  expect(await labels({ triggerKind: 1 })).toContain('cpu');
});

it('hovers and outlines', async () => {
  lsp = await startLsp();
  await lsp.open(uri, sick);
  const hover = await lsp.client.sendRequest<Hover>('textDocument/hover', {
    textDocument: { uri },
    position: positionOf(sick, '"image"', 2),
  });
  expect(hover.contents).toMatchObject({ kind: 'markdown', value: expect.stringContaining('**image**') });
  const [symbol] = await lsp.client.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', {
    textDocument: { uri },
  });
  expect(symbol).toMatchObject({ name: 'web', children: [{ name: 'app', detail: 'nginx:1.27' }] });
});

it('offers above a definition the commands that the client has', async () => {
  const all = ['taskdef.registerAndRun', 'taskdef.deploy', 'taskdef.wouldRunOn', 'taskdef.convert'];
  const lenses = async (codeLens: readonly string[], text: string) => {
    await lsp.stop();
    lsp = await startLsp({ initializationOptions: { codeLens } });
    await lsp.open(uri, text);
    const found = await lsp.client.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
    return found.map(({ command }) => command);
  };
  lsp = await startLsp();
  expect(lsp.initialized.capabilities.codeLensProvider).toBeUndefined();
  const wouldRunOn = { title: 'Would It Run On…?', command: 'taskdef.wouldRunOn', arguments: [uri, 0] };
  expect(await lenses(all, sick)).toEqual([
    { title: '$(play)\u00a0Run…', command: 'taskdef.registerAndRun', arguments: [uri, 0] },
    { title: '$(rocket)\u00a0Deploy…', command: 'taskdef.deploy', arguments: [uri, 0] },
    wouldRunOn,
  ]);
  expect(await lenses(['taskdef.wouldRunOn'], sick)).toEqual([wouldRunOn]);
  expect(await lenses(all, '[{ "name": "app" }]')).toEqual([
    { title: 'Convert to YAML', command: 'taskdef.convert', arguments: [uri, 0] },
  ]);
});

it('tells the client what it needs to register a definition', async () => {
  lsp = await startLsp();
  await lsp.open(uri, sick);
  const [info] = await lsp.client.sendRequest<DefinitionInfo[]>('taskdef/definitions', { uri });
  expect(info).toMatchObject({
    family: 'web',
    index: 0,
    errors: 1,
    networkMode: 'bridge',
    definition: JSON.parse(sick),
  });
});

it('has no answer for JSON that is no task definition', async () => {
  lsp = await startLsp({ initializationOptions: { codeLens: ['taskdef.registerAndRun', 'taskdef.wouldRunOn'] } });
  const other = 'file:///w/package.json';
  const text = '{ "name": "x", "description": "reads containerDefinitions", "family": "", "cpu": 1 }';
  await lsp.open(other, text);
  const about = { textDocument: { uri: other }, position: { line: 0, character: 4 } };
  expect((await pull(other)).items).toEqual([]);
  expect(await lsp.client.sendRequest('textDocument/completion', about)).toEqual([]);
  expect(await lsp.client.sendRequest('textDocument/hover', about)).toBeNull();
  expect(await lsp.client.sendRequest('textDocument/documentSymbol', about)).toEqual([]);
  expect(await lsp.client.sendRequest('textDocument/codeLens', about)).toEqual([]);
  expect(await lsp.client.sendRequest('taskdef/definitions', { uri: other })).toEqual([]);
});

it('answers for a document that was never opened', async () => {
  lsp = await startLsp();
  expect(
    await lsp.client.sendRequest('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 0 } }),
  ).toBeNull();
});

it('converts a definition to the other syntax', async () => {
  lsp = await startLsp();
  await lsp.open(uri, '{\n  // what it is\n  "family": "web", "containerDefinitions": []\n}\n');
  const yaml = await lsp.client.sendRequest<string>('taskdef/convert', { uri, to: 'yaml' });
  expect(yaml).toBe('# what it is\nfamily: web\ncontainerDefinitions: []\n');
});

it('tells what has to change to run elsewhere', async () => {
  lsp = await startLsp();
  await lsp.open(uri, sick.replace('"portMapping": []', '"privileged": true'));
  const report = await lsp.client.sendRequest<WouldRunOnReport>('taskdef/wouldRunOn', {
    uri,
    index: 0,
    target: 'FARGATE',
  });
  expect(report.version).toBe(1);
  expect(report.items.map(({ rule }) => rule)).toContain('fargate-privileged');
  expect(report.text).not.toContain('privileged');
  const text = sick.replace('"portMapping": []', '"privileged": true');
  const document = TextDocument.create(uri, 'json', 1, text);
  expect(TextDocument.applyEdits(document, report.edits as never)).toBe(report.text);
  const item = report.items.find(({ rule }) => rule === 'fargate-privileged');
  expect(item).toMatchObject({ place: 'app', mended: true });
  expect(item && document.getText(item.range)).toBe('true');
});

it('renames a container through all its uses, and says why it does not', async () => {
  lsp = await startLsp();
  const text = `containerDefinitions:
  - name: app
    dependsOn: [{ containerName: side, condition: START }]
  - name: side
`;
  const yaml = 'file:///w/task-definition.yaml';
  await lsp.open(yaml, text, 'yaml');
  const at = { textDocument: { uri: yaml }, position: { line: 3, character: 12 } };
  const edit = await lsp.client.sendRequest<WorkspaceEdit>('textDocument/rename', { ...at, newName: 'helper' });
  const [change] = edit.documentChanges ?? [];
  if (!change || !('edits' in change)) throw new Error('no edit');
  const renamed = TextDocument.applyEdits(TextDocument.create(yaml, 'yaml', 1, text), change.edits as never);
  expect(renamed).toBe(text.replaceAll('side', 'helper'));
  await expect(lsp.client.sendRequest('textDocument/rename', { ...at, newName: 'app' })).rejects.toThrow(/'app'/);
});
