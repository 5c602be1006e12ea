import { describe, expect, it } from 'vitest';
import { run } from '../support/cli';

const definition = `{
  "family": "web",
  "containerDefinitions": [{ "name": "app", "image": "nginx:latest", "memory": 128 }]
}
`;

const rules = (levels: Readonly<Record<string, string>>) => JSON.stringify({ rules: levels });

/** The level of each file's finding about its tag. */
async function levelsOfTag(files: Readonly<Record<string, string>>, ...argv: readonly string[]) {
  const { out } = await run(files, 'lint', '--format', 'json', ...argv);
  const { results } = JSON.parse(out) as {
    results: { file: string; diagnostics: { rule: string; severity: string }[] }[];
  };
  return Object.fromEntries(
    results.map(({ file, diagnostics }) => [
      file,
      diagnostics.find(({ rule }) => rule === 'image-tag-latest')?.severity,
    ]),
  );
}

describe('settings', () => {
  const tree = {
    '.taskdef.json': rules({ 'image-tag-latest': 'error' }),
    'a.json': definition,
    'api/.taskdef.json': rules({ 'image-tag-latest': 'hint' }),
    'api/b.json': definition,
    'api/v1/.taskdef.json': rules({ 'unknown-property': 'off' }),
    'api/v1/c.json': definition,
  };

  it('come from the nearest configuration that says something', async () => {
    expect(await levelsOfTag(tree, '.')).toEqual({ 'a.json': 'error', 'api/b.json': 'hint', 'api/v1/c.json': 'hint' });
  });

  it('come from the folders above the current one too', async () => {
    expect(
      await levelsOfTag({ ...tree, '/.taskdef.json': '{ "preset": "api-only" }', '.taskdef.json': '{}' }, '.'),
    ).toEqual({ 'a.json': undefined, 'api/b.json': 'hint', 'api/v1/c.json': 'hint' });
  });

  it('come from one file alone when it is named', async () => {
    const files = { ...tree, 'ci.json': rules({ 'image-tag-latest': 'information' }) };
    expect(await levelsOfTag(files, '--config', 'ci.json', '.')).toEqual({
      'a.json': 'information',
      'api/b.json': 'information',
      'api/v1/c.json': 'information',
    });
  });

  it('on the command line win', async () => {
    expect(await levelsOfTag(tree, '--rule', 'image-tag-latest=warning', '.')).toEqual({
      'a.json': 'warning',
      'api/b.json': 'warning',
      'api/v1/c.json': 'warning',
    });
  });

  it('of standard input are those of the file that it stands for', async () => {
    const files = { ...tree, '-': definition };
    expect(await levelsOfTag(files, '-')).toEqual({ '-': 'error' });
    expect(await levelsOfTag(files, '--stdin-filename', 'api/x.json', '-')).toEqual({ 'api/x.json': 'hint' });
  });
});

describe('launch types', () => {
  const launchTypes = (globs: Readonly<Record<string, readonly string[]>>) => JSON.stringify({ launchTypes: globs });
  const needsFargate = (out: string) => out.match(/^.*(?=:\d+:\d+: error: .*\[fargate-network-mode\]$)/gm);

  it('are given by globs, relative to the configuration', async () => {
    const files = {
      'infra/.taskdef.json': launchTypes({ 'fargate/**': ['FARGATE'] }),
      'infra/fargate/a.json': definition,
      'infra/ec2/b.json': definition,
      'fargate/c.json': definition,
    };
    expect(needsFargate((await run(files, 'lint', '.')).out)).toEqual(['infra/fargate/a.json']);
    const named = (await run(files, 'lint', '--config', 'infra/.taskdef.json', '.')).out;
    expect(needsFargate(named)).toEqual(['infra/fargate/a.json']);
    const typed = (await run(files, 'lint', '--launch-type', 'ec2', '.')).out;
    expect(needsFargate(typed)).toBeNull();
  });
});

describe('a configuration that is wrong', () => {
  it('is told with its place, once, and the files below are checked all the same', async () => {
    const files = {
      'infra/.taskdef.json':
        '{\n  "preset": "strictest",\n  "rules": { "image-tag-lastest": "off", "image-tag-latest": "error" },\n',
      'infra/a.json': definition,
      'infra/b.json': definition,
      'other/c.json': definition,
    };
    const { code, out, err } = await run(files, 'lint', '.');
    expect(err).toBe(
      "taskdef: infra/.taskdef.json:2:13: There is no preset 'strictest'. Did you mean 'strict'?\n" +
        "taskdef: infra/.taskdef.json:3:14: There is no rule 'image-tag-lastest'. Did you mean 'image-tag-latest'?\n" +
        'taskdef: infra/.taskdef.json:4:1: This is no JSON: property name expected.\n',
    );
    expect(out).toMatch(/^infra\/a\.json:.*: error: .*\[image-tag-latest\]$/m);
    expect(out).toMatch(/^infra\/b\.json:.*: error: .*\[image-tag-latest\]$/m);
    expect(out).toMatch(/^other\/c\.json:.*: warning: .*\[image-tag-latest\]$/m);
    expect(code).toBe(3);
  });

  it('is not looked for where nothing is ours', async () => {
    const files = { 'infra/.taskdef.json': '{', 'infra/package.json': '{ "name": "x" }', 'a.json': definition };
    const { code, err } = await run(files, 'lint', '.');
    expect([code, err]).toEqual([0, '']);
  });

  it('keeps everything from being checked where it is named and cannot be read', async () => {
    expect(await run({ 'a.json': definition }, 'lint', '--config', 'gone.json', 'a.json')).toEqual({
      code: 3,
      out: '',
      err: 'taskdef: gone.json: no such file or folder\n',
    });
  });
});
