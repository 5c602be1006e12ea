import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../server/src/service';
import { respelled, toYaml } from '../support/dialects';
import { service } from '../support/service';

type Files = Readonly<Record<string, string>>;

const task = {
  family: 'web',
  networkMode: 'awsvpc',
  requiresCompatibilities: ['EC2'],
  containerDefinitions: [
    {
      name: 'app',
      image: 'nginx:1.27',
      memory: 512,
      portMappings: [{ name: 'http', containerPort: 80 }],
      mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }],
    },
  ],
  volumes: [{ name: 'data', configuredAtLaunch: true }],
};
const request = {
  serviceName: 'web',
  launchType: 'EC2',
  role: 'ecsServiceRole',
  loadBalancers: [{ containerName: 'app', containerPort: 81 }],
  serviceConnectConfiguration: {
    enabled: true,
    namespace: 'internal',
    services: [{ portName: 'htp', clientAliases: [{ port: 80 }] }],
  },
  volumeConfigurations: [{ name: 'disk' }],
  enableExecuteCommand: true,
};
/** What only the task definition tells. */
const expected = [
  'service-connect-port-name',
  'service-exec-task-role',
  'service-load-balancer-port',
  'service-network-configuration-missing',
  'service-role-with-awsvpc',
  'service-volume-not-configured-at-launch',
];

const open = (files: Files): readonly Snapshot[] =>
  Object.entries(files).map(([name, text]) => service.open(`file:///w/${name}`, text));

/** What one of the files is told, with the others around it. */
async function problemsIn(name: string, files: Files) {
  const snapshots = open(files);
  const own = snapshots.find(({ uri }) => uri === `file:///w/${name}`);
  if (!own) throw new Error(`no ${name}`);
  return service.diagnose(own, { snapshots });
}

async function errorsIn(name: string, files: Files) {
  const problems = await problemsIn(name, files);
  return problems.flatMap(({ rule, severity }) => (severity === 'error' ? [rule] : [])).toSorted();
}

const named = (taskDefinition: string) => JSON.stringify({ ...request, taskDefinition });
const definition = JSON.stringify(task);
const config = 'service_definition: deploy/service.json\ntask_definition: td.json\n';
const template = (reference: unknown) => {
  const properties = { ...(respelled(request) as object), TaskDefinition: reference };
  return JSON.stringify({
    Resources: {
      Task: { Type: 'AWS::ECS::TaskDefinition', Properties: respelled(task) },
      Service: { Type: 'AWS::ECS::Service', Properties: properties },
    },
  });
};

