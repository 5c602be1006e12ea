import { describe, expect, it } from 'vitest';
import type { Workspace } from '../../server/src/service/features/companions';
import { definition } from '../../server/src/service/features/definition';
import { mayLeadElsewhere } from '../../server/src/service/features/everywhere';
import { fileReferenceAt } from '../../server/src/service/features/file-references';
import { highlight } from '../../server/src/service/features/highlight';
import { references } from '../../server/src/service/features/references';
import { rename } from '../../server/src/service/features/rename';
import { applyChanges } from '../../server/src/service/syntax/edit';
import { toTemplate, toYaml } from '../support/dialects';
import { openAt, service } from '../support/service';

/*
 * Names are marked `«x:name»`, those that mean the same with the same letter in all files, where they are defined with `«x!name»`.
 */
const task = `{
  "family": "«f!web»",
  "containerDefinitions": [
    {
      "name": "«a!app»",
      "portMappings": [{ "name": "«p!http»", "containerPort": 8080 }],
      "mountPoints": [{ "sourceVolume": "«v:data»", "containerPath": "/data" }]
    },
    { "name": "«s!sidecar»", "dependsOn": [{ "containerName": "«a:app»", "condition": "START" }] }
  ],
  "volumes": [{ "name": "«v!data»", "configuredAtLaunch": true }]
}`;

const createService = `{
  "cluster": "app",
  "serviceName": "web",
  "taskDefinition": "«f:web»:3",
  "desiredCount": 2,
  "loadBalancers": [{ "containerName": "«a:app»", "containerPort": 8080 }],
  "serviceRegistries": [{ "containerName": "«a:app»" }, { "containerName": "«u:missing»" }],
  "serviceConnectConfiguration": { "enabled": true, "services": [{ "portName": "«p:http»", "discoveryName": "http" }] },
  "vpcLatticeConfigurations": [{ "portName": "«p:http»" }],
  "volumeConfigurations": [{ "name": "«v:data»" }]
}`;

const runTask = `{
  "taskDefinition": "arn:aws:ecs:eu-west-1:123456789012:task-definition/«f:web»",
  "count": 1,
  "overrides": { "containerOverrides": [{ "name": "«s:sidecar»", "command": ["app"] }, { "name": "«a:app»" }] },
  "volumeConfigurations": [{ "name": "«v:data»" }]
}`;

const appSpec = `{
  "version": 0.0,
  "Resources": [
    {
      "TargetService": {
        "Type": "AWS::ECS::Service",
        "Properties": {
          "TaskDefinition": "arn:aws:ecs:eu-west-1:123456789012:task-definition/«f:web»:7",
          "LoadBalancerInfo": { "ContainerName": "«a:app»", "ContainerPort": 8080 }
        }
      }
    }
  ]
}`;

const overrides =
  '{ "containerOverrides": [{ "name": "«a:app»", "environment": [{ "name": "app", "value": "data" }] }] }';

const other = '{ "taskDefinition": "other", "count": 1, "overrides": { "containerOverrides": [{ "name": "app" }] } }';

const serviceTemplate = `{
  "Resources": {
    "app": {
      "Type": "AWS::ECS::Service",
      "Properties": {
        "TaskDefinition": "«f:web»",
        "LoadBalancers": [{ "ContainerName": "«a:app»", "ContainerPort": 8080 }],
        "ServiceConnectConfiguration": { "Enabled": true, "Services": [{ "PortName": "«p:http»" }] },
        "VolumeConfigurations": [{ "Name": "«v:data»" }]
      }
    },
    "Other": {
      "Type": "AWS::ECS::Service",
      "Properties": { "TaskDefinition": { "Ref": "Parameter" }, "LoadBalancers": [{ "ContainerName": "app" }] }
    }
  }
}`;

type Files = Readonly<Record<string, string>>;

const json: Files = {
  'web/td.json': task,
  'service.json': createService,
  'run.json': runTask,
  'appspec.json': appSpec,
  'web/overrides.json': overrides,
  'other.json': other,
  'stack.template.json': serviceTemplate,
};

const yaml = Object.fromEntries(
  Object.entries(json).map(([name, text]) => [name.replace(/json$/, 'yaml'), toYaml(text)]),
);

const kinds: readonly (readonly [string, Files])[] = [
  ['JSON', json],
  ['YAML', yaml],
  ['a CloudFormation template in JSON', { ...json, 'web/td.json': toTemplate(task) }],
  ['a CloudFormation template in YAML', { ...yaml, 'web/td.yaml': toYaml(toTemplate(task)) }],
];

