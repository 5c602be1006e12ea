import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-json-languageservice';
import type { Diagnostic, Location, LocationLink, WorkspaceEdit } from 'vscode-languageserver';
import type { WorkspaceFiles } from '../../server/src/files/files';
import { nodeFilesByUri } from '../../server/src/files/node-files';
import { startLsp } from '../support/memory-lsp';

const task = `{
  "family": "web",
  "requiresCompatibilities": ["EC2"],
  "containerDefinitions": [
    { "name": "app", "image": "123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1", "essential": true },
    { "name": "agent", "dependsOn": [{ "containerName": "app", "condition": "START" }] }
  ]
}
`;
const service = `cluster: main
taskDefinition: web:12
desiredCount: 2
loadBalancers:
  - containerName: app # behind the balancer
    containerPort: 8080
`;
const overrides = '{ "containerOverrides": [{ "name": "app" }] }\n';

let folder: string;
let lsp: Awaited<ReturnType<typeof startLsp>>;
/** What the server has read below the folder, but for configurations. */
let reads: string[];

const files: WorkspaceFiles = {
  ...nodeFilesByUri,
  readFile(uri) {
    if (!uri.endsWith('/.taskdef.json')) reads.push(uri.replace(`${uriOf('')}`, ''));
    return nodeFilesByUri.readFile(uri);
  },
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taskdef workspace '));
  reads = [];
  await write('web.task-definition.json', task);
  await write('deploy/web.service.yaml', service);
  await write('overrides.json', overrides);
  await write('package.json', '{ "name": "app" }');
  await write('web/Dockerfile', 'FROM scratch\n');
  await write('node_modules/web/service.json', '{ "taskDefinition": "web", "desiredCount": 1 }');
});
afterEach(async () => {
  await lsp.stop();
  await rm(folder, { recursive: true });
});

const uriOf = (name: string) => pathToFileURL(join(folder, name)).href + (name === '' ? '/' : '');
const write = async (name: string, text: string) => {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), text);
};
const start = (dynamicRegistration = false) =>
  startLsp({
    files,
    folders: [pathToFileURL(folder).href],
    capabilities: { workspace: { workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration } } },
  });
const at = (name: string, text: string, piece: string) => {
  const uri = uriOf(name);
  return { textDocument: { uri }, position: TextDocument.create(uri, '', 1, text).positionAt(text.indexOf(piece)) };
};
const renamed = (name: string, text: string, piece: string, newName = 'api') =>
  lsp.client.sendRequest<WorkspaceEdit>('textDocument/rename', { ...at(name, text, piece), newName });

/** The texts after an edit, by the names of the files, and the versions that it is for. */
function applied({ documentChanges = [] }: WorkspaceEdit, texts: Readonly<Record<string, string>>) {
  return documentChanges.map((it) => {
    if (!('edits' in it)) throw new Error('not a change of text');
    const name = decodeURIComponent(it.textDocument.uri).replace(decodeURIComponent(uriOf('')), '');
    const text = texts[name] ?? '';
    const document = TextDocument.create(it.textDocument.uri, '', 1, text);
    return { name, version: it.textDocument.version, text: TextDocument.applyEdits(document, it.edits as never) };
  });
}

