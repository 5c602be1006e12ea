import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../server/src/service';
import { openAt, service } from '../support/service';

const labels = (marked: string) => {
  const { snapshot, offset } = openAt(marked);
  return service.complete(snapshot, offset).map(({ label }) => label);
};

/** The text after accepting a proposal; `$1` shows where the cursor ends up. */
function accept(marked: string, label: string): string {
  const { snapshot, offset, text } = openAt(marked);
  const item = service.complete(snapshot, offset).find((it) => it.label === label);
  if (!item) throw new Error(`no proposal ${label}`);
  const { replace, insert, before } = item;
  const change = { offset: replace.offset, length: replace.end - replace.offset, text: insert };
  return applyChanges(text, before ? [before, change] : [change]);
}

/** What remains of a snippet when its tab stops are left as they are. */
const settled = (text: string) => text.replace(/\$\{\d:([^}]*)\}/g, '$1').replace(/\$\d/g, '');

describe('keys', () => {
  it('are those of the place that are not there yet, required ones first', () => {
    const found = labels('{ "family": "web", | "containerDefinitions": [] }');
    expect(found).toContain('requiresCompatibilities');
    expect(found).not.toContain('family');
    expect(found).not.toContain('containerDefinitions');
    expect(found).not.toContain('image');
    expect(labels('{ "containerDefinitions": [{ | }] }').slice(0, 2).toSorted()).toEqual(['image', 'name']);
  });

  it('put deprecated ones last', () => {
    expect(labels('{ | "containerDefinitions": [] }').at(-1)).toBe('inferenceAccelerators');
  });

  it.each([
    ['{ | "containerDefinitions": [] }', 'cpu', '{ "cpu": "$1", "containerDefinitions": [] }'],
    ['{ "containerDefinitions": [] | }', 'cpu', '{ "containerDefinitions": [], "cpu": "$1" }'],
    ['{ "containerDefinitions": [], "c|" }', 'cpu', '{ "containerDefinitions": [], "cpu": "$1" }'],
    ['{ "containerDefinitions": [], c| }', 'cpu', '{ "containerDefinitions": [], "cpu": "$1" }'],
    ['{ "containerDefinitions": [], "me|": "512" }', 'memory', '{ "containerDefinitions": [], "memory": "512" }'],
    ['{ "containerDefinitions": [{ "na|" }] }', 'name', '{ "containerDefinitions": [{ "name": "$1" }] }'],
    ['{ "containerDefinitions": [{ | }] }', 'portMappings', '{ "containerDefinitions": [{ "portMappings": [$1] }] }'],
    ['{ "containerDefinitions": [{ | }] }', 'command', '{ "containerDefinitions": [{ "command": ["$1"] }] }'],
    ['{ "containerDefinitions": [{ | }] }', 'healthCheck', '{ "containerDefinitions": [{ "healthCheck": {$1} }] }'],
  ])('%s accepts %s', (marked, label, expected) => {
    expect(accept(marked, label)).toBe(expected);
  });
});

describe('values', () => {
  it('are those of the set', () => {
    expect(labels('{ "networkMode": |, "containerDefinitions": [] }').toSorted()).toEqual([
      'awsvpc',
      'bridge',
      'host',
      'none',
    ]);
    expect(labels('{ "containerDefinitions": [{ "essential": | }] }')).toEqual(['true', 'false']);
  });

  it.each([
    [
      '{ "networkMode": |, "containerDefinitions": [] }',
      'awsvpc',
      '{ "networkMode": "awsvpc", "containerDefinitions": [] }',
    ],
    [
      '{ "networkMode": "b|", "containerDefinitions": [] }',
      'awsvpc',
      '{ "networkMode": "awsvpc", "containerDefinitions": [] }',
    ],
    [
      '{ "containerDefinitions": [], "requiresCompatibilities": [|] }',
      'FARGATE',
      '{ "containerDefinitions": [], "requiresCompatibilities": ["FARGATE"] }',
    ],
    [
      '{ "containerDefinitions": [], "requiresCompatibilities": ["EC2", |] }',
      'FARGATE',
      '{ "containerDefinitions": [], "requiresCompatibilities": ["EC2", "FARGATE"] }',
    ],
    [
      '{ "networkMode": | "containerDefinitions": [] }',
      'host',
      '{ "networkMode": "host", "containerDefinitions": [] }',
    ],
  ])('%s accepts %s', (marked, label, expected) => {
    expect(accept(marked, label)).toBe(expected);
  });
});

