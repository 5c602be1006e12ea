import { afterEach, describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-json-languageservice';
import { type ClientCapabilities, type CodeAction, CodeActionTriggerKind } from 'vscode-languageserver';
import { startLsp } from '../support/memory-lsp';

const uri = 'file:///w/web.task-definition.json';
const text = `{
  "family": "web",
  "cpu": "1024",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "environment": [{ "name": "A", "value": "b" }] }]
}
`;

let lsp: Awaited<ReturnType<typeof startLsp>>;
afterEach(() => lsp.stop());

async function actionsAt(
  piece: string,
  only?: readonly string[],
  triggerKind?: CodeActionTriggerKind,
  capabilities?: ClientCapabilities,
  document = text,
): Promise<readonly CodeAction[]> {
  lsp = await startLsp(capabilities && { capabilities });
  await lsp.open(uri, document);
  const start = TextDocument.create(uri, 'json', 1, document).positionAt(document.indexOf(piece));
  return lsp.client.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: { start, end: start },
    context: { diagnostics: [], ...(only && { only }), ...(triggerKind && { triggerKind }) },
  });
}

const resolving: ClientCapabilities = {
  textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } },
};

describe('to a client that asks for the edit of what is chosen', () => {
  it('come as titles, and get the same edit that another client has at once', async () => {
    const whole = await actionsAt('"family"');
    await lsp.stop();
    const titles = await actionsAt('"family"', undefined, undefined, resolving);
    expect(lsp.initialized.capabilities.codeActionProvider).toMatchObject({ resolveProvider: true });
    expect(titles.length).toBeGreaterThan(2);
    expect(titles.map(({ edit }) => edit)).toEqual(titles.map(() => undefined));
    const resolved = await Promise.all(
      titles.map((action) => lsp.client.sendRequest<CodeAction>('codeAction/resolve', action)),
    );
    expect(resolved.map(({ title, kind, edit }) => ({ title, kind, edit }))).toEqual(whole);
  });

  it('get none once the text has changed', async () => {
    const [action] = await actionsAt('"family"', undefined, undefined, resolving);
    const textDocument = { uri, version: 2 };
    await lsp.client.sendNotification('textDocument/didChange', {
      textDocument,
      contentChanges: [{ text: `${text}\n` }],
    });
    expect(await lsp.client.sendRequest('codeAction/resolve', action)).toEqual(action);
  });
});

describe('what a quick fix does', () => {
  const leaky = text.replace('"name": "A"', '"name": "DB_PASSWORD"');

  it.each([undefined, resolving])('is not offered twice for one variable', async (capabilities) => {
    const found = await actionsAt('"b"', undefined, undefined, capabilities, leaky);
    const moves = found.filter(({ title }) => title === "Move 'DB_PASSWORD' to secrets");
    expect(moves.map(({ kind }) => kind)).toEqual(['quickfix']);
  });

  it('is there among the refactorings alone', async () => {
    const found = await actionsAt('"b"', ['refactor'], undefined, undefined, leaky);
    expect(found.map(({ title }) => title)).toContain("Move 'DB_PASSWORD' to secrets");
  });
});

it('changes the version that it was made for', async () => {
  const action = (await actionsAt('"1024"')).find(({ title }) => title === "Write '1 vCPU'");
  expect(action?.kind).toBe('refactor.rewrite');
  const [change] = action?.edit?.documentChanges ?? [];
  if (!change || !('edits' in change)) throw new Error('no edit');
  expect(change.textDocument).toEqual({ uri, version: 1 });
  const document = TextDocument.create(uri, 'json', 1, text);
  expect(TextDocument.applyEdits(document, change.edits as never)).toBe(text.replace('"1024"', '"1 vCPU"'));
});

it.each([
  [undefined, ['refactor.move']],
  [[''], ['refactor.move']],
  [['refactor'], ['refactor.move']],
  [['refactor.move'], ['refactor.move']],
  [['refactor.rewrite'], []],
  [['quickfix'], []],
  [['source.fixAll'], []],
] as const)('given to who asks for %j', async (only, kinds) => {
  const actions = await actionsAt('"value"', only);
  expect(actions.map(({ kind }) => kind).filter((kind) => kind !== 'quickfix')).toEqual(kinds);
});

it('given when a person asks, not at every move of the cursor', async () => {
  const kindsOf = (actions: readonly CodeAction[]) => actions.map(({ kind }) => kind);
  expect(kindsOf(await actionsAt('"1024"', undefined, CodeActionTriggerKind.Invoked))).toContain('refactor.rewrite');
  await lsp.stop();
  expect(kindsOf(await actionsAt('"1024"', undefined, CodeActionTriggerKind.Automatic))).toEqual([]);
});

it('says that it has them', async () => {
  lsp = await startLsp();
  expect(lsp.initialized.capabilities.codeActionProvider).toMatchObject({
    codeActionKinds: expect.arrayContaining(['quickfix', 'refactor']),
  });
});
