import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-json-languageservice';
import { parse, parseAllDocuments, stringify, type ToStringOptions } from 'yaml';
import { cloudFormationName } from '../../server/src/service/data/cloudformation-names';
import { type ASTNode, memberOf } from '../../server/src/service/syntax/ast';
import { applyChanges, type Edit, type Json, printEdits, type Spell } from '../../server/src/service/syntax/edit';
import { parseYaml } from '../../server/src/service/syntax/yaml';
import { service } from '../support/service';

type Path = readonly (string | number)[];

function rootOf(text: string): ASTNode {
  const { root } = parseYaml(TextDocument.create('file:///x.yaml', 'yaml', 1, text));
  if (!root) throw new Error('no tree');
  return root;
}

function edited(text: string, make: (root: ASTNode) => readonly Edit[], spell?: Spell): string | undefined {
  const changes = printEdits(text, make(rootOf(text)), 'yaml', spell);
  return changes && applyChanges(text, changes);
}

function at(root: ASTNode, ...path: Path): ASTNode {
  return path.reduce((node, step) => {
    const next = node.type === 'array' ? node.items[Number(step)] : memberOf(node, String(step))?.valueNode;
    if (!next) throw new Error(`nothing at ${step}`);
    return next;
  }, root);
}

function keyAt(root: ASTNode, ...path: Path) {
  const { parent } = at(root, ...path);
  if (parent?.type !== 'property') throw new Error('no key');
  return parent.keyNode;
}

const remove =
  (...paths: readonly Path[]) =>
  (root: ASTNode): readonly Edit[] =>
    paths.map((path) => ({ kind: 'remove', node: at(root, ...path) }));
const replace =
  (value: Json, ...path: Path) =>
  (root: ASTNode): readonly Edit[] => [{ kind: 'replace', node: at(root, ...path), value }];
const member =
  (key: string, value: Json, ...path: Path) =>
  (root: ASTNode): readonly Edit[] => [{ kind: 'member', object: at(root, ...path), key, value }];
const append =
  (value: Json, ...path: Path) =>
  (root: ASTNode): readonly Edit[] => [{ kind: 'append', array: at(root, ...path), value }];

const task = `# the task
family: web # its name
containerDefinitions:
  # the first
  - name: app # one
    # what runs
    image: nginx
    command: [a, b]
  - name: log
    image: fluent-bit

volumes:
- name: data
`;

describe('removing keeps what belongs to the rest', () => {
  it.each<[string, readonly Path[], string]>([
    ['a: 1\nb: 2\n', [['a']], 'b: 2\n'],
    ['a: 1\nb: 2\n', [['b']], 'a: 1\n'],
    ['a: 1\r\nb:\r\n  - x\r\nc: 3\r\n', [['b']], 'a: 1\r\nc: 3\r\n'],
    ['a: 1\n', [['a']], '{}\n'],
    ['- 1\n', [[0]], '[]\n'],
    ['a:\n  b: 1\nc: 2\n', [['a', 'b']], 'a: {}\nc: 2\n'],
    ['a: # why\n  b: 1 # this\n', [['a', 'b']], 'a: {} # why\n'],
    ['a:\n- 1\n- 2\n', [['a', 0]], 'a:\n- 2\n'],
    [
      'a:\n- 1\n- 2\nb: 3\n',
      [
        ['a', 0],
        ['a', 1],
      ],
      'a: []\nb: 3\n',
    ],
    ['- a: 1\n  b: 2\n- c: 3\n', [[0, 'a']], '- b: 2\n- c: 3\n'],
    ['- a: 1\n  # about b\n  b: 2\n', [[0, 'a']], '- \n  # about b\n  b: 2\n'],
    [
      '- a: 1\n  b: 2\n  c: 3\n',
      [
        [0, 'a'],
        [0, 'b'],
      ],
      '- c: 3\n',
    ],
    ['- - 1\n  - 2\n- 3\n', [[0, 0]], '- - 2\n- 3\n'],
    ['- - 1\n  - 2\n- 3\n', [[0]], '- 3\n'],
    ['a: {b: 1, c: 2}\n', [['a', 'b']], 'a: {c: 2}\n'],
    ['a: {b: 1, c: 2}\n', [['a', 'c']], 'a: {b: 1}\n'],
    ['a: [\n  1, # one\n  2\n]\n', [['a', 0]], 'a: [\n  2\n]\n'],
    ['a: [\n  1, # one\n  2\n]\n', [['a', 1]], 'a: [\n  1 # one\n]\n'],
    ['a: |\n  text\n\nb: 2\n', [['b']], 'a: |\n  text\n\n'],
    ['a: |+\n  text\n\nb: 2\n', [['a']], 'b: 2\n'],
    ['a: 1\n---\na: 1\nb: 2\n', [['a']], '{}\n---\na: 1\nb: 2\n'],
    [task, [['containerDefinitions', 0, 'name']], task.replace('name: app # one\n    # what', '\n    # what')],
    [task, [['containerDefinitions', 0, 'image']], task.replace('    image: nginx\n', '')],
    [task, [['containerDefinitions', 1]], task.replace('  - name: log\n    image: fluent-bit\n', '')],
    [task, [['volumes', 0]], task.replace('volumes:\n- name: data', 'volumes: []')],
    [task, [['volumes']], task.replace('volumes:\n- name: data\n', '')],
  ])('%j without %j', (text, paths, expected) => {
    expect(edited(text, remove(...paths))).toBe(expected);
  });
});