describe('a service is checked against the task definition that it is about', () => {
  it.each<[string, string, Files]>([
    ['by family', 'service.json', { 'service.json': named('web'), 'td.json': definition }],
    ['by family and revision', 'service.json', { 'service.json': named('web:3'), 'td.json': definition }],
    [
      'by ARN, in YAML, in another folder',
      'deploy/service.yaml',
      {
        'deploy/service.yaml': toYaml(named('arn:aws:ecs:us-east-1:111122223333:task-definition/web:3')),
        'td.yaml': toYaml(definition),
      },
    ],
    [
      'by the configuration of ecspresso, without a name',
      'deploy/service.json',
      { 'ecspresso.yml': config, 'deploy/service.json': JSON.stringify(request), 'td.json': definition },
    ],
    ['by reference in a template', 'template.json', { 'template.json': template({ Ref: 'Task' }) }],
    [
      'by reference in a YAML template',
      'template.yaml',
      {
        'template.yaml': toYaml(template('REFERENCE')).replace(
          'TaskDefinition: REFERENCE',
          'TaskDefinition: !Ref Task',
        ),
      },
    ],
  ])('%s', async (_, name, files) => {
    expect(await errorsIn(name, files)).toEqual(expected);
  });

  it.each<[string, string, Files]>([
    ['that nothing names', 'service.json', { 'service.json': JSON.stringify(request), 'td.json': definition }],
    ['of another family', 'service.json', { 'service.json': named('api'), 'td.json': definition }],
    ['that is nowhere', 'service.json', { 'service.json': named('web') }],
    ['that a template engine fills in', 'service.json', { 'service.json': named('${FAMILY}'), 'td.json': definition }],
    [
      'that may be one of two',
      'service.json',
      { 'service.json': named('web'), 'a/td.json': definition, 'b/td.json': definition },
    ],
    ['of a parameter of the template', 'template.json', { 'template.json': template({ Ref: 'Other' }) }],
  ])('and has no error for one %s', async (_, name, files) => {
    expect(await errorsIn(name, files)).toEqual([]);
  });

  it('tells nothing that the definition leaves open', async () => {
    const open = {
      ...task,
      networkMode: '${MODE}',
      taskRoleArn: '${ROLE}',
      containerDefinitions: '${C}',
      volumes: '${V}',
    };
    const files = { 'service.json': named('web'), 'td.json': JSON.stringify(open) };
    expect(await errorsIn('service.json', files)).toEqual([]);
  });

  it('finds other things when the definition is another', async () => {
    const changed = {
      ...task,
      networkMode: 'bridge',
      taskRoleArn: 'arn:aws:iam::111122223333:role/web',
      containerDefinitions: [{ ...task.containerDefinitions[0], portMappings: [{ name: 'htp', containerPort: 81 }] }],
      volumes: [{ name: 'disk', configuredAtLaunch: true }],
    };
    const files = { 'service.json': named('web'), 'td.json': JSON.stringify(changed) };
    expect(await errorsIn('service.json', files)).toEqual([]);
  });

  it('points into the other document', async () => {
    const files = { 'service.json': named('web'), 'td.json': JSON.stringify(task, null, 2) };
    const problems = await problemsIn('service.json', files);
    const { related = [] } = problems.find(({ rule }) => rule === 'service-load-balancer-port') ?? {};
    const [{ document, span } = { document: undefined, span: { offset: 0, end: 0 } }] = related;
    expect(document?.uri).toBe('file:///w/td.json');
    expect(document?.getText().slice(span.offset, span.end)).toBe('"portMappings"');
  });
});

describe('a sound service', () => {
  const sound = {
    serviceName: 'web',
    cluster: 'main',
    desiredCount: 2,
    launchType: 'EC2',
    schedulingStrategy: 'REPLICA',
    deploymentController: { type: 'ECS' },
    deploymentConfiguration: { maximumPercent: 200, minimumHealthyPercent: 100, strategy: 'ROLLING' },
    loadBalancers: [{ targetGroupArn: 'arn', containerName: 'app', containerPort: 80 }],
    serviceRegistries: [{ registryArn: 'arn', containerName: 'app', containerPort: 80 }],
    networkConfiguration: {
      awsvpcConfiguration: { subnets: ['subnet-1'], securityGroups: ['sg-1'], assignPublicIp: 'DISABLED' },
    },
    placementConstraints: [{ type: 'distinctInstance' }],
    placementStrategy: [{ type: 'spread', field: 'host' }],
    healthCheckGracePeriodSeconds: 60,
    propagateTags: 'TASK_DEFINITION',
    enableExecuteCommand: false,
    serviceConnectConfiguration: {
      enabled: true,
      namespace: 'internal',
      services: [{ portName: 'http', discoveryName: 'web', clientAliases: [{ port: 80, dnsName: 'web' }] }],
    },
    volumeConfigurations: [
      { name: 'data', managedEBSVolume: { roleArn: 'arn', volumeType: 'io2', sizeInGiB: 20, iops: 1000 } },
    ],
    vpcLatticeConfigurations: [{ roleArn: 'arn', targetGroupArn: 'arn', portName: 'http' }],
  };
  const around = (service: unknown) =>
    JSON.stringify({
      Resources: {
        Task: { Type: 'AWS::ECS::TaskDefinition', Properties: respelled(task) },
        Service: {
          Type: 'AWS::ECS::Service',
          Properties: { ...(service as object), TaskDefinition: { Ref: 'Task' } },
        },
      },
    });
  const loud = async (service: unknown) =>
    (await problemsIn('template.json', { 'template.json': around(service) }))
      .filter(({ severity, pointer }) => severity !== 'hint' && pointer.startsWith('/Resources/Service'))
      .map(({ rule, pointer }) => `${rule} ${pointer}`);

  it('has no finding', async () => {
    expect(await loud(respelled(sound))).toEqual([]);
  });

  it('has none where a part of it is still to be filled in', async () => {
    const whole = respelled(sound);
    for (const reference of [{ Ref: 'Value' }, { 'Fn::If': ['Is', { Ref: 'Value' }, { Ref: 'AWS::NoValue' }] }])
      for (const service of withEachReplaced(whole, reference)) expect(await loud(service)).toEqual([]);
  });
});

