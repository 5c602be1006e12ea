import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../server/src/service';
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
      'fargate-network-mode',
      'fargate-privileged',
      'fargate-log-driver',
      'fargate-host-source-path',
      // Comes to light only once the network mode is mended.
      'awsvpc-host-port-mismatch',
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

  it('says so when nothing has to change', async () => {
    expect(await ask(onEc2, 'EC2')).toMatchObject({ items: [], text: onEc2 });
  });
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
});
