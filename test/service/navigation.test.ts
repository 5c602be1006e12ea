import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../server/src/service';
import { definition } from '../../server/src/service/features/definition';
import { highlight } from '../../server/src/service/features/highlight';
import { references } from '../../server/src/service/features/references';
import { dialects, openIn } from '../support/marked-dialects';
import { openAt, service } from '../support/service';

/** Names are marked `«x:name»`, those that mean the same with the same letter, where they are defined with `«x!name»`. */
const json = `{
  "containerDefinitions": [
    {
      "name": "«a!app»",
      "links": ["«r:router»:logs", "«u:db»"],
      "dependsOn": [{ "containerName": "«r:router»", "condition": "START" }],
      "mountPoints": [{ "sourceVolume": "«d:data»", "containerPath": "/data" }],
      "portMappings": [{ "name": "«p!data»", "containerPort": 80 }],
      "logConfiguration": { "logDriver": "«f:awsfirelens»" }
    },
    {
      "name": "«r!router»",
      "volumesFrom": [{ "sourceContainer": "«a:app»" }],
      "«f!firelensConfiguration»": { "type": "fluentbit" }
    },
    { "name": "«t!\${app}-init»", "dependsOn": [{ "containerName": "«t:\${app}-init»" }] }
  ],
  "proxyConfiguration": { "containerName": "«r:router»" },
  "volumes": [{ "name": "«d!data»" }]
}`;

const yaml = `containerDefinitions:
  - name: «a!app»
    links: [«r:router»:logs, "«u:db»"]
    dependsOn:
      - containerName: '«r:router»'
        condition: START
    mountPoints:
      - sourceVolume: «d:data» # app
        containerPath: /data
    portMappings:
      - name: «p!data»
        containerPort: 80
    logConfiguration:
      logDriver: «f:awsfirelens»
  - name: «r!router»
    volumesFrom:
      - sourceContainer: "«a:app»"
    «f!firelensConfiguration»: { type: fluentbit }
  - name: «t!\${app}-init»
    dependsOn: [containerName: "«t:\${app}-init»"]
proxyConfiguration: { containerName: «r:router» }
volumes:
- name: «d!data»
`;

const template = `{
  "Parameters": { "«i!Image»": { "Type": "String" } },
  "Resources": {
    "«r!Role»": { "Type": "AWS::IAM::Role" },
    "«l!Logs»": { "Type": "AWS::Logs::LogGroup", "DependsOn": ["«r:Role»"] },
    "«t!Task»": {
      "Type": "AWS::ECS::TaskDefinition",
      "Properties": {
        "ExecutionRoleArn": { "Fn::GetAtt": ["«r:Role»", "Arn"] },
        "TaskRoleArn": { "Fn::GetAtt": "«r:Role».Arn" },
        "ContainerDefinitions": [
          {
            "Name": "«a!app»",
            "Image": { "Fn::Sub": "\${AWS::AccountId}/\${«i:Image»}:\${!Image}" },
            "PortMappings": [{ "Name": "«p!http»", "ContainerPort": 80 }],
            "MountPoints": [{ "SourceVolume": "«d:data»" }],
            "LogConfiguration": { "LogDriver": "awslogs", "Options": { "awslogs-group": { "Ref": "«l:Logs»" } } }
          },
          { "Name": { "Ref": "«i:Image»" }, "DependsOn": [{ "ContainerName": "«a:app»" }] }
        ],
        "Volumes": [{ "Name": "«d!data»" }]
      }
    },
    "«o!Other»": {
      "Type": "AWS::ECS::TaskDefinition",
      "Properties": { "ContainerDefinitions": [{ "Name": "«b!app»", "VolumesFrom": [{ "SourceContainer": "«b:app»" }] }] }
    },
    "«s!Service»": {
      "Type": "AWS::ECS::Service",
      "Properties": {
        "TaskDefinition": { "Ref": "«t:Task»" },
        "LoadBalancers": [{ "ContainerName": "«a:app»", "ContainerPort": 80 }],
        "ServiceConnectConfiguration": { "Services": [{ "PortName": "«p:http»" }] }
      }
    }
  }
}`;

const templateYaml = `Parameters:
  «i!Image»:
    Type: String
Resources:
  «r!Role»:
    Type: AWS::IAM::Role
  «l!Logs»:
    Type: AWS::Logs::LogGroup
    DependsOn: «r:Role»
  «t!Task»:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ExecutionRoleArn: !GetAtt «r:Role».Arn
      TaskRoleArn: { Fn::GetAtt: [«r:Role», Arn] }
      Family: !Join ['-', [!Ref «i:Image», !Sub ['\${X}', { X: !GetAtt [«l:Logs», Arn] }]]]
      ContainerDefinitions:
        - Name: «a!app»
          Image: !Sub "\${AWS::AccountId}/\${«i:Image»}:\${!Image}"
          PortMappings:
            - Name: «p!http»
              ContainerPort: 80
          MountPoints:
            - SourceVolume: «d:data»
          LogConfiguration:
            LogDriver: awslogs
            Options:
              awslogs-group: !Ref «l:Logs»
        - Name: !Ref «i:Image»
          DependsOn:
            - ContainerName: «a:app»
      Volumes:
        - Name: «d!data»
  «o!Other»:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: «b!app»
          VolumesFrom:
            - SourceContainer: «b:app»
  «s!Service»:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref «t:Task»
      LoadBalancers:
        - ContainerName: «a:app»
          ContainerPort: 80
      ServiceConnectConfiguration:
        Services:
          - PortName: «p:http»
`;

