import { describe, expect, it } from 'vitest';
import { companionsOf, definitionsFor } from '../../server/src/service/features/companions';
import { service } from '../support/service';

type Files = Readonly<Record<string, string>>;

const task = (family: string) => `{ "family": "${family}", "containerDefinitions": [{ "name": "app" }] }`;
const run = (name: string) => `{ "cluster": "c", "desiredCount": 1, "taskDefinition": "${name}" }`;
const appSpec = (name: string) => `version: 0.0
Resources:
  - TargetService:
      Type: AWS::ECS::Service
      Properties:
        TaskDefinition: ${name}
        LoadBalancerInfo: { ContainerName: app, ContainerPort: 80 }
`;
const overrides = '{ "containerOverrides": [{ "name": "app", "command": ["migrate"] }] }';

/** The files whose definitions a file belongs to; checked from the definitions' side too. */
function belongs(files: Files, name: string): readonly string[] {
  const snapshots = Object.entries(files).map(([path, text]) => service.open(`file:///w/${path}`, text));
  const workspace = { snapshots };
  const at = snapshots.find(({ uri }) => uri === `file:///w/${name}`);
  if (!at) throw new Error(`no ${name}`);
  const found = definitionsFor(at, workspace).map(({ snapshot }) => snapshot);
  const back = snapshots.filter((other) =>
    other.definitions.some((definition) =>
      companionsOf(other, definition, workspace).some(({ snapshot }) => snapshot === at),
    ),
  );
  expect(new Set(back)).toEqual(new Set(found));
  return found.map(({ uri }) => uri.replace('file:///w/', ''));
}

describe('by family', () => {
  it.each([
    'web',
    'web:3',
    'web:{{ must_env `REVISION` }}',
    'arn:aws:ecs:eu-west-1:123456789012:task-definition/web',
    'arn:aws-cn:ecs:cn-north-1:123456789012:task-definition/web:12',
    'arn:aws:ecs:<REGION>:<ACCOUNT>:task-definition/web:1',
  ])('%s', (name) => {
    expect(belongs({ 'a/td.json': task('web'), 'b/td.json': task('web2'), 'c/s.json': run(name) }, 'c/s.json')).toEqual(
      ['a/td.json'],
    );
  });

  it.each(['web-2', 'Web', 'web/3', '${FAMILY}', '<FAMILY>:3', ''])('not %s', (name) => {
    expect(belongs({ 'td.json': task('web'), 's.json': run(name) }, 's.json')).toEqual([]);
  });

  it('an AppSpec file by its ARN, in whichever folder', () => {
    const arn = 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:12';
    const files = { 'a/td.json': task('web'), 'b/td.json': task('db'), 'b/appspec.yaml': appSpec(arn) };
    expect(belongs(files, 'b/appspec.yaml')).toEqual(['a/td.json']);
  });

  it('the nearest of several, and none of two as near', () => {
    const files = {
      'dev/td.json': task('web'),
      'prod/td.json': task('web'),
      'prod/s.json': run('web'),
      's.json': run('web'),
    };
    expect(belongs(files, 'prod/s.json')).toEqual(['prod/td.json']);
    expect(belongs(files, 's.json')).toEqual([]);
  });

  it('a definition in a stream with its service', () => {
    const stream = `family: web\ncontainerDefinitions: [{ name: app }]\n---\n${run('web')}\n`;
    expect(belongs({ 'stream.yaml': stream, 'td.json': task('web') }, 'stream.yaml')).toEqual(['stream.yaml']);
  });
});

describe('by path', () => {
  const plain = '{ "desiredCount": 1, "launchType": "FARGATE", "loadBalancers": [] }';
  const config =
    'region: us-east-1\ncluster: c\nservice: web\nservice_definition: deploy/s.json\ntask_definition: ./td.json\n';

  it.each(['ecspresso.yml', 'ecspresso.yaml'])('%s joins a service and a task definition', (name) => {
    const files = { [name]: config, 'td.json': task('web'), 'other.json': task('other'), 'deploy/s.json': plain };
    expect(belongs(files, 'deploy/s.json')).toEqual(['td.json']);
    expect(belongs({ 'td.json': task('web'), 'deploy/s.json': plain }, 'deploy/s.json')).toEqual([]);
  });

  it('as JSON, from another folder', () => {
    const json = '{ "service_definition": "s.json", "task_definition": "../td.json" }';
    expect(
      belongs(
        { 'x/ecspresso.json': json, 'td.json': task('{{ family }}'), 'x/s.json': run('{{ family }}') },
        'x/s.json',
      ),
    ).toEqual(['td.json']);
  });

  it('is silent where configurations part, or the other file holds several definitions', () => {
    const two = `${task('a')}\n---\n${task('b')}`;
    const other = 'service_definition: ../deploy/s.json\ntask_definition: td.json\n';
    const both = { 'ecspresso.yml': config, 'x/ecspresso.yml': other, 'td.json': task('web'), 'x/td.json': task('x') };
    expect(belongs({ ...both, 'deploy/s.json': plain }, 'deploy/s.json')).toEqual([]);
    const yaml = config.replace('td.json', 'td.yaml');
    expect(belongs({ 'ecspresso.yml': yaml, 'td.yaml': two, 'deploy/s.json': plain }, 'deploy/s.json')).toEqual([]);
  });
});

