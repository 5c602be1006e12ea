import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { FamilyFile } from '../../server/src/lsp/protocol';
import { startLsp } from '../support/memory-lsp';

const definition = (family: string) =>
  JSON.stringify({ family, containerDefinitions: [{ name: 'app', image: 'app' }] });

let folder: string;
let lsp: Awaited<ReturnType<typeof startLsp>>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taskdef families '));
  await writeFile(join(folder, 'web.json'), definition('web'));
  await writeFile(join(folder, 'api.yaml'), 'family: api\ncontainerDefinitions:\n  - name: app\n    image: app\n');
  await writeFile(join(folder, 'package.json'), '{ "family": "web" }');
  lsp = await startLsp({ folders: [pathToFileURL(folder).href] });
});
afterEach(async () => {
  await lsp.stop();
  await rm(folder, { recursive: true });
});

const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
const familyFiles = async (family: string) =>
  (await lsp.client.sendRequest<FamilyFile[]>('taskdef/familyFiles', { family })).map(({ uri, index, shape }) => ({
    uri,
    index,
    shape,
  }));

it('finds the definitions of a family on disk', async () => {
  expect(await familyFiles('web')).toEqual([{ uri: uriOf('web.json'), index: 0, shape: 'plain' }]);
  expect(await familyFiles('api')).toEqual([{ uri: uriOf('api.yaml'), index: 0, shape: 'plain' }]);
  expect(await familyFiles('none')).toEqual([]);
});

it('takes what is open before what is saved', async () => {
  await lsp.open(uriOf('web.json'), definition('shop'));
  expect(await familyFiles('web')).toEqual([]);
  expect(await familyFiles('shop')).toEqual([{ uri: uriOf('web.json'), index: 0, shape: 'plain' }]);
});

it('explains a registered revision that is shown, which is no file of the workspace', async () => {
  const shown = 'taskdef-revision:/us-east-1/111122223333/web%3A7.json?arn';
  await lsp.open(shown, definition('web'));
  expect(await familyFiles('web')).toEqual([{ uri: uriOf('web.json'), index: 0, shape: 'plain' }]);
  const position = { line: 0, character: 3 };
  expect(await lsp.client.sendRequest('textDocument/hover', { textDocument: { uri: shown }, position })).toMatchObject({
    contents: { value: expect.stringContaining('**family**') },
  });
});