/** A value with each of the values within it replaced in turn. */
function withEachReplaced(value: unknown, by: unknown): readonly unknown[] {
  if (Array.isArray(value))
    return value.flatMap((item, index) => [by, ...withEachReplaced(item, by)].map((it) => value.with(index, it)));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    [by, ...withEachReplaced(member, by)].map((it) => ({ ...value, [name]: it })),
  );
}

describe('what a finding of a service changes in its task definition', () => {
  const requests = { ...request, launchType: 'FARGATE', enableExecuteCommand: true };
  const ids = ['service-exec-task-role', 'service-task-definition-not-fargate'];

  it('is changed where one template holds both', async () => {
    const text = template({ Ref: 'Task' }).replace('"LaunchType":"EC2"', '"LaunchType":"FARGATE"');
    const snapshot = service.open('file:///w/template.json', text);
    const problems = await service.diagnose(snapshot);
    const fixes = service.quickFixes(snapshot, problems, { offset: 0, end: text.length });
    const own = fixes.filter(({ problem }) => ids.includes(problem.rule));
    expect(own.flatMap(({ changes }) => changes.map((change) => change.text.trim()))).toEqual([
      ', "TaskRoleArn": "<taskRoleArn>"',
      ', "FARGATE"',
    ]);
  });

  it('is left to a person where they are two documents', async () => {
    const text = JSON.stringify({ ...requests, taskDefinition: 'web' });
    const problems = await problemsIn('service.json', { 'service.json': text, 'td.json': definition });
    const own = problems.filter(({ rule }) => ids.includes(rule));
    expect(own.map(({ rule, fix }) => [rule, fix]).toSorted()).toEqual(ids.map((id) => [id, undefined]));
  });
});

describe('overrides', () => {
  const overrides = '{ "containerOverrides": [{ "name": "ap" }, { "name": "app" }, { "command": ["migrate"] }] }';
  const definitions = { 'td.json': definition };

  it.each([
    ['in a run', 'run.json', `{ "cluster": "c", "taskDefinition": "web", "overrides": ${overrides}, "count": 1 }`],
    ['alone, beside the only definition', 'overrides.json', overrides],
    ['alone, in YAML', 'overrides.yaml', toYaml(overrides)],
    ['alone, in a file that is named after runs', 'run-task-overrides.json', overrides],
  ])('are for containers of the definition: %s', async (_, name, text) => {
    const problems = await problemsIn(name, { ...definitions, [name]: text });
    const own = problems.filter(({ rule }) => rule === 'override-unknown-container');
    expect(own.map(({ pointer }) => pointer.replace('/overrides', ''))).toEqual([
      '/containerOverrides/0/name',
      '/containerOverrides/2',
    ]);
    // What else a run needs is nothing to ask of overrides alone.
    const others = problems.map(({ rule }) => rule).filter((rule) => rule !== 'override-unknown-container');
    expect(others.filter((rule) => name !== 'run.json' || !/service-/.test(rule))).toEqual([]);
  });

  it('are not checked beside several definitions or none', async () => {
    const other = JSON.stringify({ ...task, family: 'api' });
    expect(await problemsIn('overrides.json', { 'overrides.json': overrides })).toEqual([]);
    const two = { ...definitions, 'api.json': other, 'overrides.json': overrides };
    expect(await problemsIn('overrides.json', two)).toEqual([]);
  });

  it('give the role and the container that a run needs', async () => {
    const run = (taskRoleArn: string | undefined) =>
      JSON.stringify({ taskDefinition: 'web', count: 1, enableExecuteCommand: true, overrides: { taskRoleArn } });
    const rules = async (text: string) =>
      (await problemsIn('run.json', { ...definitions, 'run.json': text })).map(({ rule }) => rule);
    expect(await rules(run(undefined))).toContain('service-exec-task-role');
    expect(await rules(run('arn:aws:iam::111122223333:role/web'))).not.toContain('service-exec-task-role');
  });
});

