import { chmod, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replaceFile } from '../../server/src/files/replace-file';
import { runIn } from '../support/cli';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taskdef-'));
  await writeFile(join(folder, 'api-only.json'), '{ "preset": "api-only" }');
});
afterEach(() => rm(folder, { recursive: true }));

const good = `{
  "family": "web",
  "requiresCompatibilities": ["EC2"], // as it is
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "portMappings": [], "memory": 128 }]
}
`;
const sick = good.replace('portMappings', 'portMapping').replace('128', '"128"');

/** The command over real files; `before` runs when a file is read and before it is written. */
function lint(argv: readonly string[], before = () => Promise.resolve()) {
  return runIn(folder, ['lint', '--config', 'api-only.json', ...argv], {
    readStdin: async () => sick,
    replaceFile: async (...change) => {
      await before();
      await replaceFile(...change);
    },
  });
}

const path = (name: string) => join(folder, name);
const text = (name: string) => readFile(path(name), 'utf8');

describe('lint --fix', () => {
  it('writes what can be mended safely and reports the rest', async () => {
    await writeFile(path('web.json'), sick);
    await writeFile(
      path('task.yaml'),
      'family: web\ncontainerDefinitions:\n  - { name: app, image: "a:1", Memory: 9 }\n',
    );
    const { code, out, err } = await lint(['--fix', folder]);
    expect(await text('web.json')).toBe(good);
    expect(await text('task.yaml')).toContain('memory: 9');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).not.toContain('unknown-property');
    expect(await lint(['--fix', folder])).toEqual({ code, out, err });
  });

  it('keeps the permissions, the link and no other file', async () => {
    await writeFile(path('real.json'), sick);
    await chmod(path('real.json'), 0o640);
    await symlink(path('real.json'), path('link.json'));
    await lint(['--fix', path('link.json')]);
    expect(await text('real.json')).toBe(good);
    expect((await stat(path('real.json'))).mode & 0o777).toBe(0o640);
    expect((await readdir(folder)).toSorted()).toEqual(['api-only.json', 'link.json', 'real.json']);
  });

  it('leaves a file alone that changed while it was checked, and says so', async () => {
    await writeFile(path('web.json'), sick);
    const { code, err } = await lint(['--fix', path('web.json')], () => writeFile(path('web.json'), `${sick}\n`));
    expect(await text('web.json')).toBe(`${sick}\n`);
    expect(code).toBe(3);
    expect(err).toMatch(/web\.json: not fixed: it changed meanwhile/);
  });

  it('loses no byte of a file that is not UTF-8', async () => {
    const bytes = Buffer.from(sick.replace('as it is', 'caf\u00e9'), 'latin1');
    await writeFile(path('web.json'), bytes);
    const { code } = await lint(['--fix', path('web.json')]);
    expect(await readFile(path('web.json'))).toEqual(bytes);
    expect(code).toBe(3);
  });

  it('keeps the byte order mark and the line ends', async () => {
    await writeFile(path('web.json'), `\uFEFF${sick.replaceAll('\n', '\r\n')}`);
    await lint(['--fix', path('web.json')]);
    expect(await text('web.json')).toBe(`\uFEFF${good.replaceAll('\n', '\r\n')}`);
  });

  it('touches nothing without being asked, and nothing that is broken', async () => {
    await writeFile(path('web.json'), sick);
    await lint([path('web.json')]);
    expect(await text('web.json')).toBe(sick);
    const broken = sick.replace('"EC2"]', '"EC2"');
    await writeFile(path('web.json'), broken);
    await lint(['--fix', path('web.json')]);
    expect(await text('web.json')).toBe(broken);
  });

  it('refuses standard input', async () => {
    expect(await lint(['--fix', '-'])).toEqual({
      code: 2,
      out: '',
      err: "taskdef: '--fix' changes files: it cannot change standard input. See 'taskdef lint --help'.\n",
    });
  });
});

describe('lint --launch-type', () => {
  const open = good.replace('  "requiresCompatibilities": ["EC2"], // as it is\n', '');

  it('says what a definition that lists none is for', async () => {
    await writeFile(path('web.json'), open);
    expect((await lint([path('web.json')])).out).not.toContain('fargate');
    const { code, out } = await lint(['--launch-type', 'fargate', path('web.json')]);
    expect(code).toBe(1);
    expect(out).toContain('[fargate-network-mode]');
    expect(out).toContain('[fargate-cpu-required]');
  });

  it('does not overrule what the definition lists', async () => {
    await writeFile(path('web.json'), good);
    expect((await lint(['--launch-type', 'FARGATE', path('web.json')])).code).toBe(0);
  });

  it('names the launch types there are', async () => {
    const { code, err } = await lint(['--launch-type', 'lambda', folder]);
    expect(code).toBe(2);
    expect(err).toContain("unknown launch type 'LAMBDA'; there are FARGATE, EC2, EXTERNAL, MANAGED_INSTANCES.");
  });
});
