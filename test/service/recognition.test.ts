import { describe, expect, it } from 'vitest';
import { service } from '../support/service';

describe('what is a task definition', () => {
  const definitions = (uri: string, text: string) => service.open(uri, text).definitions.length;
  it.each([
    ['file:///w/web.json', '{ "family": "web", "containerDefinitions": [] }', 1],
    ['file:///w/described.json', '{ "taskDefinition": { "containerDefinitions": [] }, "tags": [] }', 1],
    ['file:///w/web-task-definition.json', '{}', 1],
    ['file:///w/taskdef.json', '{ "family": "" }', 1],
    ['file:///w/web.ecs-task-def.jsonc', '{}', 1],
    ['file:///w/package.json', '{ "family": "web" }', 0],
    ['file:///w/nested.json', '{ "x": { "containerDefinitions": [] } }', 0],
    ['file:///w/words.json', '["containerDefinitions"]', 0],
    ['file:///task-definition/package.json', '{ "name": "x" }', 0],
  ])('%s %s', (uri, text, expected) => {
    expect(definitions(uri, text)).toBe(expected);
  });
});
