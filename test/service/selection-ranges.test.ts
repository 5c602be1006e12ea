import { describe, expect, it } from 'vitest';
import { selectionRanges } from '../../server/src/service/features/selection-ranges';
import { dialects, write } from '../support/marked-dialects';
import { openAt, service } from '../support/service';

/** The pieces that are selected one after the other. */
function selections(marked: string, uri?: string) {
  const { snapshot, offset, text } = openAt(marked, uri);
  return selectionRanges(snapshot, [offset])?.[0]?.map((span) => text.slice(span.offset, span.end));
}

/**
 * Each piece is between `«` and `»`, around the cursor at `|`. Where a dialect writes no quotes, brackets or braces, the piece within
 * them is the same.
 */
const cases: readonly (readonly [what: string, marked: string])[] = [
  [
    'from the text of a value over its quotes and its member',
    '«{ «"family": "web", «"containerDefinitions": «[ «{ "name": "x" }, «{ ««"name": «"«a|b»"»», "image": "c"» }»» ]»», "cpu": "256"» }»',
  ],
  ['from the end of a value', '«{ «"containerDefinitions": [], «"family": «"«web|»"»»» }»'],
  ['from a key', '«{ «"containerDefinitions": [], ««"«net|workMode»"»: "host"», "family": "web"» }»'],
  [
    'from an item of a list',
    '«{ «"family": "web", «"requiresCompatibilities": «[«"EC2", «"«FAR|GATE»"», "EXTERNAL"»]»», "containerDefinitions": []» }»',
  ],
  ['from a number', '«{ «"containerDefinitions": [{ "cpu": 1 }], «"ephemeralStorage": «{ «"sizeInGiB": «2|5»» }»»» }»'],
  ['from an empty list', '«{ «"family": "web", «"containerDefinitions": «[|]»»» }»'],
];

describe.each(dialects)('selections in $name grow', (dialect) => {
  it.each(cases)('%s', (_, marked) => {
    const { text, marks } = write(dialect, marked, /[«»|]/g);
    const cursor = marks.findIndex(({ mark }) => mark === '|');
    const [before, after] = [marks.slice(0, cursor).toReversed(), marks.slice(cursor + 1)];
    const expected = before.map(({ offset }, index) => text.slice(offset, after[index]?.offset));
    const spans = selectionRanges(service.open(dialect.uri, text), [marks[cursor]?.offset ?? 0])?.[0] ?? [];
    const selected = spans.map((span) => text.slice(span.offset, span.end));
    const distinct = expected.filter((piece, index) => piece !== expected[index - 1]);
    expect(selected.slice(0, distinct.length)).toEqual(distinct);
    // What holds the definition comes after it.
    if (!dialect.isTemplate) expect(selected).toHaveLength(distinct.length);
    else expect(selected.at(-1)).toBe(text.trimEnd());
  });
});

it('starts between tokens with what holds them', () => {
  expect(selections('{ "containerDefinitions": [], | "cpu": 256 }')).toEqual([
    '"containerDefinitions": [],  "cpu": 256',
    '{ "containerDefinitions": [],  "cpu": 256 }',
  ]);
  expect(selections('{| "containerDefinitions": [] }')).toEqual(['{ "containerDefinitions": [] }']);
});

it('grows by the structure of YAML', () => {
  const uri = 'file:///w/task-definition.yaml';
  expect(selections("containerDefinitions:\n  - name: a\n    image: 'n|ginx' # c\nfamily: web\n", uri)).toEqual([
    'nginx',
    "'nginx'",
    "image: 'nginx'",
    "name: a\n    image: 'nginx'",
    "- name: a\n    image: 'nginx'",
    "containerDefinitions:\n  - name: a\n    image: 'nginx'",
    "containerDefinitions:\n  - name: a\n    image: 'nginx' # c\nfamily: web",
  ]);
});

it('grows within one document of a YAML stream', () => {
  expect(selections('family: a\n---\nfamily: b\ncontainerDefinitions: [|]\n', 'file:///w/taskdef.yaml')?.at(-1)).toBe(
    'family: b\ncontainerDefinitions: []',
  );
});

it('answers for each cursor, and not for other documents', () => {
  const text = '{ "containerDefinitions": [] }';
  const snapshot = service.open('file:///w/a.json', text);
  expect(selectionRanges(snapshot, [0, 5, text.length])?.map((spans) => spans.length)).toEqual([1, 4, 1]);
  expect(selectionRanges(service.open('file:///w/a.json', '{ "a": 1 }'), [3])).toBeUndefined();
});
