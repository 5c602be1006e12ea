import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../server/src/service';
import { toContainers, toTemplate, toYaml } from '../support/dialects';
import { service } from '../support/service';

const onEc2 = `{
  "family": "web",
  "requiresCompatibilities": ["EC2"],
  "networkMode": "bridge",
  "executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "public.ecr.aws/nginx/nginx:1.27",
      "memory": 512,
      "privileged": true,
      "portMappings": [{ "containerPort": 80, "hostPort": 8080 }],
      "logConfiguration": { "logDriver": "json-file" }
    }
  ],
  "volumes": [{ "name": "data", "host": { "sourcePath": "/srv" } }]
}
`;

async function ask(text: string, target: Parameters<typeof service.wouldRunOn>[2], name = 'task-definition.json') {
  const snapshot = service.open(`file:///w/${name}`, text);
  const report = await service.wouldRunOn(snapshot, 0, target);
  if (!report) throw new Error('no report');
  const left = await service.diagnose(service.open(`file:///w/${name}`, report.text));
  return { ...report, left: left.filter(({ severity }) => severity === 'error').map(({ rule }) => rule) };
}

describe('a definition for EC2 on Fargate', () => {
  it('tells all that has to change, and mends it', async () => {
    const { items, text, left } = await ask(onEc2, 'FARGATE');
    expect(items.map(({ rule }) => rule)).toEqual([
      undefined,
      'fargate-cpu-required',
      'fargate-memory-required',
      'fargate-network-mode',
      'fargate-privileged',
      'fargate-log-driver',
      'fargate-host-source-path',
      // Comes to light only once the network mode is mended.
      'awsvpc-host-port-mismatch',
      // The log group that a person has to name.
      'template-placeholder-left',
    ]);
    expect(left).toEqual([]);
    expect(text).toContain('"requiresCompatibilities": ["FARGATE"]');
    expect(text).toContain('"networkMode": "awsvpc"');
  });

  it('mends one thing alone, together with the launch type', async () => {
    const { items } = await ask(onEc2, 'FARGATE');
    const mode = items.find(({ rule }) => rule === 'fargate-network-mode');
    expect(applyChanges(onEc2, mode?.changes ?? [])).toBe(
      onEc2.replace('["EC2"]', '["FARGATE"]').replace('"bridge"', '"awsvpc"'),
    );
  });

  it('marks what only all changes together mend, and what they leave to a person', async () => {
    const text = onEc2.replace(
      '"name": "app",',
      '"name": "app",\n      "systemControls": [{ "namespace": "vm.swappiness", "value": "1" }],',
    );
    const { items, left } = await ask(text, 'FARGATE');
    const told = items.map(({ rule, mended, changes }) => [rule, mended, changes !== undefined]);
    expect(told).toContainEqual(['fargate-privileged', true, true]);
    expect(told).toContainEqual(['awsvpc-host-port-mismatch', true, false]);
    expect(items.filter(({ mended }) => !mended).map(({ rule }) => rule)).toEqual([
      'system-control-namespace',
      'template-placeholder-left',
    ]);
    expect(left).toEqual(['system-control-namespace']);
  });

  it('says so when nothing has to change', async () => {
    expect(await ask(onEc2, 'EC2')).toMatchObject({ items: [], text: onEc2, changes: [] });
  });
});