describe('a new member fits in', () => {
  it.each<[string, Path, Json, string]>([
    ['a: 1', [], 'v', 'a: 1\nk: v'],
    ['a: 1 # one\n', [], 'v', 'a: 1 # one\nk: v\n'],
    ['a: 1\r\n', [], { l: ['v'] }, 'a: 1\r\nk:\r\n  l:\r\n    - v\r\n'],
    ['a:\n    b: 1\nc: 2\n', ['a'], { l: 'v' }, 'a:\n    b: 1\n    k:\n        l: v\nc: 2\n'],
    ['a:\n- b: 1\n', ['a', 0], ['v'], 'a:\n- b: 1\n  k:\n  - v\n'],
    ['a:\n  - b: 1\n  - c: 2\n', ['a', 0], ['v'], 'a:\n  - b: 1\n    k:\n      - v\n  - c: 2\n'],
    ['k:\n', [], { l: 'v' }, 'k:\n  l: v\n'],
    ['k: # later\nb: 1\n', [], ['v'], 'k: # later\n  - v\nb: 1\n'],
    ['k:\nb: 1\n', [], 'v', 'k: v\nb: 1\n'],
    ['a: {k: }\n', ['a'], 'v', 'a: {k: v }\n'],
    ['a: {k}\n', ['a'], 'v', 'a: {k: v}\n'],
    ['-\n- a\n', [0], 'v', '- k: v\n- a\n'],
    ['a: {}\n', ['a'], 'v', 'a:\n  k: v\n'],
    ['a: {} # none\n', ['a'], 'v', 'a: # none\n  k: v\n'],
    ['- {}\n', [0], 'v', '- k: v\n'],
    ['{}', [], 'v', 'k: v'],
    ['a: {b: 1}\n', ['a'], { l: ['v'] }, 'a: {b: 1, k: { l: [ v ] }}\n'],
    ['a: {b: {}}\n', ['a', 'b'], 'v', 'a: {b: { k: v }}\n'],
    ['{"a": 1}\n', [], { l: ['v'] }, '{"a": 1, "k": { "l": ["v"] }}\n'],
    ['{\n  "a": 1\n}\n', [], ['v'], '{\n  "a": 1,\n  "k": [\n    "v"\n  ]\n}\n'],
    ['a: {\n  b: 1, # one\n}\n', ['a'], 'v', 'a: {\n  b: 1, # one\n  k: v,\n}\n'],
    ['a: { # none\n}\n', ['a'], 'v', 'a: {k: v # none\n}\n'],
    ['[a: 1]\n', [0], 'v', '[{ a: 1, k: v }]\n'],
    ['a: |\n  text\n\nb: 2\n', [], 'v', 'a: |\n  text\n\nb: 2\nk: v\n'],
    ['a:\n  b: |+\n    text\n\nc: 2\n', ['a'], 'v', 'a:\n  b: |+\n    text\n\n  k: v\nc: 2\n'],
    ['a: 1\n---\nb: 2\n', [], 'v', 'a: 1\nk: v\n---\nb: 2\n'],
    ['k: old\n', [], 'v', 'k: v\n'],
    ['a:\n  b:\n', ['a'], 'v', 'a:\n  b:\n  k: v\n'],
    ['a: !Ref X\n', [], 'v', 'a: !Ref X\nk: v\n'],
    ['a: &x 1\nb: *x\n', [], 'v', 'a: &x 1\nb: *x\nk: v\n'],
    ['\ufeffa: 1\n', [], 'v', '\ufeffa: 1\nk: v\n'],
    ['a: 1\n# the end\n', [], 'v', 'a: 1\nk: v\n# the end\n'],
  ])('%j at %j: %j', (text, path, value, expected) => {
    expect(edited(text, member('k', value, ...path))).toBe(expected);
  });

  it('prints several members of one fix together, inner before outer', () => {
    const make = (root: ASTNode) => [
      ...member('k', 'v')(root),
      ...member('m', 'w', 'a')(root),
      ...member('l', 'x')(root),
      ...member('o', 'p', 'a')(root),
    ];
    expect(edited('a:\n  b: 1\n', make)).toBe('a:\n  b: 1\n  m: w\n  o: p\nk: v\nl: x\n');
  });
});

