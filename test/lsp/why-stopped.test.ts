import { afterEach, beforeEach, expect, it } from 'vitest';
import type { WhyStoppedInfo, WhyStoppedParams } from '../../server/src/lsp/protocol';
import { startLsp } from '../support/memory-lsp';

const uri = 'file:///w/web.task-definition.yaml';
const text = 'family: web\ncontainerDefinitions:\n  - name: app\n    image: example/web:1\n';
const stop = {
  stopCode: 'TaskFailedToStart',
  stoppedReason:
    'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref docker.io/example/web:1: not found',
  containers: [{ name: 'app' }],
};

let lsp: Awaited<ReturnType<typeof startLsp>>;
beforeEach(async () => {
  lsp = await startLsp();
  await lsp.open(uri, text, 'yaml');
});
afterEach(() => lsp.stop());

const ask = (params: Partial<WhyStoppedParams>) =>
  lsp.client.sendRequest<WhyStoppedInfo | null>('taskdef/whyStopped', { uri, stop, ...params });

it('answers with the very token, its value and the words', async () => {
  expect(await ask({ family: 'web' })).toEqual({
    cause: 'image-not-found',
    severity: 'error',
    sentence: "The image of container 'app' is not in its registry.",
    fix: expect.any(String),
    url: expect.stringContaining('task_cannot_pull_image'),
    container: 'app',
    said: stop.stoppedReason,
    pointer: '/containerDefinitions/0/image',
    value: 'example/web:1',
    range: { start: { line: 3, character: 11 }, end: { line: 3, character: 24 } },
  });
});

it('follows the token as the document changes', async () => {
  await lsp.client.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [{ text: text.replace('  - name', '  - name: db\n    image: db\n  - name') }],
  });
  const found = await ask({ index: 0 });
  expect(found).toMatchObject({ pointer: '/containerDefinitions/1/image', value: 'example/web:1' });
  expect(found?.range.start.line).toBe(5);
});

it.each<[string, Partial<WhyStoppedParams>]>([
  ['another family', { family: 'api', index: 0 }],
  ['an index that is not there', { index: 3 }],
  ['a document that is not open', { uri: 'file:///w/none.json' }],
  ['a task of which nothing is told', { stop: { containers: [] } }],
])('has no answer for %s', async (_, params) => {
  expect(await ask(params)).toBeNull();
  expect(lsp.logged).toEqual([]);
});
