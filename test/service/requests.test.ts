import { parse } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { service } from '../support/service';

const create = { serviceName: 'web', taskDefinition: 'web:7', desiredCount: 2, launchType: 'FARGATE' };
const ecspresso = {
  deploymentConfiguration: { maximumPercent: 200, minimumHealthyPercent: 100 },
  desiredCount: 1,
  enableECSManagedTags: false,
  launchType: 'FARGATE',
  networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'], assignPublicIp: 'DISABLED' } },
};

/** A document as JSON and as YAML. */
function both(name: string, data: object) {
  return [
    service.open(`file:///w/${name}.json`, JSON.stringify(data, null, 2)),
    service.open(`file:///w/${name}.yaml`, stringify(data)),
  ];
}

describe('requests about a task definition', () => {
  it.each<[string, object, string]>([
    ['web', create, 'CreateService'],
    ['ecs-service-def', ecspresso, 'CreateService'],
    ['deploy', ecspresso, 'CreateService'],
    ['update', { service: 'web', taskDefinition: 'web', forceNewDeployment: true }, 'UpdateService'],
    ['run', { taskDefinition: 'web', cluster: 'batch', count: 1, overrides: { containerOverrides: [] } }, 'RunTask'],
    ['ecs-service', {}, 'CreateService'],
    ['run-task', {}, 'RunTask'],
  ])('%s is one by its content or its name', async (name, data, action) => {
    for (const snapshot of both(name, data)) {
      expect(snapshot.requests.map((it) => it.action)).toEqual([action]);
      expect(snapshot.definitions).toEqual([]);
    }
  });

  it('are the services of a template, beside its task definitions', () => {
    const template = {
      Resources: {
        Task: { Type: 'AWS::ECS::TaskDefinition', Properties: { ContainerDefinitions: [] } },
        Service: {
          Type: 'AWS::ECS::Service',
          Properties: {
            TaskDefinition: { Ref: 'Task' },
            PlacementStrategies: [{ Type: 'random' }],
            LoadBalancers: [{ ContainerName: 'app', ContainerPort: '80' }],
          },
        },
      },
    };
    for (const { requests, definitions } of both('stack', template)) {
      expect(definitions).toHaveLength(1);
      expect(requests).toHaveLength(1);
      const input = requests[0]?.input;
      expect(input?.taskDefinition.unresolved).toBe(true);
      expect(input?.placementStrategy.items.map(({ type }) => type.literal)).toEqual(['random']);
      expect(input?.loadBalancers.items.map(({ containerPort }) => containerPort.literal)).toEqual([80]);
    }
  });

  it.each<[string, object]>([
    ['package', { name: 'web', version: '1.0.0', scripts: { taskDefinition: 'x' }, dependencies: {} }],
    ['compose', { services: { web: { image: 'nginx', deploy: { replicas: 2 } } } }],
    [
      'deployment',
      { apiVersion: 'v1', kind: 'Service', spec: { loadBalancers: [] }, loadBalancers: [], desiredCount: 1 },
    ],
    ['cluster', { cluster: 'web', launchType: 'FARGATE', networkConfiguration: {} }],
    ['app', { taskDefinition: { family: 'web' }, desiredCount: 1 }],
    ['values', { taskDefinition: 'web', replicas: 3 }],
    ['described', { services: [{ ...create, status: 'ACTIVE' }], failures: [] }],
    ['schema', { type: 'object', properties: { ...create }, desiredCount: 1, serviceName: 'x' }],
    ['imageDetail', { ImageURI: 'x' }],
    ['workflow', { on: 'push', jobs: {}, taskDefinition: 'web', cluster: 'c' }],
    ['balancers', { loadBalancers: [{ name: 'a' }] }],
  ])('%s is none', async (name, data) => {
    for (const snapshot of both(name, data)) {
      expect(snapshot.requests).toEqual([]);
      expect(await service.diagnose(snapshot)).toEqual([]);
    }
  });
});

describe('findings in a request', () => {
  const findings = async (data: object, name = 'service') =>
    Promise.all(
      both(name, data).map(async (snapshot) =>
        (await service.diagnose(snapshot)).map(({ rule, pointer, message }) => [rule, pointer, message]),
      ),
    );

  it.each<[string, object]>([
    ['a service', create],
    ['a service without names', ecspresso],
  ])('are none in %s that is right', async (_, data) => {
    expect(await findings(data)).toEqual([[], []]);
  });

  it('tell of what the schema of its action does not know', async () => {
    const data = { ...create, launchType: 'fargate', loadBalancer: [], desiredCount: '2' };
    const expected = [
      ['invalid-type', '/desiredCount', expect.stringContaining("'desiredCount' must be a whole number")],
      ['invalid-enum-value', '/launchType', expect.stringContaining("'FARGATE'")],
      ['unknown-property', '/loadBalancer', expect.stringContaining("'loadBalancers'")],
    ];
    expect(await findings(data)).toEqual([expected, expected]);
  });

  it('name the request where a member is missing in it', async () => {
    const message = "'taskDefinition' is missing in the request: ECS requires it.";
    const all = await findings({ cluster: 'batch' }, 'run-task');
    for (const found of all) expect(found).toContainEqual(['required-member-missing', '', message]);
  });

  it('leave placeholders and templates alone', async () => {
    const data = { ...create, desiredCount: '{{ must_env `COUNT` }}', launchType: '${LAUNCH_TYPE}' };
    expect(await findings(data)).toEqual([[], []]);
    const properties = { DesiredCount: '2', LaunchType: { Ref: 'Type' }, SomethingNew: 1 };
    expect(await findings({ Resources: { S: { Type: 'AWS::ECS::Service', Properties: properties } } })).toEqual([
      [],
      [],
    ]);
  });

  it('are mended by the same fixes', async () => {
    const text = JSON.stringify({ ...create, loadBalancer: [] });
    const snapshot = service.open('file:///w/web.json', text);
    const [problem] = await service.diagnose(snapshot);
    const [fix] = service.quickFixes(snapshot, problem ? [problem] : [], { offset: 0, end: text.length });
    expect(fix?.title).toBe("Rename to 'loadBalancers'");
    expect(parse(text)).toHaveProperty('loadBalancer');
  });
});
