import { describe, expect, it } from 'vitest';
import { applyChanges, type Config } from '../../server/src/service';
import { openAt, service } from '../support/service';

const json = 'file:///w/web.task-definition.jsonc';
const yaml = 'file:///w/web.task-definition.yaml';
const template = 'file:///w/template.yaml';

const lineOf = (text: string, piece: RegExp) => text.lastIndexOf('\n', text.search(piece)) + 1;

/** Texts with one container whose image has a tag that moves; `|` is the cursor. */
const places: readonly (readonly [string, string, (comment: string) => string])[] = [
  [
    'JSON',
    json,
    (comment) => `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      //${comment}
      "image": "nginx:latest",
      "memory": 128
    }
  ]
}
`,
  ],
  [
    'YAML',
    yaml,
    (comment) => `family: web
containerDefinitions:
  - name: app
    #${comment}
    image: nginx:latest
    memory: 128
`,
  ],
  [
    'CloudFormation YAML',
    template,
    (comment) => `Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: web
      ContainerDefinitions:
        - Name: app
          #${comment}
          Image: nginx:latest
          Memory: 128
`,
  ],
];

describe.each(places)('in a comment of %s', (_, uri, place) => {
  const complete = async (comment: string, config: Config = {}) => {
    const { snapshot, offset, text } = openAt(place(comment), uri);
    const site = service.suppressionAt(snapshot, offset);
    if (!site) return undefined;
    const found = await service.completeSuppression(snapshot, site, undefined, { configs: [config] });
    return found.map((item) => ({ ...item, typed: text.slice(item.replace.offset, item.replace.end) }));
  };
  const labels = async (comment: string, config?: Config) =>
    (await complete(comment, config))?.map(({ label }) => label);

  it.each([
    ['behind a blank', ' |', ''],
    ['behind the mark', '|', ''],
    ['of what is typed', ' task|', 'task'],
    ['around the cursor', ' taskdef-|disable', 'taskdef-disable'],
  ])('the words that suppress are proposed: %s', async (_, comment, typed) => {
    const found = await complete(comment);
    expect(found?.map(({ insert }) => insert)).toEqual(['taskdef-disable-next-line ', 'taskdef-disable ']);
    expect(found?.map((item) => item.typed)).toEqual([typed, typed]);
  });

  it('the rules are proposed, those first that are found on the next line', async () => {
    const snapshot = service.open(uri, place(' Ours.'));
    const line = lineOf(snapshot.document.getText(), /image:|"image"/i);
    const there = (await service.diagnose(snapshot)).filter(
      ({ span }) => span.offset >= line && span.offset < line + 40,
    );
    const first = service.rules.filter(({ id }) => there.some(({ rule }) => rule === id)).map(({ id }) => id);
    expect(first).toContain('image-tag-latest');
    const found = (await complete(' taskdef-disable-next-line |')) ?? [];
    expect(found.map(({ label }) => label).slice(0, first.length)).toEqual(first);
    expect(found).toHaveLength(service.rules.length - 1);
    expect(found.map(({ sort }) => sort)).toEqual(found.map(({ sort }) => sort).toSorted());
    expect(found.find(({ label }) => label === 'image-tag-latest')).toMatchObject({
      insert: 'image-tag-latest',
      detail: expect.stringMatching(/tag/),
      typed: '',
    });
  });

  it('a rule is proposed in place of what is typed, and none twice', async () => {
    expect((await complete(' taskdef-disable-next-line ima|ge'))?.[0]).toMatchObject({ typed: 'image' });
    const others = await labels(' taskdef-disable-next-line image-tag-latest, |');
    expect(others).not.toContain('image-tag-latest');
    expect(others).toHaveLength(service.rules.length - 2);
  });

  it('for a file the rules are proposed first that are found in it', async () => {
    const all = (await labels(' taskdef-disable |')) ?? [];
    const last = all.indexOf('missing-log-configuration');
    expect(last).toBeLessThan(20);
    expect(all.slice(0, last)).toContain('image-tag-latest');
  });

  it('what is found depends on the settings', async () => {
    const off = { rules: { 'image-tag-latest': 'off' } } as const;
    const positions = await Promise.all(
      [{}, off].map(async (config) =>
        (await labels(' taskdef-disable-next-line |', config))?.indexOf('image-tag-latest'),
      ),
    );
    expect(positions).toEqual([expect.toSatisfy((it) => it < 10), expect.toSatisfy((it) => it > 10)]);
  });

  it.each([' Ours: |', ' taskdef-disable-next-line image-tag-latest -- on |'])(
    'nothing is proposed in %j',
    async (comment) => {
      expect(await complete(comment)).toBeUndefined();
    },
  );

  it('a rule that is named is explained', () => {
    const { snapshot, offset, text } = openAt(
      place(' taskdef-disable-next-line no-such, image-tag|-latest -- ours'),
      uri,
    );
    const found = service.hover(snapshot, offset);
    expect(text.slice(found?.span.offset, found?.span.end)).toBe('image-tag-latest');
    expect(found?.markdown).toMatch(/^\*\*image-tag-latest\*\* · warning\n\n.+\.\n\n/);
    expect(found?.markdown).toMatch(/\(https:[^)]+\/image-tag-latest\.md\)$/);
  });

  it.each([
    [' taskdef-dis|able-next-line image-tag-latest', 'taskdef-disable-next-line'],
    [' taskdef-disable| image-tag-latest', 'taskdef-disable'],
  ])('so is the word: %s', (comment, word) => {
    const { snapshot, offset } = openAt(place(comment), uri);
    expect(service.hover(snapshot, offset)?.markdown).toMatch(
      new RegExp(`^\\*\\*${word}\\*\\*\n\n.* (next line|file)`),
    );
  });

  it('what is no rule is not', () => {
    const { snapshot, offset } = openAt(place(' taskdef-disable-next-line no-|such'), uri);
    expect(service.hover(snapshot, offset)).toBeUndefined();
  });
});