interface Mark {
  readonly uri: string;
  readonly group: string;
  readonly defines: boolean;
  readonly offset: number;
  readonly end: number;
}

function read(files: Files) {
  const marks: Mark[] = [];
  const snapshots = Object.entries(files).map(([name, marked]) => {
    const uri = `file:///w/${name}`;
    let text = '';
    for (const piece of marked.split(/(«[^»]+»)/)) {
      const [, group, role, word] = /^«(\w)([:!])([^»]+)»$/.exec(piece) ?? [];
      if (group && word)
        marks.push({ uri, group, defines: role === '!', offset: text.length, end: text.length + word.length });
      text += word ?? piece;
    }
    return service.open(uri, text);
  });
  return { marks, workspace: { snapshots } satisfies Workspace };
}

describe.each(kinds)('with the definition in %s', (_, files) => {
  const { marks, workspace } = read(files);
  const textOf = (uri: string) => workspace.snapshots.find((it) => it.uri === uri)?.document.getText() ?? '';
  const shown = ({ uri, offset, end }: Pick<Mark, 'uri' | 'offset' | 'end'>) => {
    const text = textOf(uri);
    return `${uri.replace('file:///w/', '')} ${text.slice(0, offset).split('\n').length}: ${text.slice(offset, end)}`;
  };
  const placed = (all: ReturnType<typeof references>) =>
    all?.map((it) => shown({ ...it, uri: it.snapshot.uri })).toSorted();

  it.each(marks.map((mark) => [shown(mark), mark] as const))('%s', (_, mark) => {
    const snapshot = workspace.snapshots.find(({ uri }) => uri === mark.uri);
    if (!snapshot) throw new Error('no document');
    const same = marks.filter(({ group }) => group === mark.group);
    for (const offset of [mark.offset, mark.end]) {
      expect(mayLeadElsewhere(snapshot, offset)).toBe(true);
      const target = definition(snapshot, offset, workspace);
      const defined = same.filter(({ defines }) => defines).map(shown);
      expect(placed(target?.definitions)).toEqual(defined.length > 0 ? defined : undefined);
      if (target)
        expect(textOf(mark.uri).slice(target.origin.offset, target.origin.end)).toBe(shown(mark).split(': ')[1]);
      expect(placed(references(snapshot, offset, true, workspace))).toEqual(same.map(shown).toSorted());
      expect(placed(references(snapshot, offset, false, workspace))).toEqual(
        same
          .filter(({ defines }) => !defines)
          .map(shown)
          .toSorted(),
      );
      // What is marked stays in the document.
      for (const { span } of highlight(snapshot, offset) ?? [])
        expect(marks.some((it) => it.uri === mark.uri && it.offset === span.offset && it.group === mark.group)).toBe(
          true,
        );
    }
  });

  it.each(marks.flatMap((mark) => (/[asvp]/.test(mark.group) ? [[shown(mark), mark] as const] : [])))(
    'renamed from %s',
    (_, mark) => {
      const snapshot = workspace.snapshots.find(({ uri }) => uri === mark.uri);
      const renaming = snapshot && rename(snapshot, mark.offset, 'renamed', workspace);
      if (!renaming || 'refused' in renaming) throw new Error('not renamed');
      const after = Object.fromEntries(
        renaming.documents.map(({ snapshot: { uri, document }, changes }) => [
          uri,
          applyChanges(document.getText(), changes),
        ]),
      );
      const expected = Object.entries(files).flatMap(([name, marked]) => {
        const own = new RegExp(`«${mark.group}[:!][^»]+»`, 'g');
        if (!own.test(marked)) return [];
        return [[`file:///w/${name}`, marked.replace(own, 'renamed').replaceAll(/«\w[:!]([^»]+)»/g, '$1')]];
      });
      expect(after).toEqual(Object.fromEntries(expected));
    },
  );
});

describe('a rename that begins in another file', () => {
  const files = { 'td.json': task, 's.json': createService };
  const { marks, workspace } = read(files);
  const [, request] = workspace.snapshots;
  const container = marks.find(({ uri, group }) => uri === request?.uri && group === 'a');

  it('is refused for a name that the definition has already', () => {
    const renaming = request && container && rename(request, container.offset, 'sidecar', workspace);
    expect(renaming).toEqual({ refused: "Another container has the name 'sidecar'." });
  });

  it('stays in that file where no definition is known', () => {
    const renaming = request && container && rename(request, container.offset, 'x');
    if (!renaming || 'refused' in renaming) throw new Error('not renamed');
    expect(renaming.documents.map(({ snapshot, changes }) => [snapshot, changes.length])).toEqual([[request, 2]]);
  });
});

