import { describe, expect, it } from 'vitest';
import { runCli } from '../../server/src/cli/cli';
import type { Io } from '../../server/src/cli/io';

const good = `{
  "family": "web",
  "requiresCompatibilities": ["EC2"],
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}
`;
const sick = good.replace('"memory"', '"portMapping": [], "memory"');

/** The command over files in memory. */
async function run(files: Readonly<Record<string, string>>, ...argv: readonly string[]) {
  let out = '';
  let err = '';
  const io: Io = {
    async readFile(path) {
      const text = files[path];
      if (text === undefined) throw Object.assign(new Error('gone'), { code: 'ENOENT' });
      return text;
    },
    async readFolder(path) {
      const below = Object.keys(files).filter((file) => file.startsWith(`${path}/`));
      const names = new Set(below.map((file) => file.slice(path.length + 1).split('/')[0] ?? ''));
      if (names.size === 0) return undefined;
      return Array.from(names, (name) => ({ name, folder: !Object.hasOwn(files, `${path}/${name}`) }));
    },
    readStdin: async () => files['-'] ?? '',
    replaceFile: () => Promise.reject(new Error('these files cannot be changed')),
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  };
  const code = await runCli(argv, io);
  return { code, out, err };
}

describe('lint', () => {
  it('prints a finding as file:line:column and fails', async () => {
    const { code, out, err } = await run({ 'web.json': sick }, 'lint', 'web.json');
    expect(out).toBe(
      "web.json:4:68: error: Unknown property 'portMapping'. Did you mean 'portMappings'? [unknown-property]\n" +
        '1 error, 0 warnings in 1 file\n',
    );
    expect([code, err]).toEqual([1, '']);
  });

  it('passes a good file', async () => {
    expect(await run({ 'web.json': good }, 'lint', 'web.json')).toEqual({
      code: 0,
      out: '0 errors, 0 warnings in 1 file\n',
      err: '',
    });
  });

  it('reports JSON by the contract', async () => {
    const { code, out } = await run({ 'web.json': sick }, 'lint', '--format', 'json', 'web.json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      version: 1,
      results: [
        {
          file: 'web.json',
          diagnostics: [
            {
              rule: 'unknown-property',
              severity: 'error',
              message: "Unknown property 'portMapping'. Did you mean 'portMappings'?",
              pointer: '/containerDefinitions/0/portMapping',
              range: { start: { line: 3, character: 67 }, end: { line: 3, character: 80 } },
              url: expect.stringMatching(/^https:.*unknown-property\.md$/),
              fixable: true,
            },
          ],
        },
      ],
    });
  });

  it('reads standard input', async () => {
    const { code, out } = await run({ '-': sick }, 'lint', '-');
    expect(code).toBe(1);
    expect(out).toMatch(/^-:4:68: error/);
  });

  it('reads YAML, by its ending and from standard input', async () => {
    const yaml =
      'family: web\ncontainerDefinitions:\n  - name: app\n    image: nginx:1.27\n    memory: 128\n    portMapping: []\n';
    expect((await run({ 'web.yaml': yaml }, 'lint', 'web.yaml')).out).toMatch(
      /^web\.yaml:6:5: error: Unknown property/m,
    );
    expect((await run({ '-': yaml }, 'lint', '-')).out).toMatch(/^-:6:5: error: Unknown property/m);
  });

  it('checks the task definitions of a folder and nothing else', async () => {
    const files = {
      'infra/a/web.json': sick,
      'infra/b/web.yml': 'containerDefinitions: []\n',
      'infra/compose.yaml': 'services: {}\n',
      'infra/package.json': '{ "name": "x" }',
      'infra/node_modules/x/y.json': sick,
      'infra/notes.txt': sick,
      'infra/.git/z.json': sick,
    };
    const { out } = await run(files, 'lint', '--format', 'json', 'infra');
    expect(JSON.parse(out).results.map(({ file }: { file: string }) => file)).toEqual([
      'infra/a/web.json',
      'infra/b/web.yml',
    ]);
  });

  it('says so when a file that is named holds no task definition', async () => {
    expect(await run({ 'package.json': '{ "name": "x" }' }, 'lint', 'package.json')).toEqual({
      code: 0,
      out: '0 errors, 0 warnings in 1 file\n',
      err: 'taskdef: package.json: holds no task definition\n',
    });
  });

  it('names a file that is missing, checks the others and fails', async () => {
    const { code, out, err } = await run({ 'web.json': sick }, 'lint', 'gone.json', 'web.json');
    expect(err).toBe('taskdef: gone.json: no such file or folder\n');
    expect(out).toContain('web.json:4:68: error');
    expect(code).toBe(3);
  });

  it('counts warnings against --max-warnings', async () => {
    const latest = good.replace('nginx:1.27', 'nginx:latest');
    expect((await run({ 'web.json': latest }, 'lint', 'web.json')).code).toBe(0);
    expect((await run({ 'web.json': latest }, 'lint', '--max-warnings', '1', 'web.json')).code).toBe(0);
    expect((await run({ 'web.json': latest }, 'lint', '--max-warnings', '0', 'web.json')).code).toBe(1);
  });
});

describe('usage', () => {
  it.each([
    [['lint'], /name the files/],
    [['lint', '--format', 'xml', 'web.json'], /unknown format 'xml'/],
    [['lint', '--max-warnings', 'few', 'web.json'], /whole number/],
    [['lint', '--colour', 'web.json'], /--colour/],
    [['deploy'], /unknown command 'deploy'/],
    [[], /usage:/],
  ])('%j is refused with a reason', async (argv, reason) => {
    const { code, out, err } = await run({ 'web.json': good }, ...argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(reason);
  });

  it.each([[['--help']], [['lint', '--help']], [['rules', '-h']]])('%j explains', async (argv) => {
    const { code, out } = await run({}, ...argv);
    expect(code).toBe(0);
    expect(out).toContain('taskdef lint');
  });
});

it('lists the rules', async () => {
  const { code, out } = await run({}, 'rules', '--format', 'json');
  const rules = JSON.parse(out);
  expect(code).toBe(0);
  expect(rules).toContainEqual({
    id: 'unknown-property',
    category: 'correctness',
    severity: 'error',
    title: 'Every property is one that ECS knows',
    url: expect.stringMatching(/unknown-property\.md$/),
    fixable: true,
  });
  expect((await run({}, 'rules')).out).toMatch(/^unknown-property +error +Every property/m);
});
