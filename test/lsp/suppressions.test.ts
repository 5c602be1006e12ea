import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-json-languageservice';
import type { CodeAction, CompletionItem, Diagnostic, Hover } from 'vscode-languageserver';
import { startLsp } from '../support/memory-lsp';

const rule = 'image-tag-latest';
const text = `family: web
containerDefinitions:
  - name: app
    # taskdef-disable-next-line
    image: nginx:latest
    memory: 128
`;
const uncommented = text.replace(/ *#.*\n/, '');

let folder: string;
let lsp: Awaited<ReturnType<typeof startLsp>>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taskdef comments '));
});
afterEach(async () => {
  await lsp.stop();
  await rm(folder, { recursive: true });
});

const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
const web = 'web.task-definition.yaml';
const start = async (content: string, resourceOperations: readonly string[] = ['create'], documentChanges = true) => {
  lsp = await startLsp({
    folders: [pathToFileURL(folder).href],
    capabilities: {
      textDocument: { diagnostic: {} },
      workspace: { workspaceEdit: { documentChanges, resourceOperations: resourceOperations as never } },
    },
    initializationOptions: { suggestCommand: 'suggest' },
  });
  await lsp.open(uriOf(web), content, 'yaml');
};
const positionOf = (content: string, piece: string, into = 0) =>
  TextDocument.create('file:///w', '', 1, content).positionAt(content.indexOf(piece) + into);

describe('completion', () => {
  const complete = async (content: string, piece: string, triggerCharacter?: string) => {
    await start(content);
    return lsp.client.sendRequest<CompletionItem[]>('textDocument/completion', {
      textDocument: { uri: uriOf(web) },
      position: positionOf(content, piece, piece.length),
      ...(triggerCharacter && { context: { triggerKind: 2, triggerCharacter } }),
    });
  };

  it('of a word shows the rules next', async () => {
    const [item] = await complete(text.replace('taskdef-disable-next-line', 'task'), '# task');
    expect(item).toMatchObject({ label: 'taskdef-disable-next-line', command: { command: 'suggest' } });
  });

  it('of rules has those of the line first, with their titles', async () => {
    const items = await complete(text.replace('-line', '-line '), 'line ', ' ');
    expect(items.slice(0, 10)).toContainEqual(
      expect.objectContaining({ label: rule, detail: expect.stringMatching(/tag/) }),
    );
  });

  it('is silent when a blank begins a comment, where Enter means a new line', async () => {
    expect(await complete(text.replace(' taskdef-disable-next-line', ' '), '# ', ' ')).toEqual([]);
  });
});

it('hover explains a rule that a comment names', async () => {
  const named = text.replace('-line', `-line ${rule}`);
  await start(named);
  const hover = await lsp.client.sendRequest<Hover>('textDocument/hover', {
    textDocument: { uri: uriOf(web) },
    position: positionOf(named, rule),
  });
  expect(JSON.stringify(hover.contents)).toContain(`docs/rules/${rule}.md`);
});

describe('code actions', () => {
  const actions = async (content = uncommented) => {
    const position = positionOf(content, 'nginx');
    const all = await lsp.client.sendRequest<readonly CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: uriOf(web) },
      range: { start: position, end: position },
      context: { diagnostics: [], triggerKind: 2 },
    });
    return all.filter(({ title }) => title.includes(rule));
  };
  const pull = async () => {
    const { items } = await lsp.client.sendRequest<{ readonly items: readonly Diagnostic[] }>(
      'textDocument/diagnostic',
      {
        textDocument: { uri: uriOf(web) },
      },
    );
    return items.map(({ code }) => code);
  };

  it('suppress a finding for its line, and are no fixes', async () => {
    await start(uncommented);
    const [suppress] = await actions();
    expect(suppress).toMatchObject({
      title: `Suppress '${rule}' for this line`,
      kind: 'quickfix',
      isPreferred: false,
      diagnostics: [{ code: rule }],
    });
    expect(suppress?.edit?.documentChanges).toEqual([
      {
        textDocument: { uri: uriOf(web), version: 1 },
        edits: [
          {
            range: { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } },
            newText: `    # taskdef-disable-next-line ${rule}\n`,
          },
        ],
      },
    ]);
  });

  it('turn a rule off in a new configuration of the workspace', async () => {
    await start(uncommented);
    const off = (await actions())[1];
    expect(off?.title).toBe(`Turn off '${rule}' in .taskdef.json`);
    const start0 = { line: 0, character: 0 };
    const config = uriOf('.taskdef.json');
    const newText = `{\n  "rules": {\n    "${rule}": "off"\n  }\n}\n`;
    expect(off?.edit?.documentChanges).toEqual([
      { kind: 'create', uri: config, options: { ignoreIfExists: true } },
      { textDocument: { uri: config, version: null }, edits: [{ range: { start: start0, end: start0 }, newText }] },
    ]);
    await lsp.open(config, newText, 'jsonc');
    expect(await pull()).not.toContain(rule);
  });

  it('turn it off in the nearest that is there, as it is in the editor', async () => {
    await writeFile(join(folder, '.taskdef.json'), '{ "preset": "strict" }');
    await start(uncommented, []);
    const saved = (await actions())[1]?.edit?.documentChanges;
    expect(saved).toMatchObject([{ textDocument: { uri: uriOf('.taskdef.json'), version: null } }]);
    await lsp.open(uriOf('.taskdef.json'), '{\n  // Ours.\n  "rules": {}\n}\n', 'jsonc');
    const open = (await actions())[1]?.edit?.documentChanges;
    expect(open).toMatchObject([
      {
        textDocument: { uri: uriOf('.taskdef.json'), version: 1 },
        edits: [{ newText: expect.stringContaining(`"${rule}": "off"`) }],
      },
    ]);
  });

  it.each<[string, string | undefined, readonly string[], boolean]>([
    ['the configuration is broken', '{ "rules": ', ['create'], true],
    ['there is none and the client cannot make one', undefined, [], true],
    ['the client takes no changes of several documents', '{}', ['create'], false],
  ])('do not turn it off where %s', async (_, config, operations, documentChanges) => {
    if (config !== undefined) await writeFile(join(folder, '.taskdef.json'), config);
    await start(uncommented, operations, documentChanges);
    expect((await actions()).map(({ title }) => title)).toEqual([`Suppress '${rule}' for this line`]);
  });
});
