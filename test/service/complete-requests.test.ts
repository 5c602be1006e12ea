import { describe, expect, it } from 'vitest';
import { accepted, proposals } from '../support/accept';
import { definition, type RequestDialect, requestDialects } from '../support/request-dialects';
import { service } from '../support/service';

/** Marks a value, or with `key` the place of a key, that is still to be written. */
const here = '@@';
const key = { [here]: 0 };

const workspace = {
  snapshots: [service.open('file:///w/web.task-definition.json', JSON.stringify(definition))],
};
const base = { serviceName: 'web', taskDefinition: 'web:7', desiredCount: 2 };

function marked(dialect: RequestDialect, request: object): string {
  return dialect.write(request).replace(/"@@"(?:: 0)?/, '|');
}

/** Data with the value at the mark, or with the members. */
function filled(data: unknown, value: unknown): unknown {
  if (data === here) return value;
  if (Array.isArray(data)) return data.map((item) => filled(item, value));
  if (typeof data !== 'object' || data === null) return data;
  const { [here]: mark, ...rest } = data as Record<string, unknown>;
  const members = Object.fromEntries(Object.entries(rest).map(([name, member]) => [name, filled(member, value)]));
  return mark === undefined ? members : { ...members, ...(value as object) };
}

const subnets = ['subnet-0123456789abcdef0', 'subnet-0123456789abcdef1'];
const vpc = { subnets, securityGroups: ['sg-0123456789abcdef0'], assignPublicIp: 'DISABLED' };
const targetGroup = {
  targetGroupArn: 'arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/web/0123456789abcdef',
  containerName: 'app',
  containerPort: 8080,
};
const inStrategy = (...items: object[]) => ({ ...base, capacityProviderStrategy: items });
const inConnect = (members: object) => ({ ...base, serviceConnectConfiguration: { enabled: true, ...members } });

