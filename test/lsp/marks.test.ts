import { afterEach, beforeEach, expect, it } from 'vitest';
import type { MarkInfo, MarksParams } from '../../server/src/lsp/protocol';
import { startLsp } from '../support/memory-lsp';

const uri = 'file:///w/web.task-definition.yaml';
const text = 'family: web\ncontainerDefinitions:\n  - name: app\n    image: example/web:1\n';
const image = '/containerDefinitions/0/image';

let lsp: Awaited<ReturnType<typeof startLsp>>;
beforeEach(async () => {
  lsp = await startLsp();
  await lsp.open(uri, text, 'yaml');
});
afterEach(() => lsp.stop());

const ask = (marks: MarksParams['marks'], params: Partial<MarksParams> = {}) =>
  lsp.client.sendRequest<readonly (MarkInfo | null)[]>('taskdef/marks', { uri, family: 'web', marks, ...params });
const change = (now: string) =>
  lsp.client.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [{ text: now }],
  });

it('answers with the tokens and their values, in the order of the question', async () => {
  expect(await ask([{ pointer: image }, { pointer: '/taskRoleArn' }, { pointer: '/family' }])).toEqual([
    {
      pointer: image,
      value: 'example/web:1',
      range: { start: { line: 3, character: 11 }, end: { line: 3, character: 24 } },
    },
    null,
    expect.objectContaining({ value: 'web' }),
  ]);
});

it('underlines the key of a list', async () => {
  const [found] = await ask([{ pointer: '/containerDefinitions' }]);
  expect(found?.range).toEqual({ start: { line: 1, character: 0 }, end: { line: 1, character: 20 } });
});

it('finds a value where it has moved, and nothing once it is another one', async () => {
  const asked = [{ pointer: image, value: 'example/web:1' }];
  await change(text.replace('  - name', '  - name: db\n    image: db\n  - name'));
  expect(await ask(asked)).toMatchObject([{ pointer: '/containerDefinitions/1/image', range: { start: { line: 5 } } }]);
  await change(text.replace('web:1', 'web:2'));
  expect(await ask(asked)).toEqual([null]);
});

it.each<[string, Partial<MarksParams>]>([
  ['another family', { family: 'api', index: 0 }],
  ['a document that is not open', { uri: 'file:///w/none.json' }],
])('has no answer for %s', async (_, params) => {
  expect(await ask([{ pointer: image }], params)).toEqual([null]);
  expect(lsp.logged).toEqual([]);
});
