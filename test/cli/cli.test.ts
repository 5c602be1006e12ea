import { describe, expect, it } from 'vitest';
import { commands } from '../../server/src/cli/cli';
import { run } from '../support/cli';

const good = `{
  "family": "web",
  "requiresCompatibilities": ["EC2"],
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}
`;
const sick = good.replace('"memory"', '"portMapping": [], "memory"');
/** Keeps what is a matter of taste from being reported. */
const config = { '.taskdef.json': '{ "preset": "api-only" }' };

describe('lint', () => {
  it('prints a finding as file:line:column with the lines around it and what mends it, and fails', async () => {
    const { code, out, err } = await run({ ...config, 'web.json': sick }, 'lint', 'web.json');
    expect(out).toBe(
      `web.json:4:68: error: Unknown property 'portMapping'. Did you mean 'portMappings'? [unknown-property]
  3 |   "requiresCompatibilities": ["EC2"],
> 4 |   "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "portMapping": [], "memory": 128 }]
    |                                                                    ^^^^^^^^^^^^^
  5 | }
  fix: Rename to 'portMappings' (--fix does it)

1 error, 0 warnings in 1 file; --fix mends 1 finding
`,
    );
    expect([code, err]).toEqual([1, '']);
  });

  it('passes a good file', async () => {
    expect(await run({ ...config, 'web.json': good }, 'lint', 'web.json')).toEqual({
      code: 0,
      out: '0 errors, 0 warnings in 1 file\n',
      err: '',
    });
  });

  it('reports JSON by the contract', async () => {
    const { code, out } = await run({ ...config, 'web.json': sick }, 'lint', '--format', 'json', 'web.json');
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
    expect(out).toBe(`${JSON.stringify(JSON.parse(out), null, 2)}\n`);
  });

  it('reads standard input, JSON and YAML', async () => {
    const yaml =
      'family: web\ncontainerDefinitions:\n  - name: app\n    image: nginx:1.27\n    memory: 128\n    portMapping: []\n';
    const { code, out } = await run({ ...config, '-': sick }, 'lint', '-');
    expect(code).toBe(1);
    expect(out).toMatch(/^-:4:68: error: Unknown property/);
    expect((await run({ ...config, '-': yaml }, 'lint', '-')).out).toMatch(/^-:6:5: error: Unknown property/);
    expect((await run({ ...config, 'web.yaml': yaml }, 'lint', 'web.yaml')).out).toMatch(
      /^web\.yaml:6:5: error: Unknown property/,
    );
  });

  it('says so when a file that is named holds no task definition', async () => {
    expect(await run({ 'package.json': '{ "name": "x" }' }, 'lint', 'package.json')).toEqual({
      code: 0,
      out: '0 errors, 0 warnings in 1 file\n',
      err: 'taskdef: package.json: holds no task definition\n',
    });
    const { err } = await run(
      { 'a.json': '{}', 'b.yaml': '', 'web.json': good },
      'lint',
      'a.json',
      'b.yaml',
      'web.json',
    );
    expect(err).toBe('taskdef: 2 files hold no task definition, such as a.json\n');
  });

  it('names a file that is missing, checks the others and fails', async () => {
    const { code, out, err } = await run({ 'web.json': sick }, 'lint', 'gone.json', 'web.json');
    expect(err).toBe('taskdef: gone.json: no such file or folder\n');
    expect(out).toContain('web.json:4:68: error');
    expect(code).toBe(3);
  });

  it('counts warnings against --max-warnings, told or not', async () => {
    const warned = { ...config, 'web.json': good };
    const rule = ['--rule', 'docker-hub-rate-limit=warning'];
    const lint = async (...argv: readonly string[]) => (await run(warned, 'lint', ...rule, ...argv, 'web.json')).code;
    expect(await lint()).toBe(0);
    expect(await lint('--max-warnings', '1')).toBe(0);
    expect(await lint('--max-warnings', '0')).toBe(1);
    expect(await lint('--max-warnings', '0', '--quiet')).toBe(1);
  });

  it('tells of errors alone when it is to be quiet', async () => {
    const files = { 'web.json': sick };
    const noisy = await run(files, 'lint', '--rule', 'docker-hub-rate-limit=warning', 'web.json');
    expect(noisy.out).toContain(': warning: ');
    const { code, out } = await run(files, 'lint', '--quiet', 'web.json');
    expect(out.match(/^\S+:\d+:\d+: .*$/gm)).toEqual([expect.stringContaining('[unknown-property]')]);
    expect(out).toMatch(/\n1 error in 1 file; .*\n$/);
    expect(code).toBe(1);
  });
});

describe('usage', () => {
  it.each([
    [['lint'], /name the files/],
    [['lint', '--format', 'xml', 'web.json'], /unknown format 'xml'; there are text, json, sarif, github, junit\./],
    [['lint', '--max-warnings', 'few', 'web.json'], /whole number/],
    [['lint', '--colour', 'web.json'], /--colour/],
    [['lint', '--rule', 'image-tag-latest', 'web.json'], /--rule takes a rule and its level/],
    [['lint', '--rule', 'image-tag-lastest=off', 'web.json'], /Did you mean 'image-tag-latest'\?/],
    [['lint', '--rule', 'image-tag-latest=loud', 'web.json'], /unknown level 'loud'/],
    [['lint', '--stdin-filename', 'a.json', 'web.json'], /'--stdin-filename' says what standard input is/],
    [['rules', '--format', 'sarif'], /unknown format 'sarif'/],
    [['explain'], /name a rule/],
    [['explain', 'image-tag-lastest'], /no rule 'image-tag-lastest'\. Did you mean 'image-tag-latest'\?/],
    [['explain', 'all'], /no rule 'all'\. 'taskdef rules' lists them/],
    [['schema', 'cluster'], /unknown schema 'cluster'; there are task-definition, service, run-task, config/],
    [['convert'], /name one file/],
    [['convert', '--to', 'xml', 'web.json'], /unknown syntax 'xml'/],
    [['deploy'], /unknown command 'deploy'/],
    [[], /usage:/],
  ])('%j is refused with a reason', async (argv, reason) => {
    const { code, out, err } = await run({ 'web.json': good }, ...argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(reason);
  });
});

describe('help', () => {
  it('lists the commands and how to begin', async () => {
    const asked = await Promise.all([['--help'], ['-h'], ['help']].map((argv) => run({}, ...argv)));
    for (const { code, out } of asked) {
      expect(code).toBe(0);
      for (const { name, summary } of commands) expect(out).toMatch(new RegExp(`^  ${name} +${summary}`, 'm'));
      expect(out).toContain('taskdef lint .');
    }
  });

  it.each(commands.map(({ name }) => name))(
    'of %s tells its options, with examples that can be typed',
    async (name) => {
      const { code, out } = await run({}, name, '--help');
      expect(code).toBe(0);
      expect(out).toContain(`usage:\n  taskdef ${name}`);
      expect(out).toMatch(new RegExp(`examples:\n  taskdef ${name}`));
      expect(out.split('\n').filter((line) => line.length > 100)).toEqual([]);
      expect((await run({}, 'help', name)).out).toBe(out);
    },
  );

  it('is not asked for behind a double dash', async () => {
    expect((await run({}, 'lint', '--', '--help')).err).toBe('taskdef: --help: no such file or folder\n');
  });

  it('tells the version', async () => {
    expect((await run({}, '--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
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