describe('by folder, where no family is named', () => {
  it.each([
    ['appspec.yaml', appSpec('<TASK_DEFINITION>')],
    [
      'appspec.yaml',
      appSpec('<TASK_DEFINITION>').replace(/Resources|TargetService|Type|Properties/g, (it) => it.toLowerCase()),
    ],
    [
      'appspec.json',
      '{ "version": 0.0, "Resources": [{ "TargetService": { "Type": "AWS::ECS::Service", "Properties": {} } }] }',
    ],
    ['overrides.json', overrides],
    ['run-task-overrides.json', overrides],
  ])('%s belongs to the only definition beside it', (name, text) => {
    const files = { [`a/${name}`]: text, 'a/td.json': task('web'), 'b/td.json': task('web'), 'a/b/td.json': task('c') };
    expect(belongs(files, `a/${name}`)).toEqual(['a/td.json']);
    expect(belongs({ ...files, 'a/td.yaml': task('other') }, `a/${name}`)).toEqual([]);
    expect(belongs({ [name]: text, 'b/td.json': task('web') }, name)).toEqual([]);
  });

  it('no service does', () => {
    expect(belongs({ 'td.json': task('web'), 's.json': run('<TASK_DEFINITION>') }, 's.json')).toEqual([]);
  });
});

describe('in a template', () => {
  const template = `Resources:
  Web:
    Type: AWS::ECS::TaskDefinition
    Properties: { Family: web, ContainerDefinitions: [{ Name: app }] }
  Jobs:
    Type: AWS::ECS::TaskDefinition
    Properties: { Family: jobs, ContainerDefinitions: [{ Name: app }] }
  First:
    Type: AWS::ECS::Service
    Properties: { TaskDefinition: !Ref Jobs, LoadBalancers: [{ ContainerName: app }] }
  Second:
    Type: AWS::ECS::Service
    Properties: { TaskDefinition: !Ref Parameter, LoadBalancers: [{ ContainerName: app }] }
  Third:
    Type: AWS::ECS::Service
    Properties: { TaskDefinition: outside, LoadBalancers: [{ ContainerName: app }] }
`;

  it('by reference, by family, and not by what is unknown', () => {
    const snapshot = service.open('file:///w/template.yaml', template);
    const other = service.open('file:///w/td.json', task('outside'));
    const workspace = { snapshots: [snapshot, other] };
    const found = (piece: string) =>
      definitionsFor(snapshot, workspace, template.indexOf(piece)).map(
        ({ definition }) => definition.task.family.literal,
      );
    expect(found('TaskDefinition: !Ref Jobs')).toEqual(['jobs']);
    expect(found('TaskDefinition: !Ref Parameter')).toEqual([]);
    expect(found('TaskDefinition: outside')).toEqual(['outside']);
    expect(definitionsFor(snapshot, workspace)).toHaveLength(2);
    const [, jobs] = snapshot.definitions;
    const companions = jobs && companionsOf(snapshot, jobs, workspace);
    expect(companions?.map((it) => [it.snapshot.uri, it.parts.length])).toEqual([['file:///w/template.yaml', 1]]);
  });
});

it('counts a document that the workspace does not know, in place of an older version of it', () => {
  const old = service.open('file:///w/My%20App/td.json', task('web'));
  const now = service.open('file:///w/My App/td.json', task('renamed'));
  const request = service.open('file:///w/s.json', run('renamed'));
  const [definition] = now.definitions;
  expect(definition && companionsOf(now, definition, { snapshots: [old, request] })).toHaveLength(1);
  expect(definitionsFor(request, { snapshots: [old] })).toEqual([]);
  expect(definitionsFor(request, { snapshots: [now] })).toHaveLength(1);
});

it('other documents are about nothing', () => {
  for (const [name, text] of [
    ['package.json', '{ "name": "web", "dependencies": {} }'],
    ['compose.yaml', 'services: { app: { image: web } }'],
    ['lambda.yaml', appSpec('web').replace('AWS::ECS::Service', 'AWS::Lambda::Function')],
  ] as const)
    expect(belongs({ 'td.json': task('web'), [name]: text }, name)).toEqual([]);
});
