import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { createService } from '../../server/src/service';
import { memory, run, runWith } from '../support/cli';

describe('explain', () => {
  it('tells why, with examples, what mends them and the source', async () => {
    const { code, out, err } = await run({}, 'explain', 'unknown-property');
    expect([code, err]).toEqual([0, '']);
    const rule = createService({ onCrash: () => undefined }).rules.find(({ id }) => id === 'unknown-property');
    const [bad = ''] = rule?.bad ?? [];
    const [fixed = ''] = rule?.fixed ?? [];
    const [good = ''] = rule?.good ?? [];
    const inside = (text: string) => text.replace(/^/gm, '  ');
    expect(out).toContain(`unknown-property  error · correctness\n\n${rule?.title}.\n\n`);
    expect(out).toContain(`\nReported\n${inside(bad)}\n`);
    expect(out).toContain(`\nAfter the fix\n${inside(fixed)}\n`);
    expect(out).toContain(`\nNot reported\n${inside(good)}\n`);
    expect(out).toMatch(/\nSource {2}https:\/\/docs\.aws\.amazon\.com\//);
    expect(out).not.toContain('\u001b');
  });

  it('tells of several, and in colours on a terminal', async () => {
    const { out } = await runWith({ ...memory({}), isTerminal: { out: true, err: true } }, [
      'explain',
      'unknown-property',
      'image-tag-latest',
    ]);
    expect(out).toContain('\u001b[1munknown-property');
    expect(out).toContain('\u001b[1mimage-tag-latest');
  });
});

describe('schema', () => {
  it.each([
    [[], 'task-definition'],
    [['task-definition'], 'task-definition'],
    [['service'], 'service'],
    [['run-task'], 'run-task'],
    [['config'], 'config'],
  ])('%j prints the schema of %s', async (argv, name) => {
    const { code, out } = await run({}, 'schema', ...argv);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual(JSON.parse(await readFile(`schemas/${name}.schema.json`, 'utf8')));
  });
});

describe('convert', () => {
  const json = '{\n  // The web.\n  "family": "web",\n  "containerDefinitions": []\n}\n';
  const yaml = '# The web.\nfamily: web\ncontainerDefinitions: []\n';

  it('prints the other syntax, comments kept', async () => {
    expect(await run({ 'web.json': json }, 'convert', 'web.json')).toEqual({ code: 0, out: yaml, err: '' });
    expect((await run({ 'web.yaml': yaml }, 'convert', '--to', 'json', 'web.yaml')).out).toContain('// The web.');
    expect((await run({ '-': yaml }, 'convert', '-')).out).toContain('"family": "web"');
    expect((await run({ 'list.json': '[{ "name": "app" }]' }, 'convert', 'list.json')).out).toBe('- name: app\n');
  });

  it.each([
    ['what is broken', 'web.json', json.replace('[]', '[ }'), /line 4, column 29: /],
    ['what is in that syntax', 'web.yaml', yaml, /is YAML already/],
    [
      'a template',
      't.json',
      '{ "Resources": { "T": { "Type": "AWS::ECS::TaskDefinition", "Properties": {} } } }',
      /is a CloudFormation template/,
    ],
    ['what is no definition', 'package.json', '{ "properties": {} }', /holds no task definition/],
    ['what the other syntax cannot say', 'tag.yml', yaml.replace('web\n', '!Sub web\n'), /no words for/],
    ['what is not there', 'gone.yaml', undefined, /no such file/],
  ])('refuses %s with the reason', async (_, file, text, reason) => {
    const to = file.endsWith('.yaml') ? 'yaml' : file.endsWith('.yml') ? 'json' : 'yaml';
    const { code, out, err } = await run(text === undefined ? {} : { [file]: text }, 'convert', '--to', to, file);
    expect([code, out]).toEqual([3, '']);
    expect(err).toMatch(new RegExp(`^taskdef: ${file}: `));
    expect(err).toMatch(reason);
  });
});