interface Mark {
  readonly group: string;
  readonly defines: boolean;
  readonly offset: number;
  readonly end: number;
}

function read(marked: string): { readonly text: string; readonly marks: readonly Mark[] } {
  const marks: Mark[] = [];
  let text = '';
  for (const piece of marked.split(/(«[^»]+»)/)) {
    const [, group, role, name] = /^«(\w)([:!])([^»]+)»$/.exec(piece) ?? [];
    if (group && name)
      marks.push({ group, defines: role === '!', offset: text.length, end: text.length + name.length });
    text += name ?? piece;
  }
  return { text, marks };
}

describe.each([
  ['JSON', 'file:///w/task-definition.json', json],
  ['YAML', 'file:///w/task-definition.yaml', yaml],
  ['CloudFormation JSON', 'file:///w/template.json', template],
  ['CloudFormation YAML', 'file:///w/template.yaml', templateYaml],
])('names in %s', (_, uri, marked) => {
  const { text, marks } = read(marked);
  const snapshot = service.open(uri, text);
  const line = ({ offset, end }: { readonly offset: number; readonly end: number }) =>
    `${text.slice(0, offset).split('\n').length}: ${text.slice(offset, end)}`;

  it.each(marks.map((mark) => [line(mark), mark] as const))('line %s', (_, mark) => {
    const same = marks.filter(({ group }) => group === mark.group);
    const definitions = same.filter(({ defines }) => defines);
    for (const offset of [mark.offset, mark.end]) {
      const target = definition(snapshot, offset);
      expect(target?.definitions.map(line)).toEqual(definitions.length > 0 ? definitions.map(line) : undefined);
      if (target) expect(line(target.origin)).toBe(line(mark));
      expect(references(snapshot, offset, true)?.map(line)).toEqual(same.map(line));
      expect(references(snapshot, offset, false)?.map(line)).toEqual(same.filter((it) => !it.defines).map(line));
      expect(highlight(snapshot, offset)?.map(({ span, kind }) => [line(span), kind])).toEqual(
        same.map((it) => [line(it), it.defines ? 'write' : 'read']),
      );
    }
  });
});

describe.each(dialects)('in $name nothing leads anywhere', (dialect) => {
  it.each([
    '{ "containerDefinitions": [{ "name": "app", "image": "ap|p" }] }',
    '{ "containerDefinitions": [{ "na|me": "app" }] }',
    '{ "containerDefinitions": [{ "name": "" }], "volumes": [{ "name": "|" }] }',
    '{ "containerDefinitions": [{ "links": ["app:ali|as"] }] }',
  ])('from %s', (marked) => {
    const { snapshot, offset } = openIn(dialect, marked);
    expect(leads(snapshot, offset)).toEqual([]);
  });
});

it('nothing leads anywhere from a placeholder without quotes', () => {
  const { snapshot, offset } = openAt('{ "containerDefinitions": [{ "name": {{ na|me }} }] }');
  expect(leads(snapshot, offset)).toEqual([]);
});

function leads(snapshot: Snapshot, offset: number) {
  const found = [definition(snapshot, offset), references(snapshot, offset, true), highlight(snapshot, offset)];
  return found.filter((it) => it !== undefined);
}

it('a name that is there twice leads to both', () => {
  const { snapshot, offset } = openAt(
    '{ "containerDefinitions": [{ "name": "a" }, { "name": "a" }, { "links": ["|a"] }] }',
  );
  expect(definition(snapshot, offset)?.definitions).toHaveLength(2);
});

it('documents of one YAML stream have names of their own', () => {
  const { snapshot, offset, text } = openAt(
    'containerDefinitions:\n- name: a\n- links: [a]\n---\ncontainerDefinitions:\n- name: a\n- links: [|a]\n',
    'file:///w/task-definition.yaml',
  );
  const second = text.lastIndexOf('name: a') + 6;
  expect(definition(snapshot, offset)?.definitions).toEqual([{ snapshot, offset: second, end: second + 1 }]);
});

it('a service file is searched for the name under the cursor', () => {
  const { snapshot, offset } = openAt(
    '{ "desiredCount": 1, "loadBalancers": [{ "containerName": "a|pp" }], "serviceRegistries": [{ "containerName": "app" }] }',
    'file:///w/service.json',
  );
  expect(references(snapshot, offset, false)).toHaveLength(2);
  expect(definition(snapshot, offset)).toBeUndefined();
});