describe('a new item fits in', () => {
  it.each<[string, Path, Json, string | undefined]>([
    ['- a\n', [], 'v', '- a\n- v\n'],
    ['a:\n- b\nc: 1\n', ['a'], { k: 'v', l: 1 }, 'a:\n- b\n- k: v\n  l: 1\nc: 1\n'],
    ['a:\n  - b: 1\n    c: 2 # two\n', ['a'], { k: ['v'] }, 'a:\n  - b: 1\n    c: 2 # two\n  - k:\n      - v\n'],
    ['a:\n  - - 1\n', ['a', 0], 2, 'a:\n  - - 1\n    - 2\n'],
    ['a: []\nb: 1\n', ['a'], 'v', 'a:\n  - v\nb: 1\n'],
    ['b:\n- 1\na: []\n', ['a'], 'v', 'b:\n- 1\na:\n- v\n'],
    ['a: [b]\n', ['a'], { k: 'v' }, 'a: [b, { k: v }]\n'],
    ['a: ["b"]\n', ['a'], 'v w', 'a: ["b", v w]\n'],
    ['a: [b]\n', ['a'], 'x, y\n', 'a: [b, "x, y\\n"]\n'],
    ['- a\n-\n', [], 'v', '- a\n-\n- v\n'],
    ['- &x a\n- *x # again\n', [], 'v', '- &x a\n- *x # again\n- v\n'],
    ['a: &x 1\nb: [*x]\n', ['b'], 'v', undefined],
  ])('%j at %j: %j', (text, path, value, expected) => {
    expect(edited(text, append(value, ...path))).toBe(expected);
  });
});

