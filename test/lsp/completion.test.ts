import { afterEach, describe, expect, it } from 'vitest';
import type { CompletionItem } from 'vscode-languageserver';
import { startLsp } from '../support/memory-lsp';
import { openAt } from '../support/service';

type Lsp = Awaited<ReturnType<typeof startLsp>>;

let lsp: Lsp;
afterEach(() => lsp.stop());

const json = 'file:///w/task-definition.json';
const yaml = 'file:///w/task-definition.yaml';
const template = 'file:///w/template.yaml';
const inTemplate = (text: string) =>
  `Resources:\n  Task:\n    Type: AWS::ECS::TaskDefinition\n    Properties:\n${text.replace(/^(?=.)/gm, '      ')}`;

async function complete(marked: string, uri: string, triggerCharacter?: string): Promise<readonly CompletionItem[]> {
  const { snapshot, offset, text } = openAt(marked, uri);
  await lsp.open(uri, text, uri.endsWith('.json') ? 'json' : 'yaml');
  return lsp.client.sendRequest<CompletionItem[]>('textDocument/completion', {
    textDocument: { uri },
    position: snapshot.document.positionAt(offset),
    context: triggerCharacter === undefined ? { triggerKind: 1 } : { triggerKind: 2, triggerCharacter },
  });
}

describe('a dash', () => {
  it('is a character that completion may begin with', async () => {
    lsp = await startLsp();
    expect(lsp.initialized.capabilities.completionProvider?.triggerCharacters).toContain('-');
  });

  it.each([
    ['in YAML', yaml, 'requiresCompatibilities:\n  -|\ncontainerDefinitions: []\n', '- FARGATE'],
    ['in YAML behind others', yaml, 'containerDefinitions:\n  - name: a\n  -|\n', '- name: $1'],
    ['at the margin', yaml, 'containerDefinitions:\n-|\n', '- name: $1'],
    ['in a template', template, inTemplate('ContainerDefinitions:\n  -|\n'), '- Name: $1'],
  ])('begins an item %s', async (_, uri, marked, newText) => {
    lsp = await startLsp();
    const items = await complete(marked, uri, '-');
    const item = items.find(({ textEdit }) => textEdit?.newText === newText);
    expect(item).toBeDefined();
    // The editor keeps what matches the dash that is replaced.
    for (const { filterText } of items) expect(filterText).toMatch(/^- /);
  });

  it.each([
    ['in a string of JSON', json, '{ "containerDefinitions": [], "executionRoleArn": "a-|" }'],
    ['alone in JSON', json, '{ "containerDefinitions": [], "executionRoleArn": -| }'],
    ['in a key of JSON', json, '{ "containerDefinitions": [{ "logConfiguration": { "options": { "awslogs-|" } } }] }'],
    ['in a word of YAML', yaml, 'networkMode: aws-|\ncontainerDefinitions: []\n'],
    ['behind a key of YAML', yaml, 'networkMode: -|\ncontainerDefinitions: []\n'],
    ['where a key is wanted', yaml, 'containerDefinitions:\n  - name: a\n    -|\n'],
    ['in a block of text', yaml, 'containerDefinitions:\n  - command:\n      - >-\n        -|\n'],
    ['in a comment', yaml, 'containerDefinitions:\n  # -|\n'],
    ['in a word of a template', template, inTemplate('NetworkMode: aws-|\nContainerDefinitions: []\n')],
  ])('opens no list %s', async (_, uri, marked) => {
    lsp = await startLsp();
    expect(await complete(marked, uri, '-')).toEqual([]);
  });
});

describe('a key whose value has proposals', () => {
  const suggestCommand = 'editor.suggest';
  const opened = async (uri: string, marked: string) => {
    const items = await complete(marked, uri);
    const commands = new Map(items.map(({ label, command }) => [label.toLowerCase(), command?.command]));
    return (...labels: string[]) => labels.map((label) => commands.get(label.toLowerCase()));
  };

  describe.each([
    ['JSON', json, '{ "containerDefinitions": [], | }', '{ "containerDefinitions": [{ | }] }'],
    ['YAML', yaml, 'containerDefinitions: []\n|\n', 'containerDefinitions:\n  - |\n'],
    [
      'CloudFormation YAML',
      template,
      inTemplate('ContainerDefinitions: []\n|\n'),
      inTemplate('ContainerDefinitions:\n  - |\n'),
    ],
  ])('in %s', (_, uri, task, container) => {
    it('asks the client to show them', async () => {
      lsp = await startLsp({ initializationOptions: { suggestCommand } });
      const ofTask = await opened(uri, task);
      const known = ['networkMode', 'cpu', 'executionRoleArn', 'runtimePlatform', 'requiresCompatibilities'];
      expect(ofTask(...known)).toEqual(known.map(() => suggestCommand));
      expect(ofTask('family')).toEqual([undefined]);
      const ofContainer = await opened(`${uri.replace('w/', 'v/')}`, container);
      expect(ofContainer('image', 'healthCheck', 'portMappings')).toEqual(Array(3).fill(suggestCommand));
      // A value to be replaced is there already, or anything may stand there.
      expect(ofContainer('essential', 'name', 'hostname', 'command')).toEqual(Array(4).fill(undefined));
    });
  });

  it('does so for no client that has not named its command', async () => {
    lsp = await startLsp();
    expect((await complete('networkMode:\n|\ncontainerDefinitions: []\n', yaml)).length).toBeGreaterThan(0);
    const items = await complete('{ "containerDefinitions": [], | }', json);
    expect(items.flatMap(({ command }) => command ?? [])).toEqual([]);
  });

  it('does not where its colon stands already', async () => {
    lsp = await startLsp({ initializationOptions: { suggestCommand } });
    const found = await opened(json, '{ "containerDefinitions": [], "net|": "awsvpc" }');
    expect(found('networkMode')).toEqual([undefined]);
  });
});
