import { expect, it } from 'vitest';
import { service } from '../support/service';

const rulesOf = async (container: string) => {
  const text = `{ "family": "web", "containerDefinitions": [{ "memory": 128, ${container} }, { "name": "log", "image": "log:1", "memory": 64 }] }`;
  return (await service.diagnose(service.open('file:///w/task-definition.json', text))).map(({ rule }) => rule);
};

it.each([
  ['a name', '"namee": "app", "image": "nginx:1.27"'],
  ['an image', '"name": "app", "imag": "nginx:1.27"'],
  [
    'the container of a dependency',
    '"name": "app", "image": "nginx:1.27", "dependsOn": [{ "containername": "log", "condition": "START" }]',
  ],
  [
    'the condition of a dependency',
    '"name": "app", "image": "nginx:1.27", "dependsOn": [{ "containerName": "log", "conditions": "START" }]',
  ],
])('%s under a misspelt name is not missing as well', async (_, container) => {
  expect(await rulesOf(container)).toEqual(['unknown-property']);
});

it('what has no misspelt name is missing', async () => {
  expect(await rulesOf('"colour": "red", "image": "nginx:1.27"')).toEqual([
    'required-member-missing',
    'unknown-property',
  ]);
});
