import { describe, expect, it } from 'vitest';
import { inlayHints } from '../../server/src/service/features/inlay-hints';
import { dialects, showMarks, write } from '../support/marked-dialects';
import { service } from '../support/service';

/** Cases are as an editor shows them: hints stand between `«` and `»`. */
const hint = /«[^»]*»/g;

/** A text with its hints of a kind in place. */
function shown(uri: string, text: string, kinds: readonly string[]): string {
  const hints = inlayHints(service.open(uri, text), { offset: 0, end: text.length });
  const marks = hints
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ offset, label }) => ({ offset, mark: `«${label}»` }));
  return showMarks({ text, marks });
}

const inMapping = (mode: string, mapping: string) =>
  `{ ${mode}, "containerDefinitions": [{ "portMappings": [{ ${mapping} }] }] }`;
const onWindows = '"runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE" }';
const efs = (members: string) =>
  `{ "networkMode": "host", "containerDefinitions": [], "volumes": [{ "efsVolumeConfiguration": { ${members} } }] }`;

const cases: Readonly<Record<string, readonly (readonly [what: string, shown: string])[]>> = {
  size: [
    [
      'numbers of the task and of containers',
      '{ "cpu": "256"«0.25 vCPU», "memory": "512"«0.5 GiB», "containerDefinitions": [{ "cpu": 10«0.01 vCPU», "memory": 128«0.125 GiB», "memoryReservation": 64«0.063 GiB» }] }',
    ],
    ['what says it itself', '{ "cpu": "1 vCPU", "memory": "2 GB", "containerDefinitions": [] }'],
    ['what a template engine fills in', '{ "cpu": "${CPU}", "memory": "{{ memory }}", "containerDefinitions": [] }'],
    ['what is no size', '{ "cpu": "many", "memory": null, "containerDefinitions": [{ "cpu": 0, "memory": -1 }] }'],
  ],
  port: [
    ['awsvpc', inMapping('"networkMode": "awsvpc"', '"containerPort": 80«host port 80»')],
    ['host', inMapping('"networkMode": "host"', '"containerPort": 80, "hostPort": 0«host port 80»')],
    ['bridge', inMapping('"networkMode": "bridge"', '"containerPort": 80«dynamic host port»')],
    [
      'the default of EC2',
      inMapping('"requiresCompatibilities": ["EC2"]', '"containerPort": 80, "hostPort": 0«dynamic host port»'),
    ],
    ['a stated port', inMapping('"networkMode": "bridge"', '"containerPort": 80, "hostPort": 8080')],
    ['a placeholder', inMapping('"networkMode": "bridge"', '"containerPort": 80, "hostPort": "${PORT}"')],
    ['no network', inMapping('"networkMode": "none"', '"containerPort": 80')],
    ['an unknown mode', inMapping('"networkMode": "${MODE}"', '"containerPort": 80')],
    ['an unknown port', inMapping('"networkMode": "awsvpc"', '"containerPort": "${PORT}"')],
  ],
  default: [
    [
      'the network mode, behind the family',
      '{ "family": "web"«network mode: bridge», "containerDefinitions": [{ "name": "a" }] }',
    ],
    [
      'the network mode, at the start without a family',
      '{«network mode: awsvpc» "requiresCompatibilities": ["MANAGED_INSTANCES"], "containerDefinitions": [{ "name": "a" }] }',
    ],
    [
      'the network mode of Windows',
      `{«network mode: default (NAT)» ${onWindows}, "containerDefinitions": [{ "name": "a" }] }`,
    ],
    [
      'the tag of an image without one',
      '{ "networkMode": "host", "containerDefinitions": [{ "image": "nginx"«:latest» }, { "image": "nginx:1" }, { "image": "nginx@sha256:0" }] }',
    ],
    ['the encryption that is missing', efs('"fileSystemId": "fs-12345678"«not encrypted in transit»')],
    ['encryption that is stated', efs('"fileSystemId": "fs-12345678", "transitEncryption": "ENABLED"')],
    ['no containers', '{ "family": "web", "containerDefinitions": [] }'],
    ['Fargate', '{ "requiresCompatibilities": ["FARGATE"], "containerDefinitions": [{ "name": "a" }] }'],
    ['unknown launch types', '{ "requiresCompatibilities": ["${TYPE}"], "containerDefinitions": [{ "name": "a" }] }'],
    ['unknown values', '{ "networkMode": "${MODE}", "containerDefinitions": [{ "image": "${IMAGE}" }] }'],
  ],
};

describe.each(dialects)('hints in $name', (dialect) => {
  describe.each(Object.entries(cases))('%s', (kind, rows) => {
    it.each(rows)('%s', (_, marked) => {
      const { text, marks } = write(dialect, marked, hint);
      expect(shown(dialect.uri, text, [kind])).toBe(showMarks({ text, marks }));
    });
  });

  it('are given within the asked span only', () => {
    const marked = '{ "cpu": "256"«», "memory": "512"«», "containerDefinitions": [] }';
    const { text, marks } = write(dialect, marked, hint);
    const snapshot = service.open(dialect.uri, text);
    const labels = (offset: number, end: number) => inlayHints(snapshot, { offset, end }).map(({ label }) => label);
    const [cpu = 0, memory = 0] = marks.map(({ offset }) => offset);
    expect(labels(0, cpu)).toEqual(['0.25 vCPU']);
    expect(labels(cpu + 1, memory)).toEqual(['0.5 GiB']);
    expect(labels(text.length + 1, text.length + 5)).toEqual([]);
  });
});

it('a size that is text in a container is a fault of JSON and YAML, and converted by CloudFormation', () => {
  const text = '{ "containerDefinitions": [{ "memoryReservation": "128"«0.125 GiB» }] }';
  for (const dialect of dialects) {
    const { text: clean, marks } = write(dialect, text, hint);
    expect(shown(dialect.uri, clean, ['size'])).toBe(dialect.isTemplate ? showMarks({ text: clean, marks }) : clean);
  }
});

it('functions of CloudFormation and bare lists of containers have none for what is not known', () => {
  const template = `Resources:
  Web:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Cpu: 512«0.5 vCPU»
      Memory: !Ref Memory
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Image: !Sub nginx
          PortMappings: [{ ContainerPort: 80«host port 80» }, { ContainerPort: !Ref Port }]
`;
  expect(shown('file:///w/template.yaml', template.replace(hint, ''), ['size', 'port', 'default'])).toBe(template);
  const list = '[{ "cpu": 256«0.25 vCPU», "portMappings": [{ "containerPort": 80 }] }]';
  const all = ['size', 'port', 'default'];
  expect(shown('file:///w/task-definition.json', list.replace(hint, ''), all)).toBe(list);
});