it('what a pipeline fills in leads to the definition that is meant', () => {
  const spec = openAt(
    `Resources:\n  - TargetService:\n      Type: AWS::ECS::Service\n      Properties: { TaskDefinition: <TASK|_DEFINITION> }\n`,
    'file:///w/appspec.yaml',
  );
  const beside = service.open('file:///w/td.yaml', 'family: web\ncontainerDefinitions: []\n');
  const workspace = { snapshots: [beside] };
  expect(mayLeadElsewhere(spec.snapshot, spec.offset)).toBe(true);
  expect(definition(spec.snapshot, spec.offset, workspace)?.definitions).toEqual([
    { snapshot: beside, offset: 8, end: 11 },
  ]);
  expect(definition(spec.snapshot, spec.offset)).toBeUndefined();
});

it('nothing else needs the workspace', () => {
  for (const marked of [
    '{ "containerDefinitions": [{ "name": "app", "image": "ap|p" }] }',
    '{ "Resources": { "T|": { "Type": "AWS::ECS::TaskDefinition", "Properties": { "ContainerDefinitions": [] } } } }',
    '{ "name": "ap|p", "dependencies": {} }',
  ]) {
    const { snapshot, offset } = openAt(marked, 'file:///w/x.json');
    expect(mayLeadElsewhere(snapshot, offset)).toBe(false);
  }
});

describe('files of the workspace', () => {
  const root = ['Dockerfile', 'app/Dockerfile', 'app/prod.env', 'ci/app/prod.env', 'ci/.env', 'logs/extra.conf'];
  const found = (member: string, files: readonly string[] = root, uri?: string) => {
    const { snapshot, offset } = openAt(`{ "containerDefinitions": [{ ${member} }] }`, uri);
    const reference = fileReferenceAt(snapshot, offset);
    return reference?.find(files.map((name) => `file:///w/${name}`)).map((it) => it.replace('file:///w/', ''));
  };
  const env = (value: string) => `"environmentFiles": [{ "value": "${value}", "type": "s3" }]`;

  it.each([
    [env('arn:aws:s3:::bu|cket/prod.env'), ['app/prod.env', 'ci/app/prod.env']],
    [env('arn:aws:s3:::bucket/ci/app/prod.env|'), ['ci/app/prod.env']],
    [env('arn:aws:s3:::$|{BUCKET}/.env'), ['ci/.env']],
    [env('arn:aws:s3:::bucket/${ST|AGE}.env'), []],
    [env('arn:aws:s3:::bucket/de|v.env'), []],
    [
      '"firelensConfiguration": { "options": { "config-file-value": "/fluent-bit/etc/ex|tra.conf" } }',
      ['logs/extra.conf'],
    ],
    [
      '"firelensConfiguration": { "options": { "config-file-value": "arn:aws:s3:::b/ex|tra.conf" } }',
      ['logs/extra.conf'],
    ],
    ['"image": "123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/ap|p:1.2"', ['app/Dockerfile']],
    ['"image": "ap|p:${TAG}"', ['app/Dockerfile']],
    ['"image": "public.ecr.aws/nginx/ngi|nx:1.27"', []],
    ['"image": "123456789012.dkr.ecr.eu-west-1.amazonaws.com/we|b:1.2"', []],
    ['"name": "ap|p"', undefined],
  ] as const)('%s', (member, files) => {
    expect(found(member)).toEqual(files);
  });

  it.each([
    ['"image": "123456789012.dkr.ecr.eu-west-1.amazonaws.com/we|b:1.2"', ['deploy/Dockerfile']],
    ['"image": "<IM|AGE>"', ['deploy/Dockerfile']],
    ['"image": "ngi|nx:1.27"', []],
  ])('the only Dockerfile, beside the definition: %s', (member, files) => {
    const uri = 'file:///w/deploy/task-definition.json';
    expect(found(member, ['deploy/Dockerfile', 'x.env'], uri)).toEqual(files);
    expect(found(member, ['deploy/Dockerfile', 'other/Dockerfile'], uri)).toEqual([]);
    expect(found(member, ['Dockerfile'], uri)).toEqual([]);
  });

  it('too many are no answer', () => {
    const files = (count: number) => Array.from({ length: count }, (_, index) => `${index}/app/Dockerfile`);
    expect(found('"image": "ap|p"', files(5))).toHaveLength(5);
    expect(found('"image": "ap|p"', files(6))).toEqual([]);
  });
});
