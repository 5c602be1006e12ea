import { describe, expect, it } from 'vitest';
import type { Config } from '../../server/src/service';
import { service } from '../support/service';

const ids = async (name: string, text: string, ...configs: readonly Config[]) => {
  const snapshot = service.open(`file:///w/${name}`, text);
  return (await service.diagnose(snapshot, undefined, { configs })).map(({ rule, severity }) => `${severity} ${rule}`);
};

const json = (comment: string, last = '') => `{
  "family": "web",
  "requiresCompatibilities": ["EC2"],
  "containerDefinitions": [
    {
      "name": "app",
      ${comment}
      "image": "nginx:latest",
      "user": "1000",
      "readonlyRootFilesystem": false,
      "memory": 128
    }
  ]
}
${last}`;
const yaml = (comment: string, first = '') => `${first}family: web
requiresCompatibilities: [EC2]
containerDefinitions:
  - name: app
    ${comment}
    image: nginx:latest
    user: "1000"
    memory: 128
`;
const rule = 'warning image-tag-latest';
const left = 'warning unused-suppression';

describe('a comment keeps findings from being told', () => {
  it.each<[string, string, string, boolean]>([
    [
      'of the next line',
      'task-definition.jsonc',
      json('// taskdef-disable-next-line image-tag-latest -- on purpose'),
      false,
    ],
    ['of every rule', 'task-definition.jsonc', json('// taskdef-disable-next-line'), false],
    ['of several rules', 'task-definition.jsonc', json('/* taskdef-disable-next-line image-tag-latest */'), false],
    [
      'past other comments',
      'task-definition.jsonc',
      json('// taskdef-disable-next-line image-tag-latest\n      // Ours.'),
      false,
    ],
    ['of the file, from anywhere', 'task-definition.jsonc', json('', '// taskdef-disable image-tag-latest'), false],
    ['in YAML', 'task-definition.yaml', yaml('# taskdef-disable-next-line image-tag-latest -- on purpose'), false],
    ['of a YAML file', 'task-definition.yaml', yaml('', '# taskdef-disable image-tag-latest\n'), false],
    [
      'but not of another line',
      'task-definition.jsonc',
      `// taskdef-disable-next-line image-tag-latest\n${json('')}`,
      true,
    ],
    [
      'but not in a text',
      'task-definition.yaml',
      yaml('hostname: "# taskdef-disable-next-line image-tag-latest"'),
      true,
    ],
    ['but not by a longer word', 'task-definition.yaml', yaml('# taskdef-disable-next-lines image-tag-latest'), true],
  ])('%s', async (_, name, text, isTold) => {
    const found = await ids(name, text);
    expect(found.includes(rule)).toBe(isTold);
    if (!isTold) expect(found).not.toContain(left);
  });

  it('and is told of when it keeps nothing', async () => {
    const comment = '# taskdef-disable-next-line image-tag-latest, duplicate-container-name';
    expect(await ids('task-definition.yaml', yaml(comment))).toContain(left);
    const snapshot = service.open('file:///w/task-definition.yaml', yaml(comment));
    const [unused] = (await service.diagnose(snapshot)).filter((it) => it.rule === 'unused-suppression');
    expect(snapshot.document.getText().slice(unused?.span.offset, unused?.span.end)).toBe('duplicate-container-name');
  });

  it('but not when its rule is off', async () => {
    const comment = '# taskdef-disable-next-line image-tag-latest';
    expect(await ids('task-definition.yaml', yaml(comment), { rules: { 'image-tag-latest': 'off' } })).not.toContain(
      left,
    );
  });

  it('goes when it is left over and everything safe is fixed', async () => {
    const text = yaml('# taskdef-disable-next-line duplicate-container-name');
    const [change, ...others] = await service.fixAll(service.open('file:///w/task-definition.yaml', text));
    expect(others).toEqual([]);
    expect(text.slice(change?.offset, (change?.offset ?? 0) + (change?.length ?? 0))).toContain('taskdef-disable');
  });
});

describe('levels', () => {
  const text = json('');

  it.each<[string, readonly Config[], string | undefined]>([
    ['its own by default', [], rule],
    ['as set', [{ rules: { 'image-tag-latest': 'error' } }], 'error image-tag-latest'],
    ['off', [{ rules: { 'image-tag-latest': 'off' } }], undefined],
    [
      'the nearest configuration wins',
      [{ rules: { 'image-tag-latest': 'hint' } }, { rules: { 'image-tag-latest': 'off' } }],
      'hint image-tag-latest',
    ],
    [
      'a farther one holds for what the nearest leaves out',
      [{ rules: {} }, { rules: { 'image-tag-latest': 'off' } }],
      undefined,
    ],
    ['the preset of errors alone', [{ preset: 'api-only' }], undefined],
    [
      'a single level wins over the preset',
      [{ preset: 'api-only' }, { rules: { 'image-tag-latest': 'warning' } }],
      rule,
    ],
  ])('%s', async (_, configs, expected) => {
    const found = (await ids('task-definition.jsonc', text, ...configs)).filter((it) =>
      it.endsWith('image-tag-latest'),
    );
    expect(found).toEqual(expected ? [expected] : []);
  });

  it('a rule that one has to ask for is silent until then', async () => {
    const asked = 'hint cost-arm64';
    const fargate = text.replace('EC2', 'FARGATE');
    expect(await ids('task-definition.jsonc', fargate)).not.toContain(asked);
    expect(await ids('task-definition.jsonc', fargate, { rules: { 'cost-arm64': 'hint' } })).toContain(asked);
    expect(await ids('task-definition.jsonc', fargate, { preset: 'strict' })).toContain(asked);
  });
});
