import { chmod, mkdir, mkdtemp, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { getuid } from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeFiles } from '../../server/src/files/node-files';
import { run, runIn } from '../support/cli';

const definition = '{ "containerDefinitions": [{ "name": "app", "image": "nginx:1.27" }] }\n';

/** The files that were checked, in order. */
const checked = ({ out }: { readonly out: string }): readonly string[] =>
  (JSON.parse(out) as { results: { file: string }[] }).results.map(({ file }) => file);

describe('of a folder', () => {
  it('what is ours is checked, as its content tells, and nothing else', async () => {
    const files = {
      'infra/a/web.json': definition,
      'infra/b/web.yml': 'containerDefinitions: []\n',
      'infra/cluster.yaml': 'Resources:\n  Main:\n    Type: AWS::ECS::Cluster\n',
      'infra/compose.yaml': 'services: {}\n',
      'infra/package.json': '{ "name": "x" }',
      'infra/service.json': '{ "taskDefinition": "web", "desiredCount": 1 }',
      'infra/.taskdef.json': '{}',
      'infra/.aws/task-definition.json': definition,
      'infra/node_modules/x/y.json': definition,
      'infra/notes.txt': definition,
      'infra/.git/z.json': definition,
    };
    expect(checked(await run(files, 'lint', '--format', 'json', 'infra'))).toEqual([
      'infra/.aws/task-definition.json',
      'infra/a/web.json',
      'infra/b/web.yml',
      'infra/cluster.yaml',
      'infra/service.json',
    ]);
  });

  it('what .gitignore names is left out, from the root of the repository down', async () => {
    const files = {
      '/repo/.git/HEAD': '',
      '/repo/.gitignore': 'build/\n*.local.json\n/infra/old\n',
      'infra/a.json': definition,
      'infra/a.local.json': definition,
      'infra/build/b.json': definition,
      'infra/old/c.json': definition,
      'infra/deep/old/d.json': definition,
      'infra/deep/.gitignore': '!kept.local.json\ngenerated.json\n',
      'infra/deep/kept.local.json': definition,
      'infra/deep/generated.json': definition,
      'infra/generated.json': definition,
    };
    expect(checked(await run(files, 'lint', '--format', 'json', 'infra'))).toEqual([
      'infra/a.json',
      'infra/deep/kept.local.json',
      'infra/deep/old/d.json',
      'infra/generated.json',
    ]);
    // What is named is meant.
    expect(checked(await run(files, 'lint', '--format', 'json', 'infra/build', 'infra/a.local.json'))).toEqual([
      'infra/build/b.json',
      'infra/a.local.json',
    ]);
  });

  it('.gitignore above it does not count where there is no repository', async () => {
    const files = { '.gitignore': 'infra\n', 'infra/a.json': definition };
    expect(checked(await run(files, 'lint', '--format', 'json', 'infra'))).toEqual(['infra/a.json']);
  });
});

describe('a glob', () => {
  const files = {
    'apps/api/task.json': definition,
    'apps/api/task.json.tpl': definition,
    'apps/api/service.json': '{ "name": "x" }',
    'apps/web/task.yaml': 'containerDefinitions: []\n',
    'apps/odd[1].json': definition,
  };

  it.each([
    ['apps/**/task.json', ['apps/api/task.json']],
    ['**/task.*', ['apps/api/task.json', 'apps/web/task.yaml']],
    ['./apps/{api,web}/**', ['apps/api/task.json', 'apps/web/task.yaml']],
    ['apps/*/*.json.tpl', ['apps/api/task.json.tpl']],
    ['/repo/apps/*/task.yaml', ['/repo/apps/web/task.yaml']],
    ['apps/odd[1].json', ['apps/odd[1].json']],
  ])('%s is what it matches', async (glob, expected) => {
    expect(checked(await run(files, 'lint', '--format', 'json', glob))).toEqual(expected);
  });

  it('that matches nothing is told', async () => {
    const { code, err } = await run(files, 'lint', 'apps/**/*.jsonc');
    expect([code, err]).toEqual([3, 'taskdef: apps/**/*.jsonc: no file matches\n']);
  });
});

it('a file that is named twice is checked once', async () => {
  const files = { 'a/b.json': definition, 'a/c.json': definition };
  const twice = await run(files, 'lint', '--format', 'json', 'a/c.json', 'a', './a/b.json', 'a/*.json');
  expect(checked(twice)).toEqual(['a/c.json', 'a/b.json']);
});