const cases: readonly (readonly [what: string, request: object, label: string, value: unknown])[] = [
  ['a launch type', { ...base, launchType: here }, 'FARGATE', 'FARGATE'],
  ['a flag', { ...base, enableExecuteCommand: here }, 'true', true],
  ['a container', { ...base, loadBalancers: [{ containerName: here }] }, 'app', 'app'],
  ['a port of it', { ...base, loadBalancers: [{ containerName: 'app', containerPort: here }] }, '9090', 9090],
  ['a container of a registry', { ...base, serviceRegistries: [{ containerName: here }] }, 'app', 'app'],
  ['a port of a registry', { ...base, serviceRegistries: [{ containerPort: here }] }, '8080', 8080],
  ['a named port', inConnect({ services: [{ portName: here }] }), 'http', 'http'],
  [
    'the port that clients use',
    inConnect({ services: [{ portName: 'http', clientAliases: [{ port: here }] }] }),
    '8080',
    8080,
  ],
  ['a named port of VPC Lattice', { ...base, vpcLatticeConfigurations: [{ portName: here }] }, 'http', 'http'],
  ['a volume', { ...base, volumeConfigurations: [{ name: here }] }, 'disk', 'disk'],
  ['a capacity provider', inStrategy({ capacityProvider: here }), 'FARGATE_SPOT', 'FARGATE_SPOT'],
  [
    'what tasks are spread over',
    { ...base, launchType: 'EC2', placementStrategy: [{ type: 'spread', field: here }] },
    'attribute:ecs.availability-zone',
    'attribute:ecs.availability-zone',
  ],
  [
    'a subnet',
    { ...base, networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1', here] } } },
    'subnet-0123456789abcdef0',
    'subnet-0123456789abcdef0',
  ],
  [
    'a list of subnets',
    { ...base, networkConfiguration: { awsvpcConfiguration: { subnets: here } } },
    'subnet-0123456789abcdef0',
    ['subnet-0123456789abcdef0'],
  ],
  ['the network', { ...base, networkConfiguration: here }, 'Private subnets', { awsvpcConfiguration: vpc }],
  ['load balancers', { ...base, loadBalancers: here }, 'Application Load Balancer', [targetGroup]],
  ['a load balancer', { ...base, loadBalancers: [here] }, 'Network Load Balancer', targetGroup],
  [
    'a capacity provider strategy',
    { ...base, capacityProviderStrategy: here },
    'Fargate and Fargate Spot',
    [
      { capacityProvider: 'FARGATE', base: 1, weight: 1 },
      { capacityProvider: 'FARGATE_SPOT', weight: 3 },
    ],
  ],
  [
    'another capacity provider',
    inStrategy({ capacityProvider: 'FARGATE', weight: 1 }, key),
    'Fargate Spot',
    { capacityProvider: 'FARGATE_SPOT', weight: 3 },
  ],
  [
    'a deployment',
    { ...base, deploymentConfiguration: key },
    'Rolling update with circuit breaker',
    {
      minimumHealthyPercent: 100,
      maximumPercent: 200,
      deploymentCircuitBreaker: { enable: true, rollback: true },
    },
  ],
  [
    'a circuit breaker',
    { ...base, deploymentConfiguration: { deploymentCircuitBreaker: here } },
    'Circuit breaker with rollback',
    { enable: true, rollback: true },
  ],
  [
    'Service Connect',
    { ...base, serviceConnectConfiguration: here },
    'Service Connect for others',
    {
      enabled: true,
      namespace: 'local',
      services: [{ portName: 'http', clientAliases: [{ port: 8080, dnsName: 'web' }] }],
    },
  ],
  [
    'an EBS volume',
    { ...base, volumeConfigurations: [here] },
    'EBS volume',
    {
      name: 'disk',
      managedEBSVolume: {
        roleArn: 'arn:aws:iam::111122223333:role/ecsInfrastructureRole',
        volumeType: 'gp3',
        sizeInGiB: 20,
        encrypted: true,
        filesystemType: 'xfs',
      },
    },
  ],
];

describe.each(requestDialects)('in a service in $name', (dialect) => {
  const labels = (request: object) =>
    proposals(marked(dialect, request), dialect.uri, workspace).map(({ label }) => label);
  const detail = (request: object, label: string) =>
    proposals(marked(dialect, request), dialect.uri, workspace).find((it) => it.label === label)?.detail;

  it.each(cases)('%s is completed', (_, request, label, value) => {
    const text = accepted(marked(dialect, request), label, dialect.uri, workspace);
    expect(dialect.read(text)).toEqual(dialect.spell(filled(request, value) as object));
  });

  it('whole values leave no error', async () => {
    const shifting = { ...base, deploymentConfiguration: { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 5 } };
    const places = [
      ...cases.map(([, request]) => request),
      { ...shifting, loadBalancers: [here] },
      { ...base, deploymentConfiguration: here },
      { ...base, launchType: 'EC2', placementStrategy: here },
    ];
    for (const request of places) {
      const text = marked(dialect, request);
      for (const { kind, label } of proposals(text, dialect.uri, workspace)) {
        if (kind !== 'snippet') continue;
        const snapshot = service.open(dialect.uri, accepted(text, label, dialect.uri, workspace));
        const problems = await service.diagnose(snapshot);
        expect(
          // What the rest of the service lacks is no matter of the value.
          problems.filter(
            ({ severity, pointer }) => severity === 'error' && pointer !== '/Resources/Service/Properties',
          ),
          label,
        ).toEqual([]);
      }
    }
  });

  it('members are those used most first, and what has no place is last with the reason', () => {
    const found = labels({ ...base, launchType: 'FARGATE', ...key });
    const position = (name: string) => found.indexOf(dialect.member(name));
    expect(found).not.toContain(dialect.member('desiredCount'));
    expect(position('networkConfiguration')).toBeLessThan(position('loadBalancers'));
    expect(position('loadBalancers')).toBeLessThan(position('deploymentController'));
    expect(position('deploymentController')).toBeLessThan(position('placementStrategy'));
    expect(detail({ ...base, launchType: 'FARGATE', ...key }, dialect.member('capacityProviderStrategy'))).toMatch(
      /^not with launchType · /,
    );
    expect(detail({ ...base, ...key }, dialect.member('role'))).toMatch(/^not in awsvpc network mode · /);
  });

  it('a Classic Load Balancer is last', () => {
    const request = { ...base, loadBalancers: [key] };
    expect(labels(request).slice(0, 2)).toEqual(['Application Load Balancer', 'Network Load Balancer']);
    expect(labels(request).at(-1)).toBe(dialect.member('loadBalancerName'));
    expect(detail(request, dialect.member('loadBalancerName'))).toMatch(/^Classic Load Balancer, never/);
  });

  it('names that do not fit are last, with the reason', () => {
    expect(labels({ ...base, loadBalancers: [{ containerName: here }] })).toEqual(['app', 'sidecar']);
    expect(detail({ ...base, loadBalancers: [{ containerName: here }] }, 'sidecar')).toMatch(/^maps no port/);
    expect(labels({ ...base, volumeConfigurations: [{ name: here }] })).toEqual(['disk', 'scratch']);
    expect(detail({ ...base, launchType: here }, 'EC2')).toMatch(/^the task definition is for Fargate · /);
    expect(detail({ ...base, launchType: here }, 'MANAGED_INSTANCES')).toMatch(/^by a capacity provider strategy/);
  });

  it('options are those of the log driver of Service Connect', () => {
    const log = (members: object) => inConnect({ logConfiguration: { logDriver: 'awslogs', options: members } });
    expect(labels(log(key)).slice(0, 2)).toEqual(['awslogs-group', 'awslogs-region']);
    expect(labels(log({ 'awslogs-group': here }))).toContain('/ecs/web');
  });
});

describe('the task definition of a service', () => {
  const [json, yaml, templateJson, templateYaml] = requestDialects;
  const { taskDefinition: _, ...rest } = base;

  it.each([json, yaml])('is one of the workspace in $name', (dialect) => {
    if (!dialect) throw new Error('no dialect');
    const text = marked(dialect, { ...rest, launchType: 'FARGATE', taskDefinition: here });
    const [first] = proposals(text, dialect.uri, workspace);
    expect(first).toMatchObject({ label: 'web', detail: 'Fargate · app:8080, sidecar · in web.task-definition.json' });
    expect(dialect.read(accepted(text, 'web', dialect.uri, workspace))).toMatchObject({ taskDefinition: 'web' });
  });

  it.each([
    [templateYaml, '!Ref Task', /TaskDefinition: !Ref Task\n/],
    [templateJson, 'Ref Task', /"TaskDefinition": \{ "Ref": "Task" \}/],
  ])('is a resource of the template', (dialect, label, expected) => {
    if (!dialect) throw new Error('no dialect');
    const text = dialect.write(base).replace(/(TaskDefinition"?:)(?: \{\s*"Ref": "Task"\s*\}|\s*Ref: Task)/, '$1 |');
    expect(accepted(text, label, dialect.uri)).toMatch(expected);
  });
});

it.each([
  ['a role', 'VolumeConfigurations: [{ Name: disk, ManagedEBSVolume: { RoleArn: | } }]', '!GetAtt Role.Arn'],
  ['a target group', 'LoadBalancers: [{ TargetGroupArn: | }]', '!Ref Group'],
  [
    'a security group',
    'NetworkConfiguration: { AwsvpcConfiguration: { SecurityGroups: [|] } }',
    '!GetAtt Wall.GroupId',
  ],
  ['a namespace', 'ServiceConnectConfiguration: { Enabled: true, Namespace: | }', '!GetAtt Names.Arn'],
])('%s of a service is a resource of the template', (_, property, label) => {
  const resources = {
    Role: 'AWS::IAM::Role',
    Group: 'AWS::ElasticLoadBalancingV2::TargetGroup',
    Wall: 'AWS::EC2::SecurityGroup',
    Names: 'AWS::ServiceDiscovery::HttpNamespace',
  };
  const others = Object.entries(resources).map(([id, type]) => `  ${id}: { Type: '${type}' }\n`);
  const text = `Resources:\n${others.join('')}  Service:\n    Type: AWS::ECS::Service\n    Properties:\n      DesiredCount: 1\n      ${property}\n`;
  expect(proposals(text, 'file:///w/template.yaml')[0]?.label).toBe(label);
  expect(accepted(text, label, 'file:///w/template.yaml')).toContain(label);
});
