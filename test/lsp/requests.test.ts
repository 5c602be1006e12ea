import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import type { CompletionItem, DocumentSymbol, Hover } from 'vscode-languageserver';
import { startLsp } from '../support/memory-lsp';
import { definition } from '../support/request-dialects';
import { openAt } from '../support/service';

it('completes and explains a service with the task definition of its folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'taskdef-requests-'));
  await writeFile(join(folder, 'web.task-definition.json'), JSON.stringify(definition));
  const uri = pathToFileURL(join(folder, 'service.yaml')).href;
  const marked = 'serviceName: web\ntaskDefinition: web:7\nloadBalancers:\n  - containerName: a|pp\n';
  const { snapshot, offset, text } = openAt(marked, uri);
  const position = snapshot.document.positionAt(offset);
  const lsp = await startLsp({ folders: [pathToFileURL(folder).href] });
  try {
    await lsp.open(uri, text, 'yaml');
    const asked = { textDocument: { uri }, position };
    const items = await lsp.client.sendRequest<CompletionItem[]>('textDocument/completion', asked);
    expect(items.map(({ label }) => label)).toEqual(['app', 'sidecar']);
    const resolved = await lsp.client.sendRequest<CompletionItem>('completionItem/resolve', items[0]);
    expect(resolved.documentation).toMatchObject({ value: expect.stringContaining('API_LoadBalancer.html') });
    const onName = { textDocument: { uri }, position: { line: 1, character: 17 } };
    const said = await lsp.client.sendRequest<Hover>('textDocument/hover', onName);
    expect(said.contents).toMatchObject({ value: expect.stringContaining('**Task definition `web`**') });
    const symbols = await lsp.client.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', asked);
    expect(symbols.map(({ name }) => name)).toEqual(['web']);
  } finally {
    await lsp.stop();
    await rm(folder, { recursive: true });
  }
});