describe('a replaced value', () => {
  it.each<[string, Path, Json, string]>([
    ['a: 1 # one\n', ['a'], 2, 'a: 2 # one\n'],
    ['a:    1\n', ['a'], 'x', 'a:    x\n'],
    ['a: 256\n', ['a'], '256', 'a: "256"\n'],
    ['a: x\n', ['a'], 'yes', 'a: "yes"\n'],
    ['a: x\n', ['a'], '', 'a: ""\n'],
    ['a: x\n', ['a'], '2012-10-17', 'a: "2012-10-17"\n'],
    ['a: x\n', ['a'], 'b: c', 'a: "b: c"\n'],
    ['a: x\n', ['a'], '{{ b }}', 'a: "{{ b }}"\n'],
    ["a: 'x'\n", ['a'], 'y', "a: 'y'\n"],
    ['a: "x"\n', ['a'], 'y', 'a: "y"\n'],
    ['a: "1"\n', ['a'], 1, 'a: 1\n'],
    ['a: [x, "y"]\n', ['a', 1], 'z', 'a: [x, "z"]\n'],
    ['a: {b: x}\n', ['a', 'b'], '1', 'a: {b: "1"}\n'],
    ['a: x # why\nb: 1\n', ['a'], { k: 1 }, 'a: # why\n  k: 1\nb: 1\n'],
    ['a: x # why\nb: 1\n', ['a'], 'y\nz\n', 'a: | # why\n  y\n  z\nb: 1\n'],
    ['a: |\n  x\n  y\nb: 1\n', ['a'], 'z', 'a: z\nb: 1\n'],
    ['a: |\n  x\n  y\nb: 1\n', ['a'], { k: 1 }, 'a:\n  k: 1\nb: 1\n'],
    ['a: # why\n  b: 1\n  c: 2 # two\nd: 1\n', ['a'], 'v', 'a: v # why\nd: 1\n'],
    ['a: # why\n- 1\nd: 1\n', ['a'], [2], 'a: # why\n- 2\nd: 1\n'],
    ['a:\n  b: 1\n', ['a'], {}, 'a: {}\n'],
    ['- a: 1\n  b: 2\n- c\n', [0], 'v', '- v\n- c\n'],
    ['- a: 1\n  b: 2\n- c\n', [0], { k: 1, l: 2 }, '- k: 1\n  l: 2\n- c\n'],
    ['- v\n- c\n', [0], { k: 1, l: 2 }, '- k: 1\n  l: 2\n- c\n'],
    ['-\n- c\n', [0], 'v', '- v\n- c\n'],
    ['a: !Sub x\n', ['a'], 'v', 'a: v\n'],
    ['a: !Join\n  - ","\n  - [x]\nb: 1\n', ['a'], 'v', 'a: v\nb: 1\n'],
    ['a: &x 1\nb: *x\n', ['a'], 2, 'a: &x 2\nb: *x\n'],
    ['a: 1\n', [], { b: [1] }, 'b:\n  - 1\n'],
    ['--- x\n', [], { b: [1] }, '--- { b: [ 1 ] }\n'],
  ])('%j at %j: %j', (text, path, value, expected) => {
    expect(edited(text, replace(value, ...path))).toBe(expected);
  });
});

it.each<[string, string, string]>([
  ['a: 1 # one\n', 'b', 'b: 1 # one\n'],
  ['"a": 1\n', 'b', '"b": 1\n'],
  ["'a': 1\n", 'b', "'b': 1\n"],
  ['a: 1\n', 'on', '"on": 1\n'],
  ['a: 1\n', 'b: c', '"b: c": 1\n'],
  ['{a: 1}\n', 'b', '{b: 1}\n'],
])('renames in %j to %j', (text, name, expected) => {
  expect(edited(text, (root) => [{ kind: 'rename', key: keyAt(root, 'a'), name }])).toBe(expected);
});

it('leaves what aliases and merge keys stand for alone', () => {
  expect(edited('a: &x\n  b: 1\nc:\n  <<: *x\n  d: 2\n', member('k', 'v', 'c'))).toBe(
    'a: &x\n  b: 1\nc:\n  <<: *x\n  d: 2\n  k: v\n',
  );
  expect(edited('a: &x\n  b: 1\nc:\n  <<: *x\n  d: 2\n', member('b', 3, 'c'))).toBe(
    'a: &x\n  b: 1\nc:\n  <<: *x\n  d: 2\n  b: 3\n',
  );
  expect(edited('a: &x\n  b: 1\nc:\n  <<: *x\n  d: 2\n', remove(['c', 'd']))).toBe('a: &x\n  b: 1\nc:\n  <<: *x\n');
  expect(edited('a: &x\n  b: 1\nc: *x\n', remove(['a']))).toBeUndefined();
  expect(edited('a: &x 1\nc: 2\n', remove(['a']))).toBe('c: 2\n');
  expect(edited('- &x a\n- *x\n- b\n', remove([2]))).toBe('- &x a\n- *x\n');
});

it('removes a member that has no value', () => {
  const make = (root: ASTNode): readonly Edit[] => [{ kind: 'remove', node: root.children?.[1] ?? root }];
  expect(edited('a: 1\nb:\nc: 3\n', make)).toBe('a: 1\nc: 3\n');
});

it('does not make text of the wrong type worse', () => {
  expect(edited('- 1\n', member('k', 'v'))).toBeUndefined();
  expect(edited('a: 1\n', append(1))).toBeUndefined();
  expect(edited('a: 1\n', (root) => [{ kind: 'remove', node: root }])).toBeUndefined();
});