it('standard input has the name that it is given', async () => {
  const yaml = 'containerDefinitions:\n  - name: app\n    nam: x\n';
  const files = { '-': yaml };
  expect((await run(files, 'lint', '--stdin-filename', 'infra/web.yaml', '-')).out).toMatch(/^infra\/web\.yaml:3:5: /m);
  const { code, err } = await run({ '-': '{}' }, 'lint', '--stdin-filename', 'package.json', '-');
  expect([code, err]).toEqual([0, 'taskdef: -: holds no task definition\n']);
});

describe('on a file system', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'taskdef-'));
    await put('a/web.json', definition);
    await put('z/web.json', definition);
  });
  afterEach(() => rm(folder, { recursive: true }));

  const path = (name: string) => join(folder, name);
  async function put(name: string, text: string | Uint8Array): Promise<void> {
    await mkdir(dirname(path(name)), { recursive: true });
    await writeFile(path(name), text);
  }
  const lint = (...argv: readonly string[]) => runIn(folder, ['lint', '--format', 'json', ...argv]);

  it('links to folders are not followed, links to files are', async () => {
    await symlink('..', path('a/up'));
    await symlink('.', path('a/self.json'));
    await symlink(path('a/web.json'), path('a/link.json'));
    const found = await lint('.');
    expect(checked(found)).toEqual(['a/link.json', 'a/web.json', 'z/web.json']);
    expect(found).toMatchObject({ code: 3, err: 'taskdef: a/self.json: is a folder\n' });
  });

  it('a link that leads to itself is told', async () => {
    await symlink('loop.json', path('a/loop.json'));
    const found = await lint('.');
    expect(checked(found)).toEqual(['a/web.json', 'z/web.json']);
    expect(found).toMatchObject({ code: 3, err: 'taskdef: a/loop.json: is a link that leads to itself\n' });
  });

  it('a pipe that nobody writes to is not waited for', async () => {
    const { execFile } = await import('node:child_process');
    await new Promise((done) => execFile('mkfifo', [path('a/pipe.json')], done));
    expect(checked(await lint('.'))).toEqual(['a/web.json', 'z/web.json']);
  });

  it.skipIf(getuid?.() === 0)('what may not be read is told', async () => {
    await chmod(path('a'), 0);
    const found = await lint('.');
    await chmod(path('a'), 0o755);
    expect(checked(found)).toEqual(['z/web.json']);
    expect(found).toMatchObject({ code: 3, err: 'taskdef: a: permission denied\n' });
  });

  it.each([
    [
      'the place of what is no UTF-8',
      // Two letters that are right, one of them the sign that stands for what is not.
      Buffer.from('{\n "a": "caf\xc3\xa9 \xef\xbf\xbd \xff" }', 'latin1'),
      'line 2, column 15 is not UTF-8',
    ],
    ['UTF-16', Buffer.from('\ufeff{}', 'utf16le'), 'it is UTF-16'],
  ])('%s is told', async (_, bytes, reason) => {
    await put('b.json', bytes);
    const found = await lint('.');
    expect(checked(found)).toEqual(['a/web.json', 'z/web.json']);
    expect(found.code).toBe(3);
    expect(found.err).toBe(`taskdef: b.json: ${reason}; save it as UTF-8\n`);
  });

  it('a file that vanishes while others are checked is told', async () => {
    await put('b.json', definition);
    let reads = 0;
    const found = await runIn(folder, ['lint', '--format', 'json', '.'], {
      async readFile(name) {
        // It is there when the folder is listed, and when the files are looked through for requests.
        if (name === 'b.json' && ++reads === 2) await unlink(path('b.json'));
        return nodeFiles.readFile(join(folder, name));
      },
    });
    expect(checked(found)).toEqual(['a/web.json', 'z/web.json']);
    expect(found).toMatchObject({ code: 3, err: 'taskdef: b.json: no such file or folder\n' });
  });

  it('a file that is too large to be ours is passed over, or told when it is named', async () => {
    await put('big.json', definition.padEnd(6_000_001));
    expect(await lint('.')).toMatchObject({ code: 1, err: '' });
    expect(await lint('big.json')).toMatchObject({ code: 3, err: 'taskdef: big.json: larger than 6 MB\n' });
  });
});
