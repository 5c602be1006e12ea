import { describe, expect, it } from 'vitest';
import { inlayHints } from '../../server/src/service/features/inlay-hints';
import { service } from '../support/service';

/** The text with its hints of a kind in place, as an editor shows them. */
const shown = (text: string, ...kinds: readonly string[]) => {
  const hints = inlayHints(service.open('file:///w/task-definition.json', text), { offset: 0, end: text.length });
  return hints
    .filter(({ kind }) => kinds.includes(kind))
    .toReversed()
    .reduce((before, { offset, label }) => `${before.slice(0, offset)}«${label}»${before.slice(offset)}`, text);
};

describe('sizes', () => {
  it('stand behind numbers of the task and of containers', () => {
    expect(
      shown(
        '{ "cpu": "256", "memory": "512", "containerDefinitions": [{ "cpu": 10, "memory": 128, "memoryReservation": 64 }] }',
        'size',
      ),
    ).toBe(
      '{ "cpu": "256"«0.25 vCPU», "memory": "512"«0.5 GiB», "containerDefinitions": [{ "cpu": 10«0.01 vCPU», "memory": 128«0.125 GiB», "memoryReservation": 64«0.063 GiB» }] }',
    );
  });

  it.each([
    '{ "cpu": "1 vCPU", "memory": "2 GB", "containerDefinitions": [] }',
    '{ "cpu": "${CPU}", "memory": "{{ memory }}", "containerDefinitions": [] }',
    '{ "cpu": "many", "memory": null, "containerDefinitions": [{ "cpu": 0, "memory": -1, "memoryReservation": "128" }] }',
  ])('leave out what says it itself or is not known: %s', (text) => {
    expect(shown(text, 'size')).toBe(text);
  });
});

describe('ports', () => {
  const ports = (mode: string, mapping: string) =>
    shown(`{ ${mode}, "containerDefinitions": [{ "portMappings": [{ ${mapping} }] }] }`, 'port').match(
      /\[\{ ("[ch].*) \}\] \}\]/,
    )?.[1];

  it.each([
    ['"networkMode": "awsvpc"', '"containerPort": 80', '"containerPort": 80«host port 80»'],
    ['"networkMode": "host"', '"containerPort": 80, "hostPort": 0', '"containerPort": 80, "hostPort": 0«host port 80»'],
    ['"networkMode": "bridge"', '"containerPort": 80', '"containerPort": 80«dynamic host port»'],
    [
      '"requiresCompatibilities": ["EC2"]',
      '"containerPort": 80, "hostPort": 0',
      '"containerPort": 80, "hostPort": 0«dynamic host port»',
    ],
    ['"networkMode": "bridge"', '"containerPort": 80, "hostPort": 8080', '"containerPort": 80, "hostPort": 8080'],
    [
      '"networkMode": "bridge"',
      '"containerPort": 80, "hostPort": "${PORT}"',
      '"containerPort": 80, "hostPort": "${PORT}"',
    ],
    ['"networkMode": "none"', '"containerPort": 80', '"containerPort": 80'],
    ['"networkMode": "${MODE}"', '"containerPort": 80', '"containerPort": 80'],
    ['"networkMode": "awsvpc"', '"containerPort": "${PORT}"', '"containerPort": "${PORT}"'],
  ])('%s: %s', (mode, mapping, expected) => {
    expect(ports(mode, mapping)).toBe(expected);
  });
});

describe('defaults', () => {
  it('tell the network mode that holds, behind the family or at the start', () => {
    expect(shown('{ "family": "web", "containerDefinitions": [{}] }', 'default')).toBe(
      '{ "family": "web"«network mode: bridge», "containerDefinitions": [{}] }',
    );
    expect(
      shown('{ "requiresCompatibilities": ["MANAGED_INSTANCES"], "containerDefinitions": [{}] }', 'default'),
    ).toMatch(/^\{«network mode: awsvpc»/);
    expect(
      shown(
        '{ "runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE" }, "containerDefinitions": [{}] }',
        'default',
      ),
    ).toMatch(/^\{«network mode: default \(NAT\)»/);
  });

  it('tell the tag of an image without one, and the encryption that is missing', () => {
    expect(
      shown(
        '{ "networkMode": "host", "containerDefinitions": [{ "image": "nginx" }], "volumes": [{ "efsVolumeConfiguration": { "fileSystemId": "fs-12345678" } }] }',
        'default',
      ),
    ).toBe(
      '{ "networkMode": "host", "containerDefinitions": [{ "image": "nginx"«:latest» }], "volumes": [{ "efsVolumeConfiguration": { "fileSystemId": "fs-12345678"«not encrypted in transit» } }] }',
    );
  });

  it.each([
    '{ "family": "web", "containerDefinitions": [] }',
    '{ "requiresCompatibilities": ["FARGATE"], "containerDefinitions": [{}] }',
    '{ "requiresCompatibilities": ["${LAUNCH_TYPE}"], "containerDefinitions": [{}] }',
    '{ "networkMode": "${MODE}", "containerDefinitions": [{ "image": "nginx:1" }, { "image": "nginx@sha256:0" }, { "image": "${IMAGE}" }] }',
    '{ "networkMode": "host", "containerDefinitions": [], "volumes": [{ "efsVolumeConfiguration": { "fileSystemId": "fs-1", "transitEncryption": "ENABLED" } }] }',
  ])('are silent where nothing is missing or known: %s', (text) => {
    expect(shown(text, 'default')).toBe(text);
  });
});

it('hints within the asked span only', () => {
  const text = '{ "cpu": "256", "memory": "512", "containerDefinitions": [] }';
  const snapshot = service.open('file:///w/task-definition.json', text);
  const labels = (offset: number, end: number) => inlayHints(snapshot, { offset, end }).map(({ label }) => label);
  expect(labels(0, 20)).toEqual(['0.25 vCPU']);
  expect(labels(20, text.length)).toEqual(['0.5 GiB']);
  expect(labels(text.length + 1, text.length + 5)).toEqual([]);
});

it('reads CloudFormation and bare lists of containers', () => {
  const template =
    '{ "Resources": { "Web": { "Type": "AWS::ECS::TaskDefinition", "Properties": { "Cpu": 512, "NetworkMode": "awsvpc", "ContainerDefinitions": [{ "Image": { "Ref": "Image" }, "PortMappings": [{ "ContainerPort": 80 }] }] } } } }';
  expect(shown(template, 'size', 'port', 'default')).toBe(
    template.replace('512', '512«0.5 vCPU»').replace('80', '80«host port 80»'),
  );
  expect(shown('[{ "cpu": 256, "portMappings": [{ "containerPort": 80 }] }]', 'size', 'port', 'default')).toBe(
    '[{ "cpu": 256«0.25 vCPU», "portMappings": [{ "containerPort": 80 }] }]',
  );
});
