import { describe, expect, it } from 'vitest';
import { getLanguageService, TextDocument } from 'vscode-json-languageservice';
import evaluatedSchema from '../../schemas/task-definition.slim.generated.json';
import { createEvaluate } from '../../server/src/service/schema/evaluate';
import { createLookup, type DocumentedSchema } from '../../server/src/service/schema/lookup';
import { parseJson } from '../../server/src/service/syntax/json';

const json = getLanguageService({});
const schema = evaluatedSchema as unknown as DocumentedSchema;
const evaluate = createEvaluate(json, structuredClone(schema), createLookup(schema), 'the task definition');

async function findings(text: string) {
  const document = TextDocument.create('file:///task-definition.json', 'json', 1, text);
  const { root } = parseJson(json, document);
  if (!root) throw new Error('no tree');
  return (await evaluate(document, root)).map(
    ({ keyword, path, member }) => `${keyword} /${path.join('/')}${member ? ` ${member}` : ''}`,
  );
}

const definition = (members: string) =>
  `{ "family": "f", "containerDefinitions": [{ "name": "a", "image": "b", ${members} }] }`;

// The service tells which keyword is broken in its message only: each must be recognised.
describe('the keyword that a value breaks', () => {
  it.each([
    ['additionalProperties', '"imag": 1', 'additionalProperties /containerDefinitions/0/imag imag'],
    ['required', '"healthCheck": {}', 'required /containerDefinitions/0/healthCheck command'],
    [
      'required in an item',
      '"ulimits": [{ "name": "core", "softLimit": 1 }]',
      'required /containerDefinitions/0/ulimits/0 hardLimit',
    ],
    ['type', '"cpu": "1"', 'type /containerDefinitions/0/cpu'],
    ['integer', '"cpu": 1.5', 'type /containerDefinitions/0/cpu'],
    ['type of a map value', '"dockerLabels": { "a": 1 }', 'type /containerDefinitions/0/dockerLabels/a'],
    ['enum', '"logConfiguration": { "logDriver": "loki" }', 'enum /containerDefinitions/0/logConfiguration/logDriver'],
    [
      'maximum',
      '"portMappings": [{ "containerPort": 65536 }]',
      'limit /containerDefinitions/0/portMappings/0/containerPort',
    ],
  ])('%s', async (_, members, expected) => {
    expect(await findings(definition(members))).toEqual([expected]);
  });

  it('is a limit for a pattern', async () => {
    expect(await findings('{ "family": "a b", "containerDefinitions": [] }')).toContain('limit /family');
  });

  it('is required for the definition itself', async () => {
    expect(await findings('{}')).toEqual(['required / family', 'required / containerDefinitions']);
  });
});

it('keeps to its own schema when the document names another', async () => {
  const text =
    '{ "$schema": "https://example.com/other.json", "family": 1, "containerDefinitions": [{ "name": "a", "image": "b" }] }';
  expect(await findings(text)).toEqual(['type /family']);
});

it('is silent on values that a template engine fills', async () => {
  expect(await findings(definition('"cpu": "${CPU}", "memory": "{{ memory }}", "essential": "<ESSENTIAL>"'))).toEqual(
    [],
  );
});

it('reads placeholders that stand where a value should', async () => {
  expect(
    await findings(definition('"cpu": {{ cpu }}, "memory": ${MEMORY}, "command": [ {{command}} ], "user": "{{ x"')),
  ).toEqual([]);
});