describe('rename', () => {
  it('changes the files on disk that belong to the definition, and no other', async () => {
    lsp = await start();
    await lsp.open(uriOf('web.task-definition.json'), task);
    const edit = await renamed('web.task-definition.json', task, 'app');
    const texts = { 'web.task-definition.json': task, 'deploy/web.service.yaml': service, 'overrides.json': overrides };
    expect(applied(edit, texts)).toEqual([
      { name: 'web.task-definition.json', version: 1, text: task.replaceAll('"app"', '"api"') },
      { name: 'deploy/web.service.yaml', version: null, text: service.replace(': app', ': api') },
      { name: 'overrides.json', version: null, text: overrides.replace('app', 'api') },
    ]);
  });

  it('takes what is open before what is saved', async () => {
    lsp = await start();
    const unsaved = service.replace('web:12', 'other');
    await lsp.open(uriOf('web.task-definition.json'), task);
    await lsp.open(uriOf('deploy/web.service.yaml'), unsaved, 'yaml');
    const edit = await renamed('web.task-definition.json', task, 'app');
    expect(applied(edit, {}).map(({ name }) => name)).toEqual(['web.task-definition.json', 'overrides.json']);
  });

  it.each([true, false])('looks at the files again, whether the client tells of changes or not: %s', async (tells) => {
    lsp = await start(true);
    // Without a handler the client refuses.
    if (tells) lsp.client.onRequest('client/registerCapability', () => null);
    await lsp.open(uriOf('web.task-definition.json'), task);
    await renamed('web.task-definition.json', task, 'app');
    await write('deploy/web.service.yaml', `# A comment\n${service}`);
    const edit = await renamed('web.task-definition.json', task, 'app');
    const text = `# A comment\n${service}`;
    expect(applied(edit, { 'deploy/web.service.yaml': text })).toContainEqual({
      name: 'deploy/web.service.yaml',
      version: null,
      text: text.replace(': app', ': api'),
    });
  });

  it('is refused where a file cannot be changed', async () => {
    const isWritable = async (uri: string) => !uri.endsWith('overrides.json');
    lsp = await startLsp({ files: { ...files, isWritable }, folders: [pathToFileURL(folder).href] });
    await lsp.open(uriOf('web.task-definition.json'), task);
    await expect(renamed('web.task-definition.json', task, 'app')).rejects.toThrow('overrides.json cannot be changed');
  });
});

describe('names', () => {
  it('lead from a service to the definition, and back', async () => {
    lsp = await start();
    await lsp.open(uriOf('deploy/web.service.yaml'), service, 'yaml');
    const links = (piece: string) =>
      lsp.client.sendRequest<LocationLink[]>('textDocument/definition', at('deploy/web.service.yaml', service, piece));
    const place = ({ targetUri, targetRange: { start } }: LocationLink) => [decodeURIComponent(targetUri), start.line];
    const definition = decodeURIComponent(uriOf('web.task-definition.json'));
    expect((await links('app #')).map(place)).toEqual([[definition, 4]]);
    expect((await links('web:12')).map(place)).toEqual([[definition, 1]]);
    const uses = await lsp.client.sendRequest<Location[]>('textDocument/references', {
      ...at('deploy/web.service.yaml', service, 'app #'),
      context: { includeDeclaration: false },
    });
    expect(uses.map(({ uri }) => uri.slice(uri.lastIndexOf('/') + 1))).toEqual([
      'web.task-definition.json',
      'web.service.yaml',
      'overrides.json',
    ]);
  });

  it('of images lead to the Dockerfile', async () => {
    lsp = await start();
    await lsp.open(uriOf('web.task-definition.json'), task);
    const links = await lsp.client.sendRequest<LocationLink[]>(
      'textDocument/definition',
      at('web.task-definition.json', task, '123456789012'),
    );
    expect(links.map(({ targetUri }) => targetUri)).toEqual([uriOf('web/Dockerfile')]);
  });
});

