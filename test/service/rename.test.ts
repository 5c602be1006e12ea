import { describe, expect, it } from 'vitest';
import { prepareRename, rename } from '../../server/src/service/features/rename';
import { applyChanges } from '../../server/src/service/syntax/edit';
import { openAt } from '../support/service';

/** The text after a rename at the `|`, the reason for none, or undefined when there is nothing to rename. */
function renamed(marked: string, newName: string, uri?: string): string | undefined {
  const { snapshot, offset, text } = openAt(marked, uri);
  const result = rename(snapshot, offset, newName);
  return result && ('refused' in result ? result.refused : applyChanges(text, result.documents[0]?.changes ?? []));
}

const yaml = 'file:///w/task-definition.yaml';

describe('rename in JSON', () => {
  it('changes the definition and every use of a container, and nothing else', () => {
    const before = `{ // app
  "family": "app",
  "containerDefinitions": [
    { "name": "app|", "image": "app", "portMappings": [{ "name": "app", "containerPort": 80 }] },
    { "name": "other", "links": ["app:app"], "dependsOn": [{ "containerName": "app", "condition": "START" }] }
  ],
  "proxyConfiguration": { "containerName": "app" },
  "volumes": [{ "name": "app" }],
}`;
    expect(renamed(before, 'web')).toBe(`{ // app
  "family": "app",
  "containerDefinitions": [
    { "name": "web", "image": "app", "portMappings": [{ "name": "app", "containerPort": 80 }] },
    { "name": "other", "links": ["web:app"], "dependsOn": [{ "containerName": "web", "condition": "START" }] }
  ],
  "proxyConfiguration": { "containerName": "web" },
  "volumes": [{ "name": "app" }],
}`);
  });

  it.each([
    ['a volume, from its use', '"mountPoints": [{ "sourceVolume": "|old" }] }], "volumes": [{ "name": "old" }]'],
    ['a volume that nothing defines', '"mountPoints": [{ "sourceVolume": "o|ld" }, { "sourceVolume": "old" }] }]'],
    ['a port', '"portMappings": [{ "name": "o|ld" }] }], "family": "x"'],
    ['an escaped name', '"mountPoints": [{ "sourceVolume": "|\\u006fld" }] }]'],
  ])('%s', (_, middle) => {
    const before = `{ "containerDefinitions": [{ ${middle} }`;
    expect(renamed(before, 'new')).toBe(before.replace('|', '').replaceAll(/(?:\\u006f|o)ld/g, 'new'));
  });

  it('keeps to the definition that the name belongs to', () => {
    const text = (first: string) => `{ "Resources": {
      "A": { "Type": "AWS::ECS::TaskDefinition", "Properties": { "ContainerDefinitions": [{ "Name": "${first}" }] } },
      "B": { "Type": "AWS::ECS::TaskDefinition", "Properties": { "ContainerDefinitions": [{ "Name": "app" }] } }
    } }`;
    expect(renamed(text('ap|p'), 'web')).toBe(text('web'));
  });
});

describe('rename in YAML', () => {
  it('keeps quotes, comments and plain scalars as they are', () => {
    const before = `containerDefinitions:
  - name: ap|p # app
    image: app
  - name: other
    links: [app:app, 'app']
    dependsOn:
      - containerName: "app"
        condition: START
`;
    expect(renamed(before, 'web', yaml)).toBe(`containerDefinitions:
  - name: web # app
    image: app
  - name: other
    links: [web:app, 'web']
    dependsOn:
      - containerName: "web"
        condition: START
`);
  });

  it.each(['123', 'true', 'No', '-', '--', '0x1F', '1e5', '2026-01-01', 'null', 'y'])(
    'quotes the name %s, that would be something else',
    (name) => {
      expect(renamed('containerDefinitions:\n  - name: ap|p\n  - links: [app, app:x]\n', name, yaml)).toBe(
        `containerDefinitions:\n  - name: "${name}"\n  - links: ["${name}", ${
          /^[-\d]/.test(name) ? `"${name}:x"` : `${name}:x`
        }]\n`,
      );
    },
  );
});

it('renames once what a YAML alias repeats', () => {
  expect(
    renamed(
      `containerDefinitions:
  - name: &web ap|p
  - dependsOn: &start
      - containerName: *web
        condition: START
      - { containerName: app, condition: START }
  - dependsOn: *start
`,
      'web',
      yaml,
    ),
  ).toBe(`containerDefinitions:
  - name: &web web
  - dependsOn: &start
      - containerName: *web
        condition: START
      - { containerName: web, condition: START }
  - dependsOn: *start
`);
});

it('renames in the services of a template that run the definition, and in no other', () => {
  const template = (name: string, use = name) => `Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: ${name}
          PortMappings: [{ Name: app, ContainerPort: 80 }]
        - Name: !Sub "app"
          DependsOn: [{ ContainerName: ${use}, Condition: START }]
  Service:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref Task
      LoadBalancers: [{ ContainerName: ${use}, ContainerPort: 80 }]
  Other:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: other
      LoadBalancers: [{ ContainerName: app, ContainerPort: 80 }]
`;
  expect(renamed(template('ap|p', 'app'), 'web', 'file:///w/template.yaml')).toBe(template('web'));
});

describe('refused, with the reason', () => {
  const containers =
    '{ "containerDefinitions": [{ "name": "ap|p", "portMappings": [{ "name": "http" }] }, { "name": "db" }] }';
  const rule = 'A name has 1 to 255 letters, digits, underscores and hyphens.';
  it.each([
    ['', rule],
    ['a b', rule],
    ['a"', rule],
    ['é', rule],
    ['a'.repeat(256), rule],
    ['db', "Another container has the name 'db'."],
  ])('%s', (name, reason) => {
    expect(renamed(containers, name)).toBe(reason);
  });

  it('takes names at the limits, of other kinds, and the name itself', () => {
    for (const name of ['a'.repeat(255), 'A_b-1', 'http', 'app'])
      expect(renamed(containers, name)).toBe(containers.replace('ap|p', name));
  });

  it('has its own rule for port names', () => {
    const port = '{ "containerDefinitions": [{ "portMappings": [{ "name": "ht|tp" }] }] }';
    expect(renamed(port, 'HTTP')).toMatch(/lower-case/);
    expect(renamed(port, '-x')).toMatch(/lower-case/);
    expect(renamed(port, '9000_a-b')).toBe(port.replace('ht|tp', '9000_a-b'));
  });
});

it('says beforehand what can be renamed', () => {
  const { snapshot, offset } = openAt('{ "containerDefinitions": [{ "links": ["|app:alias"] }] }');
  expect(prepareRename(snapshot, offset)).toEqual({
    kind: 'container',
    name: 'app',
    span: { offset, end: offset + 3 },
  });
});

it.each([
  '{ "containerDefinitions": [{ "name": "app", "image": "ap|p" }] }',
  '{ "containerDefinitions": [{ "logConfiguration": { "logDriver": "aws|firelens" } }] }',
  '{ "containerDefinitions": [], "family": "|x" }',
])('nothing to rename in %s', (marked) => {
  const { snapshot, offset } = openAt(marked);
  expect(prepareRename(snapshot, offset)).toBeUndefined();
  expect(rename(snapshot, offset, 'web')).toBeUndefined();
});