it("spells every key as the document does, but for the user's own", () => {
  const text = 'Properties:\n  Family: web\n';
  const value = [
    { name: 'app', dockerLabels: { team: 'a' }, logConfiguration: { logDriver: 'x', options: { tag: 'b' } } },
  ];
  expect(edited(text, member('containerDefinitions', value, 'Properties'), cloudFormationName)).toBe(
    `Properties:
  Family: web
  ContainerDefinitions:
    - Name: app
      DockerLabels:
        team: a
      LogConfiguration:
        LogDriver: x
        Options:
          tag: b
`,
  );
  expect(
    edited(
      'Volumes:\n  - labels:\n      a: 1\n',
      (root) => [
        ...member('b', 'c', 'Volumes', 0, 'labels')(root),
        ...member('efsVolumeConfiguration', { fileSystemId: 'fs-1' }, 'Volumes', 0)(root),
        { kind: 'rename', key: keyAt(root, 'Volumes', 0, 'labels', 'a'), name: 'd' },
      ],
      cloudFormationName,
    ),
  ).toBe('Volumes:\n  - labels:\n      d: 1\n      b: c\n    EFSVolumeConfiguration:\n      FilesystemId: fs-1\n');
});

it('writes into a template what is said of the definition that it holds', () => {
  const text = `Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Cpu: !Ref Cpu
      ContainerDefinitions:
      - Name: app
        Image: !Sub "\${Registry}/app"
        Essential: true # it ends the task
`;
  const { definitions } = service.open('file:///w/stack.yaml', text);
  const [definition] = definitions;
  if (!definition) throw new Error('no definition');
  const container = at(definition.node, 'containerDefinitions', 0);
  const edits: readonly Edit[] = [
    ...member('cpu', '1024')(definition.node),
    { kind: 'remove', node: at(container, 'image') },
    ...member('command', ['x'])(container),
  ];
  expect(applyChanges(text, printEdits(text, edits, 'yaml', cloudFormationName) ?? [])).toBe(
    text
      .replace('!Ref Cpu', '"1024"')
      .replace(/ +Image: .*\n/, '')
      .concat('        Command:\n        - x\n'),
  );
});

it('adds containers to a bare list, and nothing that the list cannot hold', () => {
  const text = '- name: app\n  command:\n    - x\n';
  const node = service.open('file:///w/task-definition.yaml', text).definitions[0]?.node;
  if (!node) throw new Error('no definition');
  const add = printEdits(text, append({ name: 'log' }, 'containerDefinitions')(node), 'yaml') ?? [];
  expect(applyChanges(text, add)).toBe(`${text}- name: log\n`);
  expect(printEdits(text, member('cpu', '256')(node), 'yaml')).toBeUndefined();
});

const words = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom(
    '256',
    'yes',
    'null',
    '',
    'a: b',
    'a #b',
    '- x',
    '${X}',
    '{{ x }}',
    'a\nb',
    'a\nb\n',
    'a\n\n',
    ' a\nb',
    'x\r\ny',
  ),
);
const scalars = fc.oneof(words, fc.integer(), fc.boolean(), fc.constant(null));
const { value: values } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalars,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(fc.constantFrom('a', 'b', 'on', 'x y'), words), tie('value'), {
      maxKeys: 3,
      noNullPrototype: true,
    }),
  ),
}));
const print = (value: unknown, options: ToStringOptions = {}) =>
  stringify(value, { aliasDuplicateObjects: false, ...options });
const layouts: readonly ((value: unknown) => string)[] = [
  (value) => print(value),
  (value) => print(value, { indentSeq: false }).replaceAll('\n', '\r\n'),
  (value) => print(value, { indent: 4, lineWidth: 20 }),
  (value) => print(value, { collectionStyle: 'flow' }),
  (value) => JSON.stringify(value, null, 2),
  (value) => `--- # first\n${print(value, { indentSeq: false })}---\nother: 1\n`,
  (value) => print(value).replace(/\n$/, ''),
];