describe('reading', () => {
  const definition = () =>
    lsp.client.sendRequest<LocationLink[] | null>(
      'textDocument/definition',
      at('deploy/web.service.yaml', service, 'app #'),
    );
  const told = (name: string, type: 1 | 2 | 3) =>
    lsp.client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(name), type }] });
  const watching = async () => {
    lsp = await start(true);
    const registered = new Promise<unknown>((resolve) => {
      lsp.client.onRequest('client/registerCapability', (params) => {
        resolve(params);
        return null;
      });
    });
    await lsp.open(uriOf('deploy/web.service.yaml'), service, 'yaml');
    return registered;
  };

  it('begins when a name needs it, not before, and passes over the folders of tools', async () => {
    lsp = await start();
    await lsp.open(uriOf('web.task-definition.json'), task);
    const inside = at('web.task-definition.json', task, 'condition');
    expect(await lsp.client.sendRequest('textDocument/definition', inside)).toBeNull();
    expect(reads).toEqual([]);
    await lsp.open(uriOf('deploy/web.service.yaml'), service, 'yaml');
    expect(await definition()).toHaveLength(1);
    expect([...new Set(reads.map((name) => decodeURIComponent(name)))].toSorted()).toEqual([
      'deploy/web.service.yaml',
      'overrides.json',
      'package.json',
      'web.task-definition.json',
    ]);
  });

  it('goes on with what the client says has changed', async () => {
    expect(JSON.stringify(await watching())).toContain('didChangeWatchedFiles');
    expect(await definition()).toHaveLength(1);
    const first = reads.length;
    expect(await definition()).toHaveLength(1);
    expect(reads.length).toBe(first);
    await write('web.task-definition.json', task.replace('"app"', '"other"'));
    await told('web.task-definition.json', 2);
    expect(await definition()).toBeNull();
    await write('new/web.task-definition.json', task);
    await rm(join(folder, 'web.task-definition.json'));
    await told('new/web.task-definition.json', 1);
    await told('web.task-definition.json', 3);
    const [link] = (await definition()) ?? [];
    expect(link?.targetUri).toBe(uriOf('new/web.task-definition.json'));
  });

  it('takes and leaves folders with the client', async () => {
    await watching();
    expect(await definition()).toHaveLength(1);
    const event = (added: readonly unknown[], removed: readonly unknown[]) =>
      lsp.client.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added, removed } });
    const it = { uri: pathToFileURL(folder).href, name: 'w' };
    await event([], [it]);
    expect(await definition()).toBeNull();
    await event([it], []);
    expect(await definition()).toHaveLength(1);
  });

  it('passes over what is too large, in another encoding or not to be read', async () => {
    lsp = await start();
    await write(
      'web.task-definition.json',
      task.replace('"family"', `"comment": "${'x'.repeat(2_000_000)}", "family"`),
    );
    await lsp.open(uriOf('deploy/web.service.yaml'), service, 'yaml');
    expect(await definition()).toBeNull();
    await writeFile(join(folder, 'web.task-definition.json'), task.replace('web:1', 'w\u00fcb:1'), 'latin1');
    expect(await definition()).toBeNull();
    await write('web.task-definition.json', `\ufeff${task}`);
    await chmod(join(folder, 'package.json'), 0o000);
    expect(await definition()).toHaveLength(1);
  });
});

describe('findings of a service', () => {
  const broken = service.replace('containerName: app', 'containerName: nobody');
  const findings = async (name: string) => {
    const { items } = await lsp.client.sendRequest<{ items: readonly Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri: uriOf(name) },
    });
    return items.map(({ code }) => code);
  };

  it('follow the task definition, on disk or in the editor', async () => {
    lsp = await start(true);
    await lsp.open(uriOf('deploy/web.service.yaml'), broken, 'yaml');
    expect(await findings('deploy/web.service.yaml')).toContain('service-load-balancer-container');
    await lsp.open(uriOf('web.task-definition.json'), task.replace('"name": "app"', '"name": "nobody"'));
    expect(await findings('deploy/web.service.yaml')).not.toContain('service-load-balancer-container');
  });

  it('follow a definition that changes on disk', async () => {
    lsp = await start(true);
    lsp.client.onRequest('client/registerCapability', () => null);
    await lsp.open(uriOf('deploy/web.service.yaml'), service, 'yaml');
    // The container has no port 8080 as long as it maps none.
    expect(await findings('deploy/web.service.yaml')).toContain('service-load-balancer-port');
    const mapped = task.replace('"essential"', '"portMappings": [{ "containerPort": 8080 }], "essential"');
    await write('web.task-definition.json', mapped);
    const changes = [{ uri: uriOf('web.task-definition.json'), type: 2 }];
    await lsp.client.sendNotification('workspace/didChangeWatchedFiles', { changes });
    await expect.poll(() => findings('deploy/web.service.yaml')).not.toContain('service-load-balancer-port');
  });

  it('are found in overrides that stand beside the definition', async () => {
    lsp = await start();
    await lsp.open(uriOf('overrides.json'), overrides.replace('app', 'nobody'));
    expect(await findings('overrides.json')).toEqual(['override-unknown-container']);
    await lsp.open(uriOf('web.task-definition.json'), task.replace('"name": "app"', '"name": "nobody"'));
    expect(await findings('overrides.json')).toEqual([]);
  });

  it('are none where no definition is known', async () => {
    lsp = await start();
    await lsp.open(uriOf('deploy/web.service.yaml'), broken.replace('web:12', 'elsewhere:1'), 'yaml');
    expect(await findings('deploy/web.service.yaml')).toEqual([]);
  });
});
