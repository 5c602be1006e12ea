import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver';
import { runCli } from '../../server/src/cli/cli';
import { nodeFiles } from '../../server/src/files/node-files';
import { startLsp } from '../support/memory-lsp';

/** Definitions, services and templates below configurations that say different things. */
const tree: Readonly<Record<string, string>> = {
  '.taskdef.json': `{
    // What holds everywhere.
    "preset": "strict",
    "rules": { "image-tag-latest": "error", "cost-arm64": "off" },
    "trustedRegistries": ["*.dkr.ecr.eu-west-1.amazonaws.com"],
    "launchTypes": { "apps/**": ["FARGATE"] }
  }`,
  'apps/api/.taskdef.json':
    '{ "rules": { "image-tag-latest": "hint", "no-such-rule": "off" }, "preset": "recommended" }',
  'apps/api/api.task-definition.yaml': `family: api
containerDefinitions:
  - name: app
    # taskdef-disable-next-line untrusted-registry -- ours
    image: ghcr.io/example/api:latest
    portMappings: [{containerPort: 8080, hostPort: 80}]
`,
  'apps/web/web.task-definition.json': `{
  "family": "web",
  "containerDefinitions": [{ "name": "app", "image": "nginx:latest", "memory": 128, "portMapping": [] }]
}
`,
  'apps/web/web.service.json': `{
  "serviceName": "web",
  "taskDefinition": "web",
  "launchType": "FARGATE",
  "desiredCount": 1,
  "loadBalancers": [{ "targetGroupArn": "", "containerName": "ap", "containerPort": 80 }]
}
`,
  'jobs/.taskdef.json':
    '{ "preset": "api-only", "launchTypes": { "*.jsonc": ["EC2"] }, "rules": { "image-tag-latest": "off" } }',
  'jobs/clean up.task-definition.jsonc': `// taskdef-disable missing-log-configuration, unknown-property
{
  "family": "clean-up",
  "containerDefinitions": [{ "name": "job", "image": "busybox", "memory": 2, "cpus": 1 }]
}
`,
  'infra/template.yaml': `Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: web
      NetworkMode: bridge
      RequiresCompatibilities: [FARGATE]
      ContainerDefinitions:
        - Name: app
          Image: ghcr.io/example/web:latest
          Environment: [{ Name: STAGE, Value: !Ref Stage }]
`,
  'broken/.taskdef.json': '{ "rules": { "syntax-error": "warning" ',
  'broken/web.task-definition.json': '{ "family": "web", "containerDefinitions": [ }\n',
  'package.json': '{ "name": "no-definition" }\n',
};

const levels = ['', 'error', 'warning', 'information', 'hint'];

/** As both hosts can say it. */
type Findings = Readonly<Record<string, readonly Finding[]>>;

interface Finding {
  readonly rule: unknown;
  readonly severity: unknown;
  readonly message: string;
  readonly range: unknown;
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taskdef agreement '));
  for (const [name, text] of Object.entries(tree)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
});
afterAll(() => rm(folder, { recursive: true }));

it('the editor and the command line find the same in the same tree', async () => {
  const [editor, commandLine] = [await inEditor(), await onCommandLine()];
  expect(Object.keys(commandLine)).toHaveLength(6);
  expect(editor).toEqual(commandLine);
  // What is configured has an effect: the same tag has another level in each folder.
  const ofTag = Object.entries(editor).map(([name, found]) => [
    name,
    found.find(({ rule }) => rule === 'image-tag-latest')?.severity,
  ]);
  expect(Object.fromEntries(ofTag)).toMatchObject({
    'apps/api/api.task-definition.yaml': 'hint',
    'apps/web/web.task-definition.json': 'error',
    'infra/template.yaml': 'error',
    'jobs/clean up.task-definition.jsonc': undefined,
  });
});

async function inEditor(): Promise<Findings> {
  const lsp = await startLsp({ folders: [pathToFileURL(folder).href] });
  const names = (await readdir(folder, { recursive: true })).filter((it) =>
    /(?<!\.taskdef)\.(?:jsonc?|yaml)$/.test(it),
  );
  const found: [string, readonly Finding[]][] = [];
  for (const name of names.toSorted()) {
    const uri = pathToFileURL(join(folder, name)).href;
    await lsp.open(uri, await readFile(join(folder, name), 'utf8'), /[a-z]+$/.exec(name)?.[0]);
    const { items } = await lsp.client.sendRequest<{ readonly items: readonly Diagnostic[] }>(
      'textDocument/diagnostic',
      {
        textDocument: { uri },
      },
    );
    const findings = items.map(({ code, severity = 0, message, range }) => ({
      rule: code,
      severity: levels[severity],
      message: String(message),
      range,
    }));
    if (findings.length > 0) found.push([name, findings]);
  }
  await lsp.stop();
  return Object.fromEntries(found);
}

async function onCommandLine(): Promise<Findings> {
  let out = '';
  await runCli(['lint', '--format', 'json', folder], {
    ...nodeFiles,
    cwd: folder,
    env: {},
    isTerminal: { out: false, err: false },
    readStdin: async () => '',
    replaceFile: () => Promise.reject(new Error('nothing is changed')),
    out: (text) => {
      out += text;
    },
    err: () => undefined,
  });
  const { results } = JSON.parse(out) as {
    readonly results: readonly { readonly file: string; readonly diagnostics: readonly Finding[] }[];
  };
  return Object.fromEntries(
    results
      .filter(({ diagnostics }) => diagnostics.length > 0)
      .map(({ file, diagnostics }) => [
        file.slice(folder.length + 1),
        diagnostics.map(({ rule, severity, message, range }) => ({ rule, severity, message, range })),
      ]),
  );
}
