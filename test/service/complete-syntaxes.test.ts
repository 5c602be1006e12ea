import { describe, expect, it } from 'vitest';
import { accepted, dataIn, proposals } from '../support/accept';

const json = 'file:///w/app.task-definition.json';
const yaml = 'file:///w/app.task-definition.yaml';
const template = 'file:///w/template.yaml';
const templateJson = 'file:///w/template.json';

const resource = (properties: string) =>
  `Resources:\n  Task:\n    Type: AWS::ECS::TaskDefinition\n    Properties:\n${properties.replace(/^(?=.)/gm, '      ')}`;
const inTemplate = (data: unknown) => ({ Resources: { Task: { Type: 'AWS::ECS::TaskDefinition', Properties: data } } });

interface Case {
  readonly title: string;
  readonly accept: string;
  readonly json: string;
  readonly yaml: string;
  readonly data: unknown;
  /** In a template, the properties, the proposal and what comes of it. */
  readonly properties: string;
  readonly property?: string;
  readonly propertyData: unknown;
}

const cases: readonly Case[] = [
  {
    title: 'a key at the top level',
    accept: 'cpu',
    json: '{ "family": "web", | "containerDefinitions": [] }',
    yaml: 'family: web\n|\ncontainerDefinitions: []\n',
    data: { family: 'web', cpu: expect.toSatisfy(isBlank), containerDefinitions: [] },
    properties: 'Family: web\n|\nContainerDefinitions: []\n',
    property: 'Cpu',
    propertyData: { Family: 'web', Cpu: null, ContainerDefinitions: [] },
  },
  {
    title: 'a key of an object in a list',
    accept: 'essential',
    json: '{ "containerDefinitions": [{ "name": "a", | }] }',
    yaml: 'containerDefinitions:\n  - name: a\n    |\n',
    data: { containerDefinitions: [{ name: 'a', essential: false }] },
    properties: 'ContainerDefinitions:\n  - Name: a\n    |\n',
    property: 'Essential',
    propertyData: { ContainerDefinitions: [{ Name: 'a', Essential: false }] },
  },
  {
    title: 'a key right behind a dash',
    accept: 'healthCheck',
    json: '{ "containerDefinitions": [{ | }] }',
    yaml: 'containerDefinitions:\n  - |\n',
    data: { containerDefinitions: [{ healthCheck: expect.toSatisfy(isBlank) }] },
    properties: 'ContainerDefinitions:\n  - |\n',
    property: 'HealthCheck',
    propertyData: { ContainerDefinitions: [{ HealthCheck: null }] },
  },
  {
    title: 'a list in an object behind a dash',
    accept: 'command',
    json: '{ "containerDefinitions": [{ | }] }',
    yaml: 'containerDefinitions:\n  - |\n',
    data: { containerDefinitions: [{ command: [expect.toSatisfy(isBlank)] }] },
    properties: 'ContainerDefinitions:\n  - |\n',
    property: 'Command',
    propertyData: { ContainerDefinitions: [{ Command: [null] }] },
  },
  {
    title: 'a key of a nested object',
    accept: 'interval',
    json: '{ "containerDefinitions": [{ "healthCheck": { | } }] }',
    yaml: 'containerDefinitions:\n  - healthCheck:\n      |\nfamily: web\n',
    data: expect.objectContaining({ containerDefinitions: [{ healthCheck: { interval: 30 } }] }),
    properties: 'ContainerDefinitions:\n  - HealthCheck:\n      |\n',
    property: 'Interval',
    propertyData: { ContainerDefinitions: [{ HealthCheck: { Interval: 30 } }] },
  },
  {
    title: 'a key of an item without its dash',
    accept: 'name',
    json: '{ "volumes": [{ | }], "containerDefinitions": [] }',
    yaml: 'volumes:\n  |\ncontainerDefinitions: []\n',
    data: { volumes: [{ name: expect.toSatisfy(isBlank) }], containerDefinitions: [] },
    properties: 'Volumes:\n  |\nContainerDefinitions: []\n',
    property: 'Name',
    propertyData: { Volumes: [{ Name: null }], ContainerDefinitions: [] },
  },
  {
    title: 'a value',
    accept: 'awsvpc',
    json: '{ "networkMode": |, "containerDefinitions": [] }',
    yaml: 'networkMode: |\ncontainerDefinitions: []\n',
    data: { networkMode: 'awsvpc', containerDefinitions: [] },
    properties: 'NetworkMode: aw|\n',
    propertyData: { NetworkMode: 'awsvpc' },
  },
  {
    title: 'a value that has to be quoted',
    accept: '256',
    json: '{ "cpu": |, "containerDefinitions": [] }',
    yaml: 'cpu: |\ncontainerDefinitions: []\n',
    data: { cpu: '256', containerDefinitions: [] },
    properties: 'Cpu: |\n',
    propertyData: { Cpu: '256' },
  },
  {
    title: 'an item of a list of texts',
    accept: 'FARGATE',
    json: '{ "requiresCompatibilities": ["EC2", |], "containerDefinitions": [] }',
    yaml: 'requiresCompatibilities:\n  - EC2\n  - |\ncontainerDefinitions: []\n',
    data: { requiresCompatibilities: ['EC2', 'FARGATE'], containerDefinitions: [] },
    properties: 'RequiresCompatibilities:\n  - EC2\n  - F|\n',
    propertyData: { RequiresCompatibilities: ['EC2', 'FARGATE'] },
  },
  {
    title: 'a list where its key stands alone',
    accept: 'FARGATE',
    json: '{ "requiresCompatibilities": |, "containerDefinitions": [] }',
    yaml: 'requiresCompatibilities: |\ncontainerDefinitions: []\n',
    data: { requiresCompatibilities: ['FARGATE'], containerDefinitions: [] },
    properties: 'RequiresCompatibilities:\n  |\n',
    propertyData: { RequiresCompatibilities: ['FARGATE'] },
  },
  {
    title: 'an item in brackets',
    accept: 'FARGATE',
    json: '{ "requiresCompatibilities": [|], "containerDefinitions": [] }',
    yaml: 'requiresCompatibilities: [|]\ncontainerDefinitions: []\n',
    data: { requiresCompatibilities: ['FARGATE'], containerDefinitions: [] },
    properties: 'RequiresCompatibilities: [F|]\n',
    propertyData: { RequiresCompatibilities: ['FARGATE'] },
  },
  {
    title: 'a key in braces',
    accept: 'essential',
    json: '{ "containerDefinitions": [{ "name": "a", | }] }',
    yaml: 'containerDefinitions: [{ name: a, | }]\n',
    data: { containerDefinitions: [{ name: 'a', essential: false }] },
    properties: 'ContainerDefinitions: [{ Name: a, | }]\n',
    property: 'Essential',
    propertyData: { ContainerDefinitions: [{ Name: 'a', Essential: false }] },
  },
  {
    title: 'a text with colons that is half written',
    accept: 'arn:aws:iam::111122223333:role/ecsTaskExecutionRole',
    json: '{ "executionRoleArn": "arn:aws|", "containerDefinitions": [] }',
    yaml: 'executionRoleArn: arn:aws:i|\ncontainerDefinitions: []\n',
    data: { executionRoleArn: 'arn:aws:iam::111122223333:role/ecsTaskExecutionRole', containerDefinitions: [] },
    properties: "ExecutionRoleArn: 'arn:|'\n",
    propertyData: { ExecutionRoleArn: 'arn:aws:iam::111122223333:role/ecsTaskExecutionRole' },
  },
  {
    title: 'a whole value below its key',
    accept: 'TCP',
    json: '{ "containerDefinitions": [{ "healthCheck": | }] }',
    yaml: 'containerDefinitions:\n  - healthCheck: |\n',
    data: { containerDefinitions: [{ healthCheck: expect.objectContaining({ interval: 30 }) }] },
    properties: 'ContainerDefinitions:\n  - HealthCheck: |\n',
    propertyData: { ContainerDefinitions: [{ HealthCheck: expect.objectContaining({ Interval: 30 }) }] },
  },
  {
    title: 'a whole object behind a dash',
    accept: 'EFS volume',
    json: '{ "containerDefinitions": [], "volumes": [|] }',
    yaml: 'containerDefinitions: []\nvolumes:\n  - |\n',
    data: { containerDefinitions: [], volumes: [expect.objectContaining({ name: 'data' })] },
    properties: 'TaskRoleArn: web\nVolumes:\n  - |\n',
    propertyData: {
      TaskRoleArn: 'web',
      Volumes: [
        {
          Name: 'data',
          EFSVolumeConfiguration: {
            FilesystemId: 'fs-0123456789abcdef0',
            TransitEncryption: 'ENABLED',
            AuthorizationConfig: { IAM: 'ENABLED' },
          },
        },
      ],
    },
  },
  {
    title: 'a whole object without its dash',
    accept: 'Environment variable',
    json: '{ "containerDefinitions": [{ "environment": | }] }',
    yaml: 'containerDefinitions:\n  - environment:\n      |\n',
    data: { containerDefinitions: [{ environment: [{ name: 'NAME', value: 'value' }] }] },
    properties: 'ContainerDefinitions:\n  - Environment:\n      - Name: A\n        Value: b\n      |\n',
    propertyData: {
      ContainerDefinitions: [
        {
          Environment: [
            { Name: 'A', Value: 'b' },
            { Name: 'NAME', Value: 'value' },
          ],
        },
      ],
    },
  },
  {
    title: 'a free key that keeps its spelling',
    accept: 'awslogs-group',
    json: '{ "containerDefinitions": [{ "logConfiguration": { "logDriver": "awslogs", "options": { | } } }] }',
    yaml: 'containerDefinitions:\n  - logConfiguration:\n      logDriver: awslogs\n      options:\n        |\n',
    data: {
      containerDefinitions: [
        { logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': expect.toSatisfy(isBlank) } } },
      ],
    },
    properties: 'ContainerDefinitions:\n  - LogConfiguration:\n      LogDriver: awslogs\n      Options:\n        |\n',
    propertyData: {
      ContainerDefinitions: [{ LogConfiguration: { LogDriver: 'awslogs', Options: { 'awslogs-group': null } } }],
    },
  },
];

function isBlank(value: unknown): boolean {
  return value === null || value === '' || JSON.stringify(value) === '{}';
}

describe.each(cases)('$title', (it_) => {
  it('in JSON', () => {
    expect(dataIn(accepted(it_.json, it_.accept, json), json)).toEqual(it_.data);
  });

  it('in YAML', () => {
    expect(dataIn(accepted(it_.yaml, it_.accept, yaml), yaml)).toEqual(it_.data);
  });

  it('in a template', () => {
    const text = accepted(resource(it_.properties), it_.property ?? it_.accept, template);
    expect(dataIn(text, template)).toEqual(inTemplate(it_.propertyData));
  });
});

it('spells members as templates do in JSON as well', () => {
  const marked =
    '{ "Resources": { "T": { "Type": "AWS::ECS::TaskDefinition", "Properties": { "Volumes": [{ "Name": "a", "EFSVolumeConfiguration": { | } }] } } } }';
  expect(dataIn(accepted(marked, 'FilesystemId', templateJson), templateJson)).toMatchObject({
    Resources: { T: { Properties: { Volumes: [{ EFSVolumeConfiguration: { FilesystemId: '' } }] } } },
  });
});

it.each([
  ['file:///w/task-definition.json', '[{ "name": "a", | }]', [{ name: 'a', image: '' }]],
  ['file:///w/task-definition.yaml', '- name: a\n  |\n', [{ name: 'a', image: null }]],
])('completes a bare list of containers in %s', (uri, marked, data) => {
  expect(dataIn(accepted(marked, 'image', uri), uri)).toEqual(data);
});

it.each([
  [yaml, 'family: web\ncontainerDefinitions:\n  - name: a\n    |\n'],
  [yaml, 'family: web\ncontainerDefinitions:\n  - |\n'],
  [yaml, 'family: web\ncontainerDefinitions:\n  |\n'],
  [yaml, 'family: web\ncontainerDefinitions: |\n'],
  [yaml, 'family: web\ncontainerDefinitions: [|]\n'],
  [yaml, 'family: web\n|\ncontainerDefinitions: []\n'],
  [yaml, 'containerDefinitions: []\nvolumes:\n  - |\n'],
  [yaml, '{ containerDefinitions: [{ | }] }\n'],
  [yaml, '|\n'],
  [json, '|'],
  [json, '{ | }'],
  [json, '{\n  "containerDefinitions": [\n    |\n  ]\n}'],
  [json, '{\n  "containerDefinitions": [\n    { "name": "a" }\n    |\n  ]\n}'],
  [json, '{\n  "containerDefinitions": [\n    {|}\n  ]\n}'],
  [json, '{ "containerDefinitions": [{ "name": "a", | "image": "b" }] }'],
  [json, '{ "containerDefinitions": [], "volumes": | }'],
  [template, resource('ContainerDefinitions:\n  - Name: a\n    |\n')],
  [template, resource('|\n')],
])('leaves data, whichever proposal is accepted: %s %j', (uri, marked) => {
  const labels = proposals(marked, uri).map(({ label }) => label);
  expect(labels.length).toBeGreaterThan(2);
  for (const label of labels) {
    const text = accepted(marked, label, uri).replace(/:\s*(?=[},])/, uri === json ? ': 0' : '$&');
    expect(() => dataIn(text, uri), `${label}\n${text}`).not.toThrow();
  }
});

it.each([
  [json, '{ "containerDefinitions": [], "networkMode": "aw|" }', 'awsvpc', '"awsvpc'],
  [yaml, "networkMode: 'aw|'\ncontainerDefinitions: []\n", 'awsvpc', "'awsvpc"],
  [yaml, 'networkMode: aw|\ncontainerDefinitions: []\n', 'awsvpc', 'awsvpc'],
  [yaml, 'cpu: 25|\ncontainerDefinitions: []\n', '256', '256'],
  [yaml, 'cpu: "25|"\ncontainerDefinitions: []\n', '256', '"256'],
])('is matched against what is typed, quotes included: %s %j', (uri, marked, label, filter) => {
  const found = proposals(marked, uri).find((it_) => it_.label === label)?.filter;
  expect(found?.startsWith(filter)).toBe(true);
});
