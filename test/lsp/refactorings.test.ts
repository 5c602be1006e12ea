import { afterEach, expect, it } from 'vitest';
import { TextDocument } from 'vscode-json-languageservice';
import { type CodeAction, CodeActionTriggerKind } from 'vscode-languageserver';
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
): Promise<readonly CodeAction[]> {
  lsp = await startLsp();
  await lsp.open(uri, text);
  const start = TextDocument.create(uri, 'json', 1, text).positionAt(text.indexOf(piece));
  return lsp.client.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: { start, end: start },
    context: { diagnostics: [], ...(only && { only }), ...(triggerKind && { triggerKind }) },
  });
}

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
