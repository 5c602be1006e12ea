import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getLanguageService, TextDocument } from 'vscode-json-languageservice';
import { type ASTNode, memberOf } from '../../server/src/service/syntax/ast';
import { applyChanges, type Edit, type Json, printEdits } from '../../server/src/service/syntax/edit';
import { parseJson } from '../../server/src/service/syntax/json';

const json = getLanguageService({});

function parse(text: string): ASTNode {
  const { root } = parseJson(json, TextDocument.create('file:///x.json', 'json', 1, text));
  if (!root) throw new Error('no tree');
  return root;
}

function edited(text: string, make: (root: ASTNode) => readonly Edit[]): string | undefined {
  const changes = printEdits(text, make(parse(text)));
  return changes && applyChanges(text, changes);
}

const at = (root: ASTNode, ...path: readonly (string | number)[]): ASTNode =>
  path.reduce((node, step) => {
    const next = typeof step === 'number' ? node.children?.[step] : memberOf(node, step)?.valueNode;
    if (!next) throw new Error(`nothing at ${step}`);
    return next;
  }, root);
const remove =
  (...paths: readonly (readonly (string | number)[])[]) =>
  (root: ASTNode): readonly Edit[] =>
    paths.map((path) => ({ kind: 'remove', node: at(root, ...path) }));
const set =
  (key: string, value: Json, ...path: readonly string[]) =>
  (root: ASTNode): readonly Edit[] => [{ kind: 'member', object: at(root, ...path), key, value }];

const commented = `{
  // about a
  "a": 1, // one
  // about b
  "b": 2, // two
  "c": [1, 2]
}`;

describe('removing keeps what belongs to the rest', () => {
  it.each([
    ['[1, 2]', [[1]], '[1]'],
    ['[1,2]', [[0]], '[2]'],
    ['[1, 2, 3]', [[0], [1]], '[3]'],
    ['[1, 2, 3]', [[1], [2]], '[1]'],
    ['[1]', [[0]], '[]'],
    ['[{"n":1},{"n":2}]', [[1]], '[{"n":1}]'],
    ['{ "a": 1, "b": 2 }', [['b']], '{ "a": 1 }'],
    ['{ "a": 1, "b": 2, }', [['b']], '{ "a": 1, }'],
    ['{\n  "a": 1,\n  "b": 2\n}', [['b']], '{\n  "a": 1\n}'],
    ['{\r\n  "a": 1,\r\n  "b": 2\r\n}', [['a']], '{\r\n  "b": 2\r\n}'],
    ['{\n  "a": 1\n}', [['a']], '{\n}'],
    [commented, [['a']], commented.replace('  "a": 1, // one\n', '')],
    [commented, [['c']], commented.replace('"b": 2, // two\n  "c": [1, 2]\n', '"b": 2 // two\n')],
  ] as const)('%j without %j', (text, paths, expected) => {
    expect(edited(text, remove(...paths))).toBe(expected);
  });
});

describe('adding fits in', () => {
  it.each([
    ['{}', '{ "k": "v" }'],
    ['{ "a": 1 }', '{ "a": 1, "k": "v" }'],
    ['{ "a": 1, }', '{ "a": 1, "k": "v", }'],
    ['{\n    "a": 1\n}', '{\n    "a": 1,\n    "k": "v"\n}'],
    ['{\n\t"a": 1,\n}', '{\n\t"a": 1,\n\t"k": "v",\n}'],
    ['{\r\n  "a": 1 // one\r\n}', '{\r\n  "a": 1, // one\r\n  "k": "v"\r\n}'],
    ['{\n}', '{\n  "k": "v"\n}'],
    ['{ "k": 1 }', '{ "k": "v" }'],
  ])('%j', (text, expected) => {
    expect(edited(text, set('k', 'v'))).toBe(expected);
  });

  it('prints several members of one fix once', () => {
    expect(edited('{\n  "a": 1\n}', (root) => [...set('k', 'v')(root), ...set('l', 'w')(root)])).toBe(
      '{\n  "a": 1,\n  "k": "v",\n  "l": "w"\n}',
    );
  });
});

it('fills in a missing value', () => {
  expect(edited('{ "k": , "a": 1 }', set('k', 'v'))).toBe('{ "k": "v" , "a": 1 }');
});

it('puts what is added in the place of what goes', () => {
  const make = (path: readonly number[]) => (root: ASTNode) => [
    ...remove(...path.map((index) => [index]))(root),
    { kind: 'append', array: root, value: 9 } as const,
  ];
  expect(edited('[1, 2]', make([1]))).toBe('[1, 9]');
  expect(edited('[1]', make([0]))).toBe('[9]');
  expect(edited('[\n  1,\n  2 // two\n]', make([0, 1]))).toBe('[\n  9 // two\n]');
});

it('leaves out what is inside what goes', () => {
  const make = (root: ASTNode) => [...remove(['a', 'b'], ['a'])(root), ...set('k', 'v', 'a')(root)];
  expect(edited('{ "a": { "b": 1 }, "c": 2 }', make)).toBe('{ "c": 2 }');
});

it("spells every key as the document does, but for the user's own", () => {
  const text = '{ "Family": "web" }';
  const changes = printEdits(
    text,
    set('volumes', [{ name: 'a', dockerVolumeConfiguration: { labels: { b: 'c' } } }])(parse(text)),
    'json',
    (name) => name.charAt(0).toUpperCase() + name.slice(1),
  );
  expect(JSON.parse(applyChanges(text, changes ?? []))).toEqual({
    Family: 'web',
    Volumes: [{ Name: 'a', DockerVolumeConfiguration: { Labels: { b: 'c' } } }],
  });
});

it('does not make text of the wrong type worse', () => {
  expect(edited('[1]', set('k', 'v'))).toBeUndefined();
  expect(edited('{}', (root) => [{ kind: 'append', array: root, value: 1 }])).toBeUndefined();
  expect(edited('{}', (root) => [{ kind: 'remove', node: root }])).toBeUndefined();
});

const layouts = [
  (value: unknown) => JSON.stringify(value),
  (value: unknown) => JSON.stringify(value, null, 2),
  (value: unknown) => JSON.stringify(value, null, '\t').replaceAll('\n', '\r\n'),
  (value: unknown) => JSON.stringify(value, null, 3).replaceAll(',\n', ', // note\n'),
];

it('gives the text of the edited data, in any layout', () => {
  const scalar = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
  const values = fc.array(
    fc.oneof(
      scalar,
      fc.dictionary(fc.string(), scalar, { maxKeys: 3, noNullPrototype: true }),
      fc.array(scalar, { maxLength: 3 }),
    ),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(values, fc.nat(), fc.nat(), fc.constantFrom(...layouts), scalar, (items, a, b, layout, value) => {
      const text = layout({ items, last: { x: 1 } });
      const gone = new Set(items.length === 0 ? [] : [a % items.length, b % items.length]);
      const result = edited(text, (root) => [
        ...[...gone].map((index): Edit => ({ kind: 'remove', node: at(root, 'items', index) })),
        { kind: 'member', object: at(root, 'last'), key: 'new', value: value as never },
        { kind: 'member', object: root, key: 'more', value: [value as never, { y: [] }] },
      ]);
      const read = JSON.parse((result ?? '').replace(/ \/\/ note$/gm, ''));
      expect(read).toEqual({
        items: items.filter((_, index) => !gone.has(index)),
        last: { x: 1, new: value },
        more: [value, { y: [] }],
      });
    }),
    { numRuns: 500 },
  );
});
