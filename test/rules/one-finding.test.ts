import { describe, expect, it } from 'vitest';
import { toTemplate, toYaml } from '../support/dialects';
import { service } from '../support/service';

const dialects = [
  ['JSON', 'task-definition.json', (text: string) => text],
  ['YAML', 'task-definition.yaml', toYaml],
  ['CloudFormation YAML', 'template.yaml', (text: string) => toYaml(toTemplate(text))],
] as const;

/** What is refused: advice about the rest of these short definitions is no matter here. */
const errorsIn = async (name: string, text: string) =>
  (await service.diagnose(service.open(`file:///w/${name}`, text))).filter(({ severity }) => severity === 'error');

const around = (container: string) =>
  `{ "family": "web", "containerDefinitions": [{ "memory": 128, ${container} }, { "name": "log", "image": "log:1", "memory": 64 }] }`;
const alone = (container: string) =>
  `{ "family": "web", "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", ${container} }] }`;
const onFargate = (members: string) =>
  `{ "family": "web", "requiresCompatibilities": ["FARGATE"], "networkMode": "awsvpc", "runtimePlatform": { "cpuArchitecture": "X86_64" }, ${members}, "containerDefinitions": [{ "name": "app", "image": "nginx:1.27" }] }`;

describe.each(dialects)('in %s', (_, name, spelled) => {
  const rulesOf = async (text: string) => (await errorsIn(name, spelled(text))).map(({ rule }) => rule);

  it.each([
    ['a name', around('"namee": "app", "image": "nginx:1.27"')],
    ['a name with letters swapped', around('"nmae": "app", "image": "nginx:1.27"')],
    ['an image', around('"name": "app", "imag": "nginx:1.27"')],
    ['a memory', alone('"memmory": 128')],
    ['a reservation of memory', alone('"memoryReservaton": 128')],
    ['the cpu of the task', onFargate('"cpuu": "256", "memory": "512"')],
    ['the memory of the task', onFargate('"cpu": "256", "memmory": "512"')],
    [
      'an execution role',
      `{ "family": "web", "executionRolArn": "arn:aws:iam::111122223333:role/r", "containerDefinitions": [{ "name": "app", "memory": 128, "image": "nginx:1.27", "secrets": [{ "name": "A", "valueFrom": "arn:aws:ssm:us-east-1:111122223333:parameter/a" }] }] }`,
    ],
    [
      'the volumes',
      alone(
        '"memory": 64, "mountPoints": [{ "sourceVolume": "v", "containerPath": "/v" }] }], "vloumes": [{ "name": "v"',
      ),
    ],
    [
      'the condition of a dependency',
      around('"name": "app", "image": "nginx:1.27", "dependsOn": [{ "containerName": "log", "conditions": "START" }]'),
    ],
  ])('%s under a misspelt name is not missing as well', async (_what, text) => {
    expect(await rulesOf(text)).toEqual(['unknown-property']);
  });

  it('what has no misspelt name is missing', async () => {
    expect(await rulesOf(around('"colour": "red", "image": "nginx:1.27"'))).toEqual([
      'container-name-required',
      'unknown-property',
    ]);
    expect(await rulesOf(alone('"colour": "red"'))).toEqual(['container-memory-required', 'unknown-property']);
  });
});

it.each([
  ['the cpu of the task', onFargate('"Cpu": "256", "memory": "512"')],
  [
    'the container of a dependency',
    around('"name": "app", "image": "nginx:1.27", "dependsOn": [{ "containername": "log", "condition": "START" }]'),
  ],
])('%s in the wrong case is not missing as well', async (_, text) => {
  const problems = await errorsIn('task-definition.json', text);
  expect(problems.map(({ rule }) => rule)).toEqual(['unknown-property']);
});

it('guesses what letters in the wrong order mean', async () => {
  const text = alone('"memory": 128, "evnironment": [], "essentail": true');
  const problems = await errorsIn('task-definition.json', text);
  expect(problems.map(({ message }) => message.split('?', 1)[0])).toEqual([
    "Unknown property 'evnironment'. Did you mean 'environment'",
    "Unknown property 'essentail'. Did you mean 'essential'",
  ]);
});
