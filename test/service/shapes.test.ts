import { describe, expect, it } from 'vitest';
import { parse as parseYaml, stringify } from 'yaml';
import { toTemplate, toYaml } from '../support/dialects';
import { fixtures, inAnyProxy } from '../support/fixtures';
import { service } from '../support/service';

type Path = readonly (string | number)[];

/** Errors and warnings of a text, told so that a failure names the place. */
async function loud(name: string, text: string): Promise<readonly string[]> {
  const problems = await service.diagnose(service.open(`file:///w/${name}`, text));
  return problems
    .filter(({ severity, rule }) => (severity === 'error' || severity === 'warning') && rule !== inAnyProxy)
    .map(({ rule, pointer, message }) => `${rule} ${pointer} ${message}`);
}

/** The paths of all values below the root. */
function pathsOf(value: unknown, at: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  const below = Object.entries(value).flatMap(([key, child]) =>
    pathsOf(child, [...at, Array.isArray(value) ? Number(key) : key]),
  );
  return at.length === 0 ? below : [at, ...below];
}

/** A copy in which the value at a path is another. */
function replaced(value: unknown, [step, ...rest]: Path, by: unknown): unknown {
  if (step === undefined) return by;
  if (Array.isArray(value)) return value.map((item, index) => (index === step ? replaced(item, rest, by) : item));
  return { ...(value as object), [step]: replaced((value as Record<string, unknown>)[step], rest, by) };
}

/** Numbers from 0 to 1 that are the same in each run. */
function randoms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** Each path by itself. */
function alone(all: readonly Path[]): readonly (readonly Path[])[] {
  return all.map((path) => [path]);
}

/** Sets of paths, none within another. */
function several(all: readonly Path[], seed: number): readonly (readonly Path[])[] {
  const random = randoms(seed);
  return Array.from({ length: 10 }, () =>
    all.filter(() => random() < 0.15).filter((path, _, kept) => !kept.some((other) => isAbove(other, path))),
  );
}

function isAbove(other: Path, path: Path): boolean {
  return other.length < path.length && other.every((step, index) => step === path[index]);
}

const properties: Path = ['Resources', 'Task', 'Properties'];