describe('names in the file', () => {
  const file = (dependsOn: string, mountPoints = '[]') => `{
  "containerDefinitions": [
    { "name": "app", "dependsOn": ${dependsOn}, "mountPoints": ${mountPoints} },
    { "name": "log" }, { "name": "init" }
  ],
  "volumes": [{ "name": "scratch" }, { "name": "data" }]
}`;

  it('are the other containers in dependsOn', () => {
    expect(labels(file('[{ "containerName": "|" }]'))).toEqual(['log', 'init']);
    expect(labels(file('[{ "containerName": | }]'))).toEqual(['log', 'init']);
  });

  it('are the volumes in mountPoints', () => {
    expect(labels(file('[]', '[{ "sourceVolume": "|" }]'))).toEqual(['scratch', 'data']);
    expect(JSON.parse(accept(file('[]', '[{ "sourceVolume": "|" }]'), 'data'))).toMatchObject({
      containerDefinitions: [{ mountPoints: [{ sourceVolume: 'data' }] }, {}, {}],
    });
  });
});

it('proposes nothing in comments, in unknown places and outside task definitions', () => {
  expect(labels('{\n  // "c|\n  "containerDefinitions": [] }')).toEqual([]);
  expect(labels('{ "containerDefinitions": [{ "dockerLabels": { "a": "|" } }] }')).toEqual([]);
  expect(labels('{ "containerDefinitions": [{ "dockerLabels": { | } }] }')).toEqual([]);
  const { snapshot, offset } = openAt('{ "scripts": | }', 'file:///w/package.json');
  expect(service.complete(snapshot, offset)).toEqual([]);
});

it('leaves a document that parses, whichever key is accepted', () => {
  const marked = '{ "family": "web", "containerDefinitions": [{ "name": "app", | }] }';
  for (const label of labels(marked)) {
    const text = settled(accept(marked, label)).replace(/:\s*(?=[},])/, ': 0');
    expect(() => JSON.parse(text), label).not.toThrow();
  }
});

it('documents a value in a list by the list', () => {
  const { snapshot, offset } = openAt('{ "containerDefinitions": [], "requiresCompatibilities": ["|"] }');
  const [item] = service.complete(snapshot, offset);
  expect(service.document(item ?? { schema: 'task-definition', path: [] })).toMatch(
    /^\*\*requiresCompatibilities\*\* · list of/,
  );
});

it.each([
  ['{ "family": "web" /* name */ | }', 'cpu', '{ "family": "web", /* name */ "cpu": "$1" }'],
  ['{ "family": "web" // name\n | }', 'cpu', '{ "family": "web", // name\n "cpu": "$1" }'],
  ['{ "family": "web", // name\n | }', 'cpu', '{ "family": "web", // name\n "cpu": "$1" }'],
  ['{ // none yet\n | }', 'cpu', '{ // none yet\n "cpu": "$1" }'],
  ['{ |\n // name\n "family": "web" }', 'cpu', '{ "cpu": "$1",\n // name\n "family": "web" }'],
  ['{ "family": "http://web" | }', 'cpu', '{ "family": "http://web", "cpu": "$1" }'],
])('puts commas around comments: %s', (marked, label, expected) => {
  expect(accept(marked, label)).toBe(expected);
});

it.each(['{ "family": "web", // the | \n }', '{ "family": "web", /* the | */ }', '{ "family": "web", /* the\n "cp|'])(
  'proposes nothing within a comment: %s',
  (marked) => {
    expect(labels(marked)).toEqual([]);
  },
);