describe('the place of an item', () => {
  const two = onEc2.replace(
    '\n    }\n  ],\n  "volumes"',
    `
    },
    { "name": "proxy", "image": "public.ecr.aws/nginx/nginx:1.27", "memory": 128, "privileged": true },
    { "image": "public.ecr.aws/nginx/nginx:1.27", "memory": 128, "privileged": true }
  ],
  "volumes"`,
  );

  it.each([
    ['JSON', 'task-definition.json', two],
    ['YAML', 'task-definition.yaml', toYaml(two)],
    ['CloudFormation YAML', 'template.yaml', toYaml(toTemplate(two))],
  ])('tells containers apart in %s, and where they stand in the text as it is', async (_, name, text) => {
    const { items } = await ask(text, 'FARGATE', name);
    const privileged = items.filter(({ rule }) => rule === 'fargate-privileged');
    expect(privileged.map(({ place }) => place)).toEqual(['app', 'proxy', '#3']);
    expect(new Set(items.map(({ rule, span }) => `${rule} ${span.offset}`)).size).toBe(items.length);
    for (const { span } of privileged)
      expect(text.slice(text.lastIndexOf('\n', span.offset), span.end)).toMatch(/[pP]rivileged"?: true$/);
    const volume = items.find(({ rule }) => rule === 'fargate-host-source-path');
    expect(volume?.place).toBe('data');
    expect(items.find(({ rule }) => rule === 'fargate-network-mode')?.place).toBeUndefined();
    // Found only when the network mode has been mended, and the text before it has become longer.
    const late = items.find(({ rule }) => rule === 'awsvpc-host-port-mismatch');
    expect(late && text.slice(late.span.offset, late.span.end)).toBe('8080');
    expect(late?.place).toBe('app');
  });
});

it.each([onEc2, onEc2.replaceAll('\n', '\r\n')])('its changes make the text of the report', async (text) => {
  const report = await ask(text, 'FARGATE');
  expect(applyChanges(text, report.changes)).toBe(report.text);
  // No line's end of two characters is cut in two.
  for (const { offset, length } of report.changes) {
    expect(text.slice(offset - 1, offset + 1)).not.toBe('\r\n');
    expect(text.slice(offset + length - 1, offset + length + 1)).not.toBe('\r\n');
  }
});

it('names Windows in the platform, whether there is one or not', async () => {
  const named = await ask(onEc2, 'WINDOWS');
  expect(JSON.parse(named.text).runtimePlatform).toEqual({ operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' });
  const arm = onEc2.replace('"networkMode"', '"runtimePlatform": { "cpuArchitecture": "X86_64" },\n  "networkMode"');
  expect(JSON.parse((await ask(arm, 'WINDOWS')).text).runtimePlatform).toEqual({
    cpuArchitecture: 'X86_64',
    operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE',
  });
  expect((await ask(named.text, 'WINDOWS')).items.filter(({ rule }) => rule === undefined)).toEqual([]);
});

describe('a definition on another platform', () => {
  const rules = (items: readonly { readonly rule?: string; readonly mended: boolean }[], mended: boolean) =>
    items.filter((item) => item.mended === mended).map(({ rule }) => rule);

  it('has no network interface and no EFS on an external instance', async () => {
    const onFargate = onEc2
      .replace('"EC2"', '"FARGATE"')
      .replace('"bridge"', '"awsvpc"')
      .replace('"privileged": true,', '')
      .replace(
        '"host": { "sourcePath": "/srv" }',
        '"efsVolumeConfiguration": { "fileSystemId": "fs-0123456789abcdef0" }',
      );
    const { items, text, left } = await ask(onFargate, 'EXTERNAL');
    expect(rules(items, true)).toContain('external-network-mode');
    expect(rules(items, false)).toEqual(['external-efs']);
    expect(left).toEqual(['external-efs']);
    expect(JSON.parse(text).networkMode).toBe('bridge');
  });

  it('has the log drivers and the network of Managed Instances', async () => {
    const { items, text, left } = await ask(onEc2.replace('json-file', 'syslog'), 'MANAGED_INSTANCES');
    expect(rules(items, true)).toEqual(
      expect.arrayContaining(['managed-instances-network-mode', 'managed-instances-log-driver']),
    );
    expect(left).toEqual([]);
    expect(JSON.parse(text).networkMode).toBe('awsvpc');
  });

  it('is told which warnings the platform brings, and stays on the platform', async () => {
    const { items, text } = await ask(onEc2.replace('nginx:1.27', 'nginx:1.27-alpine'), 'WINDOWS');
    expect(rules(items, true)).toEqual(
      expect.arrayContaining(['windows-network-mode', 'windows-unsupported-parameter']),
    );
    expect(items.find(({ rule }) => rule === 'windows-image-linux-family')).toMatchObject({
      place: 'app',
      mended: false,
    });
    expect(JSON.parse(text)).toMatchObject({
      runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
      containerDefinitions: [{ image: 'public.ecr.aws/nginx/nginx:1.27-alpine' }],
    });
    expect(JSON.parse(text)).not.toHaveProperty('networkMode');
  });

  it('is not told what is to be warned of anyway', async () => {
    const latest = onEc2.replace('nginx:1.27', 'nginx:latest');
    expect((await ask(latest, 'WINDOWS')).items.map(({ rule }) => rule)).not.toContain('image-tag-latest');
  });
});

it('edits a template in its own spelling, and only the definition it is asked about', async () => {
  const resource = (name: string) => `  ${name}:
    Type: AWS::ECS::TaskDefinition
    Properties:
      RequiresCompatibilities: [EC2]
      NetworkMode: bridge
      Cpu: 256
      Memory: 512
      ContainerDefinitions:
        - Name: app
          Image: nginx:1.27
`;
  const template = `Resources:\n${resource('One')}${resource('Two')}`;
  const { text } = await ask(template, 'FARGATE', 'template.yaml');
  const mended = resource('One').replace('[EC2]', '[FARGATE]').replace('bridge', 'awsvpc');
  expect(text).toBe(`Resources:\n${mended}${resource('Two')}`);
});

it('has no report where there is no such definition', async () => {
  expect(await service.wouldRunOn(service.open('file:///w/task-definition.json', onEc2), 1, 'EC2')).toBeUndefined();
  const containers = service.open('file:///w/task-definition.json', toContainers(onEc2));
  expect(await service.wouldRunOn(containers, 0, 'EC2')).toBeUndefined();
});
