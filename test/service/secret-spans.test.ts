import { expect, it } from 'vitest';
import { createService, secretSpans } from '../../server/src/service';

const service = createService({ onCrash: () => undefined });
const hidden = (name: string, text: string) =>
  secretSpans(service.open(`file:///w/${name}`, text)).map(({ offset, end }) => text.slice(offset, end));

it('values of variables are hidden, in every syntax and shape, and what names or looks like a secret', () => {
  const json = `{ "containerDefinitions": [{
    "name": "app", "environment": [{ "name": "A", "value": "b" }, { "name": "N", "value": 5 }],
    "secrets": [{ "name": "DB_PASSWORD", "valueFrom": "arn:aws:ssm:eu-west-1:111122223333:parameter/db" }],
    "logConfiguration": { "logDriver": "splunk", "options": { "splunk-token": "t", "splunk-url": "https://u:p@example.org/" } },
    "command": ["run", "--password=x", "--passwords-from", "key=AKIA${'A'.repeat(16)}"]
  }] }`;
  expect(hidden('web.json', json)).toEqual([
    '"b"',
    '"t"',
    '"https://u:p@example.org/"',
    '"--password=x"',
    `"key=AKIA${'A'.repeat(16)}"`,
  ]);
  const yaml =
    'containerDefinitions:\n  - name: app\n    environment:\n      - name: KEY\n        value: |\n          one\n          two\n';
  expect(hidden('web.yaml', yaml)).toEqual([expect.stringContaining('two')]);
  const map = 'containerDefinitions:\n  - environment: { A: b }\n';
  expect(hidden('web.yaml', map)).toEqual(['b']);
  const template =
    'Resources:\n  T:\n    Type: AWS::ECS::TaskDefinition\n    Properties:\n      ContainerDefinitions:\n        - Environment: [{ Name: A, Value: b }]\n';
  expect(hidden('t.yaml', template)).toEqual(['b']);
  const run =
    '{ "taskDefinition": "web", "count": 1, "overrides": { "containerOverrides": [{ "environment": [{ "name": "A", "value": "b" }] }] } }';
  expect(hidden('run.json', run)).toEqual(['"b"']);
});
