import { expect, it } from 'vitest';
import { selectionRanges } from '../../server/src/service/features/selection-ranges';
import { openAt, service } from '../support/service';

function selections(marked: string, uri?: string) {
  const { snapshot, offset, text } = openAt(marked, uri);
  return selectionRanges(snapshot, [offset])?.[0]?.map((span) => text.slice(span.offset, span.end));
}

it('grows from the text of a value over its quotes and its member to the document', () => {
  expect(selections('{ "containerDefinitions": [ { "name": "a|b", "image": "c" } ] }')).toEqual([
    'ab',
    '"ab"',
    '"name": "ab"',
    '"name": "ab", "image": "c"',
    '{ "name": "ab", "image": "c" }',
    '[ { "name": "ab", "image": "c" } ]',
    '"containerDefinitions": [ { "name": "ab", "image": "c" } ]',
    '{ "containerDefinitions": [ { "name": "ab", "image": "c" } ] }',
  ]);
});

it('grows from a key over its member', () => {
  expect(selections('{ "containerDefinitions": [], "c|pu": 256 }')?.slice(0, 4)).toEqual([
    'cpu',
    '"cpu"',
    '"cpu": 256',
    '"containerDefinitions": [], "cpu": 256',
  ]);
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