describe('nothing is proposed', () => {
  it.each([
    ['outside comments', json, '{ "containerDefinitions": [], | }'],
    ['behind a comment', json, '{ "containerDefinitions": [], /* taskdef */| }'],
    ['in a text that looks like one', yaml, 'family: "# |"\ncontainerDefinitions: []\n'],
    ['in a block of text', yaml, 'family: >\n  # |\ncontainerDefinitions: []\n'],
    ['in a document of others', 'file:///w/values.yaml', '# |\nname: web\n'],
  ])('%s', (_, uri, marked) => {
    const { snapshot, offset } = openAt(marked, uri);
    expect(service.suppressionAt(snapshot, offset)).toBeUndefined();
  });
});

describe('a finding is suppressed by a comment above its line', () => {
  /** The text after the action for the rule, whose findings are gone then; undefined where none is offered. */
  const suppressed = async (text: string, uri: string, rule = 'image-tag-latest') => {
    const snapshot = service.open(uri, text);
    const problems = await service.diagnose(snapshot);
    const found = problems.filter((it) => it.rule === rule);
    expect(found).not.toEqual([]);
    const [action] = found.flatMap((it) => service.suppressActions(snapshot, [it], it.span));
    if (!action) return undefined;
    expect(action).toMatchObject({ title: `Suppress '${rule}' for this line`, safe: false });
    const after = applyChanges(text, action.changes);
    const left = await service.diagnose(service.open(uri, after));
    const ids = problems.map((it) => it.rule);
    expect(left.map((it) => it.rule)).toEqual(ids.toSpliced(ids.indexOf(rule), 1));
    return after;
  };

  it.each(places)('in %s, with its indentation', async (_, uri, place) => {
    const mark = uri.endsWith('yaml') ? '#' : '//';
    const lines = place(' Ours.').split('\n');
    const at = lines.findIndex((line) => /image/i.test(line));
    const indent = /^ */.exec(lines[at] ?? '')?.[0];
    const expected = lines.toSpliced(at, 0, `${indent}${mark} taskdef-disable-next-line image-tag-latest`);
    expect(await suppressed(place(' Ours.'), uri)).toBe(expected.join('\n'));
  });

  it.each([
    [
      'an item of a list',
      'containerDefinitions:\n  - image: nginx:latest\n    name: app\n    memory: 128\n',
      '  # taskdef-disable-next-line image-tag-latest\n  - image: nginx:latest\n',
    ],
    [
      'a flow collection',
      'containerDefinitions: [\n  {image: "nginx:latest",\n  name: app, memory: 128}]\n',
      '[\n  # taskdef-disable-next-line image-tag-latest\n  {image',
    ],
    [
      'the first line',
      '{containerDefinitions: [{image: "nginx:latest", name: app, memory: 128}]}\n',
      /^# taskdef-disable-next-line image-tag-latest\n\{/,
    ],
    [
      'lines that end as on Windows',
      'containerDefinitions:\r\n  - name: app\r\n    image: nginx:latest\r\n    memory: 128\r\n',
      '    # taskdef-disable-next-line image-tag-latest\r\n    image',
    ],
    [
      'a value below its key',
      'containerDefinitions:\n  - name: app\n    image:\n      nginx:latest\n    memory: 128\n',
      '    image:\n      # taskdef-disable-next-line image-tag-latest\n      nginx',
    ],
  ])('in YAML: %s', async (_, text, expected) => {
    expect(await suppressed(`${text}family: web\n`.replace(/^(\{.*)\nfamily.*/s, '$1\n'), yaml)).toEqual(
      typeof expected === 'string' ? expect.stringContaining(expected) : expect.stringMatching(expected),
    );
  });

  it('that is there already names one more', async () => {
    const [, , place] = places[1] ?? places[0] ?? [];
    const text = place?.(' taskdef-disable-next-line image-digest-missing -- ours') ?? '';
    const snapshot = service.open(yaml, text);
    const found = (await service.diagnose(snapshot)).filter(({ rule }) => rule === 'image-tag-latest');
    const [action] = found.flatMap((it) => service.suppressActions(snapshot, [it], it.span));
    expect(applyChanges(text, action?.changes ?? [])).toContain(
      '# taskdef-disable-next-line image-digest-missing, image-tag-latest -- ours\n    image',
    );
  });

  it('but not inside a text, where it would be a part of it', async () => {
    const text = `family: web
containerDefinitions:
  - name: app
    image: nginx:1.27
    memory: 128
    environment:
      - name: MESSAGE
        value: |
          first
          {{ left }}
`;
    const snapshot = service.open(yaml, text);
    const span = { offset: text.indexOf('{{'), end: text.indexOf('}}') + 2 };
    const problem = { rule: 'template-placeholder-left', severity: 'warning', message: '', span, pointer: '' } as const;
    expect(service.suppressActions(snapshot, [problem], span)).toEqual([]);
  });

  it('but not in JSON of which nobody says that it may have comments', async () => {
    const [, , place] = places[0] ?? [];
    const text = place?.('') ?? '';
    const plain = 'file:///w/web.task-definition.json';
    expect(await suppressed(text, plain)).toContain('taskdef-disable-next-line');
    expect(await suppressed(text.replace(/ *\/\/\n/, ''), plain)).toBeUndefined();
  });
});

describe('a rule is turned off in a configuration', () => {
  const off = (text: string) => {
    const changes = service.turnOff(text, 'image-tag-latest');
    return changes && applyChanges(text, changes);
  };

  it.each([
    ['', '{\n  "rules": {\n    "image-tag-latest": "off"\n  }\n}\n'],
    ['// Ours.', '// Ours.\n{\n  "rules": {\n    "image-tag-latest": "off"\n  }\n}\n'],
    [
      '{\n  // Ours.\n  "preset": "strict"\n}\n',
      '{\n  // Ours.\n  "preset": "strict",\n  "rules": {\n    "image-tag-latest": "off"\n  }\n}\n',
    ],
    [
      '{\n  "rules": {\n    "cost-arm64": "off", // ours\n  }\n}\n',
      '{\n  "rules": {\n    "cost-arm64": "off", // ours\n    "image-tag-latest": "off",\n  }\n}\n',
    ],
    [
      '{ "rules": { "image-tag-latest": "error" /* loud */ } }',
      '{ "rules": { "image-tag-latest": "off" /* loud */ } }',
    ],
  ])('%j', (text, expected) => {
    expect(off(text)).toBe(expected);
  });

  it.each(['{ "rules": [] }', '[]', '{ "rules": { ', '['.repeat(200)])('that is broken stays as it is: %j', (text) => {
    expect(off(text)).toBeUndefined();
  });
});
