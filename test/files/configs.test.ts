import { describe, expect, it } from 'vitest';
import { createConfigs, isConfig, launchTypesIn } from '../../server/src/files/configs';

/** Configurations over files in memory, and what is read of them. */
function configsOver(texts: Readonly<Record<string, string | Error>>) {
  const reads: string[] = [];
  const files = { ...texts };
  const readFile = async (path: string) => {
    reads.push(path);
    const text = files[path];
    if (text instanceof Error) throw text;
    if (text === undefined) throw Object.assign(new Error('gone'), { code: 'ENOENT' });
    return text;
  };
  return { configs: createConfigs({ readFile }, ['image-tag-latest']), reads, files };
}

const preset = (name: string) => `{ "preset": "${name}" }`;

describe('the configurations of a file', () => {
  it.each<[string, string, string, string, string]>([
    ['paths', '/w/a/b/web.json', '/w/a/.taskdef.json', '/w/.taskdef.json', '/.taskdef.json'],
    ['URIs', 'file:///w/a/b/web.json', 'file:///w/a/.taskdef.json', 'file:///w/.taskdef.json', 'file:///.taskdef.json'],
    ['drives', 'C:\\w\\a\\b\\web.json', 'C:\\w\\a\\.taskdef.json', 'C:\\w\\.taskdef.json', 'C:\\.taskdef.json'],
  ])('are in its folder and in those above, the nearest first: %s', async (_, file, near, far, farthest) => {
    const { configs } = configsOver({
      [near]: preset('strict'),
      [far]: preset('security'),
      [farthest]: preset('api-only'),
    });
    const { found, unreadable } = await configs.of(file);
    expect(found.map(({ path, config }) => [path, config])).toEqual([
      [near, { preset: 'strict' }],
      [far, { preset: 'security' }],
      [farthest, { preset: 'api-only' }],
    ]);
    expect(unreadable).toEqual([]);
  });

  it('are read once for all files of a folder and those below, until they are forgotten', async () => {
    const { configs, reads, files } = configsOver({ '/w/.taskdef.json': preset('strict') });
    const first = await configs.of('/w/a.json');
    expect(await configs.of('/w/b.json')).toBe(first);
    expect((await configs.of('/w/c/d.json')).found).toEqual(first.found);
    expect(reads.toSorted()).toEqual(['/.taskdef.json', '/w/.taskdef.json', '/w/c/.taskdef.json']);
    files['/w/.taskdef.json'] = preset('security');
    expect(await configs.of('/w/a.json')).toBe(first);
    configs.forget();
    expect((await configs.of('/w/a.json')).found).toMatchObject([{ config: { preset: 'security' } }]);
  });

  it('hold as far as they can be read, and what cannot is named with the reason', async () => {
    const refused = Object.assign(new Error('no'), { code: 'EACCES' });
    const { configs } = configsOver({ '/w/.taskdef.json': refused, '/.taskdef.json': '\ufeff{ "preset": "strict", ' });
    const { found, unreadable } = await configs.of('/w/web.json');
    expect(unreadable).toEqual([{ path: '/w/.taskdef.json', error: 'permission denied' }]);
    expect(found).toMatchObject([{ config: { preset: 'strict' }, problems: [{ offset: 22 }] }]);
  });

  it('are none for what is in no folder', async () => {
    const { configs, reads } = configsOver({});
    expect((await configs.of('untitled:Untitled-1')).found).toEqual([]);
    expect(reads).toEqual([]);
  });
});

it('knows a configuration by its name', () => {
  const names = ['file:///w/.taskdef.json', '.taskdef.json', 'a\\.taskdef.json', 'web.taskdef.json', '.taskdef.jsonc'];
  expect(names.filter(isConfig)).toEqual(names.slice(0, 3));
});

describe('launch types', () => {
  const launchTypes = (globs: Readonly<Record<string, readonly string[]>>) => JSON.stringify({ launchTypes: globs });
  const found = async (file: string, texts: Readonly<Record<string, string>>) =>
    launchTypesIn((await configsOver(texts).configs.of(file)).found, file);

  it('are of the last glob that matches, relative to the configuration', async () => {
    const config = launchTypes({ '**/*.json': ['EC2'], 'jobs/*.json': ['FARGATE'], '*.json': ['EXTERNAL'] });
    const texts = { '/w/.taskdef.json': config };
    expect(await found('/w/jobs/a.json', texts)).toEqual(['FARGATE']);
    expect(await found('/w/jobs/x/a.json', texts)).toEqual(['EC2']);
    expect(await found('/w/a.json', texts)).toEqual(['EXTERNAL']);
    expect(await found('/w/a.yaml', texts)).toBeUndefined();
  });

  it('are of the nearest configuration that names the file, which may take them back', async () => {
    const texts = {
      '/w/.taskdef.json': launchTypes({ '**': ['EC2'] }),
      '/w/a/.taskdef.json': launchTypes({ 'x.json': ['FARGATE'], 'y.json': [] }),
    };
    expect(await found('/w/a/x.json', texts)).toEqual(['FARGATE']);
    expect(await found('/w/a/y.json', texts)).toEqual([]);
    expect(await found('/w/a/z.json', texts)).toEqual(['EC2']);
  });

  it('are found for names that a URI encodes', async () => {
    const texts = {
      'file:///c%3A/my%20app/.taskdef.json': launchTypes({ 'für [a].json': ['FARGATE'], 'f*': ['EC2'] }),
    };
    expect(await found('file:///c%3A/my%20app/f%C3%BCr%20x.json', texts)).toEqual(['EC2']);
  });
});