const longForms: readonly ((value: unknown) => unknown)[] = [
  () => ({ Ref: 'Parameter' }),
  (value) => ({ 'Fn::If': ['IsProduction', value, { Ref: 'AWS::NoValue' }] }),
  () => ({ 'Fn::Sub': '${AWS::StackName}-${Environment}' }),
  () => ({ 'Fn::FindInMap': ['Sizes', { Ref: 'AWS::Region' }, 'Size'] }),
  () => ({ 'Fn::ImportValue': 'shared' }),
  () => ({ 'Fn::GetAtt': ['Role', 'Arn'] }),
  () => ({ 'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: 's3://templates/part.yaml' } } }),
];

const shortForms = [
  '!Ref Parameter',
  '!Sub "${AWS::StackName}-${Environment}"',
  '!If [IsProduction, { A: 1 }, !Ref "AWS::NoValue"]',
  '!FindInMap [Sizes, !Ref "AWS::Region", Size]',
  '!GetAtt Role.Arn',
  '!Split [",", !Ref List]',
];

const placeholders = [
  '${VALUE}',
  '$VALUE',
  '{{ value }}',
  '<VALUE>',
  '%VALUE%',
  '${V}',
  '<V>',
  '{{ a.b | default("c") }}',
  '__VALUE__',
  '@@VALUE@@',
  '#{VALUE}#',
  '#{Some.Value}',
  '<%= value ? "a: b" : 1 %>',
];

describe.each(fixtures('ok'))('%s with unresolved values', (_, text) => {
  const definition: unknown = JSON.parse(text);
  const template: unknown = JSON.parse(toTemplate(text));
  const inTemplate = pathsOf(template).filter((path) => path.length > properties.length && isAbove(properties, path));

  const everywhere = pathsOf(definition);

  it('is silent for intrinsic functions', async () => {
    const change = (paths: readonly Path[], index: number) =>
      paths.reduce<unknown>((it, path, nth) => {
        const form = longForms[(index + nth) % longForms.length];
        return replaced(it, path, form?.(at(template, path)));
      }, template);
    for (const [index, paths] of [...alone(inTemplate), ...several(inTemplate, 1)].entries())
      await silent('stack.json', JSON.stringify(change(paths, index)), paths);
    for (const [index, paths] of several(inTemplate, 2).entries())
      await silent('stack.yaml', stringify(change(paths, index)), paths);
  });

  it('is silent for the short forms of intrinsic functions', async () => {
    for (const [index, paths] of several(inTemplate, 3).entries()) {
      const form = (nth: number) => shortForms[(index + nth) % shortForms.length] ?? '';
      await silent('stack.yaml', printed(template, paths, form, stringify), paths);
    }
  });

  it('is silent for placeholders in quotes', async () => {
    const change = (paths: readonly Path[], index: number) =>
      paths.reduce<unknown>(
        (it, path, nth) => replaced(it, path, placeholders[(index + nth) % placeholders.length]),
        definition,
      );
    for (const [index, paths] of [...alone(everywhere), ...several(everywhere, 4)].entries())
      await silent('task-definition.json', JSON.stringify(change(paths, index)), paths);
    for (const [index, paths] of several(everywhere, 5).entries())
      await silent('task-definition.yaml', stringify(change(paths, index)), paths);
  });

  it('is silent for placeholders without quotes', async () => {
    const indented = (it: unknown) => JSON.stringify(it, null, 2);
    for (const [index, paths] of several(everywhere, 6).entries()) {
      const fill = (nth: number) => placeholders[(index + nth) % placeholders.length] ?? '';
      await silent('task-definition.json', printed(definition, paths, fill, indented), paths);
      await silent('task-definition.yaml', printed(definition, paths, fill, stringify), paths);
    }
  });
});

/** Expects no error and no warning; a failure names what was replaced. */
async function silent(name: string, text: string, paths: readonly Path[]): Promise<void> {
  // What is in angle brackets may have been left by mistake, which is told.
  const found = (await loud(name, text)).filter((it) => !it.startsWith('template-placeholder-left '));
  expect(found, `replaced: ${paths.map((path) => path.join('/')).join(', ')}`).toEqual([]);
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((it, step) => (it as Record<string | number, unknown>)[step], value);
}

/** A printed value where what stands at the paths is text that no printer would write. */
function printed(
  value: unknown,
  paths: readonly Path[],
  textOf: (nth: number) => string,
  print: (value: unknown) => string,
): string {
  const marked = paths.reduce<unknown>((it, path, nth) => replaced(it, path, `MARK${nth}MARK`), value);
  return print(marked).replace(/"?MARK(\d+)MARK"?/g, (_, nth: string) => textOf(Number(nth)));
}

describe('what is no task definition', () => {
  const compose = 'services:\n  web:\n    image: nginx\n    environment: [A=1]\n# containerDefinitions\n';
  const near: readonly (readonly [string, string])[] = [
    ['package.json', '{ "name": "containerDefinitions", "version": "1.0.0", "keywords": ["containerDefinitions"] }'],
    ['compose.yaml', compose],
    [
      'deployment.yaml',
      'apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      containers: [{ name: a, image: b }]\n# containerDefinitions\n',
    ],
    [
      'controller.yaml',
      'apiVersion: ecs.services.k8s.aws/v1alpha1\nkind: TaskDefinition\nspec:\n  family: a\n  containerDefinitions: [{ name: a }]\n',
    ],
    [
      'config-map.yaml',
      'apiVersion: v1\nkind: ConfigMap\ndata:\n  taskdef: |\n    {"containerDefinitions": [{"name": 1}]}\n',
    ],
    [
      'plan.json',
      '{ "format_version": "1.2", "planned_values": { "root_module": { "resources": [{ "type": "aws_ecs_task_definition", "values": { "container_definitions": "[{\\"name\\":1}]", "note": "containerDefinitions" } }] } } }',
    ],
    [
      'stack.yaml',
      'Description: no AWS::ECS::TaskDefinition here\nResources:\n  Bucket:\n    Type: AWS::S3::Bucket\n    Properties: { BucketName: a }\n',
    ],
    [
      'service-stack.json',
      '{ "Resources": { "Service": { "Type": "AWS::ECS::Service", "Properties": { "TaskDefinition": "AWS::ECS::TaskDefinition" } } } }',
    ],
    [
      'ecs-service-def.json',
      '{ "serviceName": "web", "desiredCount": 2, "taskDefinition": "web:7", "tags": [{ "key": "containerDefinitions", "value": "1" }] }',
    ],
    [
      'appspec.yaml',
      'version: 0.0\nResources:\n  - TargetService:\n      Type: AWS::ECS::Service\n      Properties:\n        TaskDefinition: <TASK_DEFINITION>\n        LoadBalancerInfo: { ContainerName: containerDefinitions, ContainerPort: 80 }\n',
    ],
    ['tsconfig.json', '{ "compilerOptions": { "strict": true, /* containerDefinitions */ }, "include": ["src"], }'],
    [
      'schema.json',
      '{ "$schema": "x", "type": "object", "properties": { "containerDefinitions": { "type": "array" } } }',
    ],
    // By their names these would be task definitions.
    ['deploy-task-definition.yml', 'on: push\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps: []\n'],
    [
      'task-definition.schema.json',
      '{ "$id": "x", "type": "object", "properties": { "family": { "type": "string" } } }',
    ],
    [
      'task-definition.stack.yaml',
      'AWSTemplateFormatVersion: 2010-09-09\nResources:\n  A: { Type: AWS::SNS::Topic }\n',
    ],
    ['taskdef-compose.yaml', compose],
    ['ecs-task-definition.cr.yaml', 'apiVersion: v1\nkind: ConfigMap\ndata: {}\n'],
    ['ecs-task-appspec.yaml', 'version: 0.0\nResources:\n  - TargetService: { Type: AWS::ECS::Service }\n'],
    ['ecs-task-overrides.json', '{ "containerOverrides": [{ "name": "web", "command": ["ls"] }] }'],
    ['.taskdef.json', '{ "rules": { "image-tag-latest": "off" } }'],
  ];

  it.each(near)('%s', async (name, text) => {
    const snapshot = service.open(`file:///w/${name}`, text);
    expect(snapshot.definitions).toHaveLength(0);
    expect(await service.diagnose(snapshot)).toEqual([]);
  });

  it('still takes a file at its name when it is empty or misspelt', async () => {
    expect(service.open('file:///w/task-definition.json', '{}').definitions).toHaveLength(1);
    const misspelt = '{ "Family": "web", "ContainerDefinitions": [] }';
    expect(await loud('taskdef.json', misspelt)).not.toEqual([]);
  });
});

describe('several definitions in one file', () => {
  const one = (family: string, image: string) =>
    `{ "family": "${family}", "containerDefinitions": [{ "name": "a", "image": "${image}", "memory": 128 }] }`;

  it('are each checked in a template', async () => {
    const resource = (text: string) => JSON.parse(toTemplate(text)).Resources.Task;
    const template = {
      Resources: { Good: resource(one('a', 'a:1')), Topic: { Type: 'AWS::SNS::Topic' }, Bad: resource(one('b', 'a')) },
    };
    const pointer = '/Resources/Bad/Properties/ContainerDefinitions/0/Image';
    for (const [name, text] of [
      ['stack.json', JSON.stringify(template)],
      ['stack.yaml', stringify(template)],
    ] as const) {
      expect(service.open(`file:///w/${name}`, text).definitions).toHaveLength(2);
      expect(await loud(name, text)).toEqual([expect.stringContaining(pointer)]);
    }
  });

  it('have the names of their resources in the outline where they have no family', () => {
    const resource = { Type: 'AWS::ECS::TaskDefinition', Properties: { ContainerDefinitions: { Ref: 'Containers' } } };
    const text = JSON.stringify({ Resources: { Web: resource, Worker: resource } });
    expect(service.symbols(service.open('file:///w/stack.json', text)).map(({ name }) => name)).toEqual([
      'Web',
      'Worker',
    ]);
  });

  it('are each checked in a YAML stream, beside what is none', async () => {
    const stream = [toYaml(one('a', 'a')), 'kind: other\n', toYaml(one('b', 'b'))].join('---\n');
    expect(service.open('file:///w/all.yaml', stream).definitions).toHaveLength(2);
    const problems = await service.diagnose(service.open('file:///w/all.yaml', stream));
    expect(problems.filter(({ severity }) => severity === 'warning')).toHaveLength(2);
  });
});

describe('templates', () => {
  const template = (body: string) =>
    `Resources:\n  Task:\n    Type: AWS::ECS::TaskDefinition\n    Properties:\n${body}`;

  it.each([
    ['a transform beside properties', '      Family: a\n      Fn::Transform: { Name: AWS::Include }\n'],
    ['a transform instead of properties', '      Fn::Transform: { Name: AWS::Include }\n'],
    [
      'a loop beside properties',
      '      Family: a\n      Fn::ForEach::Each: [X, [A], { "${X}": 1 }]\n      ContainerDefinitions: [{ Name: a, Image: "a:1", Memory: 128 }]\n',
    ],
    [
      'a container that may be left out',
      '      ContainerDefinitions:\n        - { Name: a, Image: "a:1", Memory: 128, DependsOn: [{ ContainerName: b, Condition: START }] }\n        - !If [Debug, { Name: b, Image: "b:1", Memory: 128 }, !Ref AWS::NoValue]\n',
    ],
    [
      'the only essential container behind a condition',
      '      ContainerDefinitions:\n        - { Name: a, Image: "a:1", Memory: 128, Essential: false }\n        - Fn::If: [Debug, { Name: b, Image: "b:1", Memory: 128 }, { Name: c, Image: "c:1", Memory: 128 }]\n',
    ],
    [
      'a platform that is not known',
      '      RuntimePlatform: !If [Windows, { OperatingSystemFamily: WINDOWS_SERVER_2022_CORE }, !Ref AWS::NoValue]\n      ContainerDefinitions:\n        - { Name: a, Image: "a:1", Memory: 128, LogConfiguration: { LogDriver: awsfirelens } }\n',
    ],
    [
      'launch types that are not known',
      '      RequiresCompatibilities: !Ref Types\n      ContainerDefinitions:\n        - { Name: a, Image: "a:1", Memory: 128, PortMappings: [{ ContainerPort: 80, HostPort: 8080 }] }\n',
    ],
  ])('have no fault with %s', async (_, body) => {
    const yaml = template(body);
    expect(await loud('stack.yaml', yaml)).toEqual([]);
    if (!yaml.includes('!')) expect(await loud('stack.json', JSON.stringify(parseYaml(yaml)))).toEqual([]);
  });

  it('lack an image although other values are not known', async () => {
    const yaml = template('      Family: !Ref Name\n      ContainerDefinitions: [{ Name: a, Memory: 128 }]\n');
    expect(await loud('stack.yaml', yaml)).toEqual([expect.stringMatching(/^image-required /)]);
  });
});

describe('the skeleton of the AWS CLI', () => {
  const skeleton = {
    family: '',
    taskRoleArn: '',
    executionRoleArn: '',
    networkMode: 'none',
    containerDefinitions: [
      {
        name: '',
        image: '',
        cpu: 0,
        portMappings: [{ containerPort: 0, hostPort: 0, protocol: 'tcp' }],
        essential: true,
        environment: [{ name: '', value: '' }],
        dependsOn: [{ containerName: '', condition: 'SUCCESS' }],
        dockerLabels: { KeyName: '' },
        logConfiguration: { logDriver: 'syslog', options: { KeyName: '' } },
      },
    ],
    volumes: [{ name: '', host: { sourcePath: '' } }],
    requiresCompatibilities: ['EC2'],
    cpu: '',
    memory: '',
  };

  it('has the same findings in YAML', async () => {
    const json = await loud('task-definition.json', JSON.stringify(skeleton));
    expect(json).not.toEqual([]);
    expect(await loud('task-definition.yaml', stringify(skeleton))).toEqual(json);
  });
});

it('a template is advised in its own spelling', async () => {
  const template = `Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: app
          Image: nginx:1.27
          Memory: 128
          PortMapping: []
`;
  const found = await service.diagnose(service.open('file:///w/template.yaml', template));
  const unknown = found.find(({ rule }) => rule === 'unknown-property');
  expect(unknown?.message).toBe("Unknown property 'PortMapping'. Did you mean 'PortMappings'?");
  expect(unknown?.fix?.title).toBe("Rename to 'PortMappings'");
});