describe('an update', () => {
  it('keeps what it does not name', async () => {
    const update = JSON.stringify({ service: 'web', taskDefinition: 'web', healthCheckGracePeriodSeconds: 30 });
    const problems = await problemsIn('update.json', { 'update.json': update, 'td.json': definition });
    expect(problems).toEqual([]);
  });
});

describe('what else stands in a template', () => {
  const withResources = (resources: object, service: object = {}) => {
    const properties = {
      ...(respelled({ serviceName: 'web', ...service }) as object),
      TaskDefinition: { Ref: 'Task' },
    };
    return JSON.stringify({
      Transform: 'AWS::Serverless-2016-10-31',
      Resources: {
        Task: { Type: 'AWS::ECS::TaskDefinition', Properties: respelled(task) },
        Service: {
          Type: 'AWS::ECS::Service',
          Properties: { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['subnet-1'] } }, ...properties },
        },
        ...resources,
      },
    });
  };
  const rulesOf = async (text: string) =>
    (await problemsIn('template.json', { 'template.json': text })).map(({ rule }) => rule);

  it.each([
    [{ Type: 'A' }, true],
    [{ Type: 'SRV' }, false],
    [{ Type: { Ref: 'Type' } }, false],
  ])('the DNS records of a registry: %j', async (record, isFound) => {
    const registry = {
      Type: 'AWS::ServiceDiscovery::Service',
      Properties: { DnsConfig: { DnsRecords: [record] } },
    };
    const service = withResources({ Registry: registry }).replace(
      '"ServiceName":"web"',
      '"ServiceName":"web","ServiceRegistries":[{"RegistryArn":{"Fn::GetAtt":["Registry","Arn"]},"ContainerName":"app","ContainerPort":80}]',
    );
    expect((await rulesOf(service)).includes('service-registry-ports')).toBe(isFound);
  });

  it.each([
    [{}, true],
    [{ ServiceConnectDefaults: { Namespace: 'internal' } }, false],
  ])('the namespace of a cluster: %j', async (properties, isFound) => {
    const cluster = { Type: 'AWS::ECS::Cluster', Properties: properties };
    const text = withResources({ Cluster: cluster }, { serviceConnectConfiguration: { enabled: true } }).replace(
      '"ServiceName":"web"',
      '"ServiceName":"web","Cluster":{"Ref":"Cluster"}',
    );
    expect((await rulesOf(text)).includes('service-connect-port-name')).toBe(isFound);
  });

  const trust = { Statement: { Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:*' } };
  const role = (properties: object) => ({
    Type: 'AWS::IAM::Role',
    Properties: { AssumeRolePolicyDocument: trust, ...properties },
  });
  const reads = { Statement: [{ Effect: 'Allow', Action: ['ssm:Get*'], Resource: '*' }] };
  const attached = (roles: unknown) => ({
    Type: 'AWS::IAM::Policy',
    Properties: { PolicyDocument: reads, PolicyName: 'reads', Roles: roles },
  });
  const withRole = (resources: object) =>
    withResources(resources)
      .replace('"Family":"web"', '"Family":"web","ExecutionRoleArn":{"Fn::GetAtt":["Role","Arn"]}')
      .replace(
        '"Name":"app"',
        '"Name":"app","Secrets":[{"Name":"KEY","ValueFrom":"arn:aws:ssm:us-east-1:111122223333:parameter/key"}]',
      );

  it.each<[string, object, boolean]>([
    ['no policy', { Role: role({}) }, true],
    ['a policy attached to it', { Role: role({}), Reads: attached([{ Ref: 'Role' }]) }, false],
    ['a policy of another role', { Role: role({}), Other: role({}), Reads: attached([{ Ref: 'Other' }]) }, true],
    ['a policy of unknown roles', { Role: role({}), Reads: attached({ Ref: 'Roles' }) }, false],
    [
      'a managed policy of the template',
      {
        Role: role({ ManagedPolicyArns: [{ Ref: 'Reads' }] }),
        Reads: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: reads } },
      },
      false,
    ],
    [
      'a statement that denies',
      {
        Role: role({
          Policies: [{ PolicyDocument: { Statement: { Effect: 'Deny', Action: 'ssm:*', Resource: '*' } } }],
        }),
      },
      true,
    ],
  ])('the permissions of an execution role: %s', async (_, resources, isFound) => {
    expect((await rulesOf(withRole(resources))).includes('cfn-execution-role-permissions')).toBe(isFound);
  });
});