/** A random edit of a value, done to the data and asked of the document. */
function editOf(root: ASTNode, data: Json, picks: readonly number[], value: Json): { edit: Edit; after: Json } {
  let step = 0;
  const pick = (count: number): number => (picks[step++ % picks.length] ?? 0) % count;
  const walk = (node: ASTNode, it: Json): { edit: Edit; after: Json } => {
    const children = typeof it === 'object' && it !== null ? Object.entries(it) : [];
    const here = pick(4);
    if (children.length > 0 && here > 0) {
      const [key, child] = children[pick(children.length)] ?? ['', null];
      const put = (to: Json): Json => (Array.isArray(it) ? it.with(Number(key), to) : { ...(it as object), [key]: to });
      const next = at(root === node ? root : node, key);
      const action = pick(5);
      if (action === 0) {
        const after = Array.isArray(it)
          ? it.toSpliced(Number(key), 1)
          : Object.fromEntries(children.filter(([name]) => name !== key));
        return { edit: { kind: 'remove', node: next }, after };
      }
      if (action === 1) return { edit: { kind: 'replace', node: next, value }, after: put(value) };
      const inner = walk(next, child);
      return { edit: inner.edit, after: put(inner.after) };
    }
    if (Array.isArray(it)) return { edit: { kind: 'append', array: node, value }, after: [...it, value] };
    if (typeof it === 'object' && it !== null) {
      return { edit: { kind: 'member', object: node, key: 'new', value }, after: { ...it, new: value } };
    }
    return { edit: { kind: 'replace', node, value }, after: value };
  };
  return walk(root, data);
}

it('gives the text of the edited data, in any layout', () => {
  const picks = fc.array(fc.nat(), { minLength: 3, maxLength: 8 });
  fc.assert(
    fc.property(values, values, picks, fc.constantFrom(...layouts), (data, value, choices, layout) => {
      const text = layout({ first: data, second: [data, { data }] });
      const before = parseAllDocuments(text)[0]?.toJS();
      const root = rootOf(text);
      const { edit, after } = editOf(root, before, choices, value);
      const changes = printEdits(text, [edit], 'yaml') ?? [];
      const result = applyChanges(text, changes);
      const documents = parseAllDocuments(result);
      expect(documents.flatMap(({ errors }) => errors)).toEqual([]);
      expect(documents[0]?.toJS()).toEqual(after);
      if (documents.length > 1) expect(documents[1]?.toJS()).toEqual({ other: 1 });
    }),
    { numRuns: 1000 },
  );
});

it('edits of one batch do not disturb each other', () => {
  const items = fc.array(fc.dictionary(fc.constantFrom('a', 'b', 'c'), scalars, { noNullPrototype: true }), {
    maxLength: 4,
  });
  fc.assert(
    fc.property(items, fc.nat(), values, fc.constantFrom(...layouts), (list, gone, value, layout) => {
      const text = layout({ list, last: { x: [value] } });
      const root = rootOf(text);
      const before = parseAllDocuments(text)[0]?.toJS();
      const without = gone % (list.length + 1);
      const edits: Edit[] = [
        ...list.flatMap((item, index) =>
          Object.keys(item).map(
            (key): Edit =>
              key === 'a'
                ? { kind: 'remove', node: at(root, 'list', index, key) }
                : { kind: 'replace', node: at(root, 'list', index, key), value },
          ),
        ),
        ...list.map((_, index): Edit => ({ kind: 'member', object: at(root, 'list', index), key: 'd', value })),
        ...(without < list.length ? [{ kind: 'remove', node: at(root, 'list', without) } as const] : []),
        { kind: 'append', array: at(root, 'list'), value },
        { kind: 'append', array: at(root, 'last', 'x'), value },
        { kind: 'member', object: at(root, 'last'), key: 'y', value },
        { kind: 'member', object: root, key: 'z', value },
      ];
      const result = applyChanges(text, printEdits(text, edits, 'yaml') ?? []);
      const expected = list.map(({ a: _, ...rest }) => ({
        ...Object.fromEntries(Object.keys(rest).map((key) => [key, value])),
        d: value,
      }));
      expect(parseAllDocuments(result)[0]?.toJS()).toEqual({
        list: [...expected.filter((_, index) => index !== without), value],
        last: { x: [...before.last.x, value], y: value },
        z: value,
      });
    }),
    { numRuns: 300 },
  );
});

it('adds to YAML as it was parsed', () => {
  expect(parse(edited(task, member('cpu', '256')) ?? '')).toMatchObject({ family: 'web', cpu: '256' });
});
