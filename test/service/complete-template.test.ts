import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { accepted, proposals } from '../support/accept';
import { service } from '../support/service';

/** What a case completes: a member of these properties whose value is `mark`. */
const mark = 'MARK';
const secret = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:a-AbCdEf';

const properties = {
  Family: 'web',
  ExecutionRoleArn: 'arn:aws:iam::111122223333:role/a',
  TaskRoleArn: 'arn:aws:iam::111122223333:role/b',
  ContainerDefinitions: [
    {
      Name: 'app',
      Image: 'nginx:1.27',
      Memory: 512,
      RepositoryCredentials: { CredentialsParameter: secret },
      Secrets: [{ Name: 'KEY', ValueFrom: secret }],
      EnvironmentFiles: [{ Type: 's3', Value: 'arn:aws:s3:::bucket/a.env' }],
      LogConfiguration: {
        LogDriver: 'awslogs',
        Options: { 'awslogs-group': 'a', 'awslogs-region': 'us-east-1', 'awslogs-stream-prefix': 'a' },
      },
    },
  ],
  Volumes: [{ Name: 'data', EFSVolumeConfiguration: { FilesystemId: 'fs-0123456789abcdef0' } }],
};

const around = (task: unknown) => ({
  Parameters: {
    ImageUri: { Type: 'String' },
    TaskMemory: { Type: 'Number' },
    Subnets: { Type: 'List<AWS::EC2::Subnet::Id>' },
  },
  Resources: {
    AppRole: { Type: 'AWS::IAM::Role' },
    ExecutionRole: { Type: 'AWS::IAM::Role' },
    Logs: { Type: 'AWS::Logs::LogGroup' },
    Key: { Type: 'AWS::SecretsManager::Secret' },
    Setting: { Type: 'AWS::SSM::Parameter' },
    Repository: { Type: 'AWS::ECR::Repository' },
    Files: { Type: 'AWS::EFS::FileSystem' },
    Bucket: { Type: 'AWS::S3::Bucket' },
    Task: { Type: 'AWS::ECS::TaskDefinition', Properties: task },
  },
});

type Path = readonly (string | number)[];
function set(value: unknown, [step, ...rest]: Path, to: unknown): unknown {
  if (step === undefined) return to;
  if (Array.isArray(value)) return value.map((item, index) => (index === step ? set(item, rest, to) : item));
  const object = value as Record<string, unknown>;
  return { ...object, [step]: set(object[step], rest, to) };
}

/** A template with the tags of short forms as their long forms. */
const longForms = (text: string): unknown =>
  parse(text, {
    customTags: [
      { tag: '!Ref', resolve: (it: string) => ({ Ref: it }) },
      { tag: '!Sub', resolve: (it: string) => ({ 'Fn::Sub': it }) },
      { tag: '!GetAtt', resolve: (it: string) => ({ 'Fn::GetAtt': it.split('.') }) },
    ],
  });

const dialects = [
  ['JSON', 'template.json', (it: unknown) => JSON.stringify(it, null, 2).replace(`"${mark}"`, '|'), JSON.parse],
  ['YAML', 'template.yaml', (it: unknown) => stringify(it).replace(mark, '|'), longForms],
  [
    'flow YAML',
    'template.yaml',
    (it: unknown) => stringify(it, { collectionStyle: 'flow' }).replace(mark, '|'),
    longForms,
  ],
] as const;

const inContainer = (...path: Path): Path => ['ContainerDefinitions', 0, ...path];
const logOption = (name: string) => inContainer('LogConfiguration', 'Options', name);

const cases: readonly (readonly [path: Path, proposal: string, call: object])[] = [
  [['ExecutionRoleArn'], 'GetAtt ExecutionRole.Arn', { 'Fn::GetAtt': ['ExecutionRole', 'Arn'] }],
  [['TaskRoleArn'], 'GetAtt AppRole.Arn', { 'Fn::GetAtt': ['AppRole', 'Arn'] }],
  [
    ['ExecutionRoleArn'],
    'Sub arn:${AWS::Partition}:iam::${AWS::AccountId}:role/ecsTaskExecutionRole',
    { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/ecsTaskExecutionRole' },
  ],
  [inContainer('Image'), 'Sub ${Repository.RepositoryUri}:1.0.0', { 'Fn::Sub': '${Repository.RepositoryUri}:1.0.0' }],
  [
    inContainer('Image'),
    'Sub ${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}/app:1.0.0',
    { 'Fn::Sub': '${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}/app:1.0.0' },
  ],
  [inContainer('Image'), 'Ref ImageUri', { Ref: 'ImageUri' }],
  [inContainer('Memory'), 'Ref TaskMemory', { Ref: 'TaskMemory' }],
  [inContainer('RepositoryCredentials', 'CredentialsParameter'), 'Ref Key', { Ref: 'Key' }],
  [inContainer('Secrets', 0, 'ValueFrom'), 'Ref Key', { Ref: 'Key' }],
  [inContainer('Secrets', 0, 'ValueFrom'), 'Sub ${Key}:key::', { 'Fn::Sub': '${Key}:key::' }],
  [inContainer('Secrets', 0, 'ValueFrom'), 'Ref Setting', { Ref: 'Setting' }],
  [
    inContainer('Secrets', 0, 'ValueFrom'),
    'Sub arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/app/name',
    { 'Fn::Sub': 'arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/app/name' },
  ],
  [inContainer('EnvironmentFiles', 0, 'Value'), 'Sub ${Bucket.Arn}/app.env', { 'Fn::Sub': '${Bucket.Arn}/app.env' }],
  [logOption('awslogs-group'), 'Ref Logs', { Ref: 'Logs' }],
  [logOption('awslogs-region'), 'Ref AWS::Region', { Ref: 'AWS::Region' }],
  [['Volumes', 0, 'EFSVolumeConfiguration', 'FilesystemId'], 'Ref Files', { Ref: 'Files' }],
];

describe.each(dialects)('in %s', (dialect, name, print, read) => {
  const uri = `file:///w/${name}`;
  const labelled = (proposal: string) =>
    dialect === 'JSON' ? proposal.replace(/^(?=GetAtt|Sub)/, 'Fn::') : `!${proposal}`;

  it.each(cases)('%j takes %s', async (path, proposal, call) => {
    const text = accepted(print(around(set(properties, path, mark))), labelled(proposal), uri);
    expect(read(text)).toEqual(around(set(properties, path, call)));
    const problems = await service.diagnose(service.open(uri, text));
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('what fits best comes first', () => {
    const at = (path: Path) => proposals(print(around(set(properties, path, mark))), uri).map(({ label }) => label);
    expect(at(['ExecutionRoleArn'])).toEqual(
      [
        'GetAtt ExecutionRole.Arn',
        'GetAtt AppRole.Arn',
        'Sub arn:${AWS::Partition}:iam::${AWS::AccountId}:role/ecsTaskExecutionRole',
        'Ref ImageUri',
        'Ref TaskMemory',
      ].map(labelled),
    );
    expect(at(['TaskRoleArn'])[0]).toBe(labelled('GetAtt AppRole.Arn'));
    expect(at(logOption('awslogs-region')).slice(0, 2)).toEqual([labelled('Ref AWS::Region'), 'us-east-1']);
    expect(at(logOption('awslogs-group'))).toEqual(
      expect.arrayContaining([labelled('Ref Logs'), '/ecs/web', labelled('Ref ImageUri')]),
    );
  });

  it('no references stand where none is taken', () => {
    const at = (path: Path) => proposals(print(around(set(properties, path, mark))), uri).map(({ label }) => label);
    expect(at(inContainer('LogConfiguration', 'LogDriver')).filter((label) => /Ref|GetAtt|Sub/.test(label))).toEqual(
      [],
    );
    expect(at(inContainer('Name'))).toEqual([]);
  });
});

describe.each(dialects)('a service in %s', (dialect, name, print, read) => {
  const uri = `file:///w/${name}`;
  const ofService = {
    Cluster: 'a',
    TaskDefinition: 'web',
    LoadBalancers: [{ TargetGroupArn: 'a', ContainerName: 'app', ContainerPort: 80 }],
    NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['subnet-1'], SecurityGroups: ['sg-1'] } },
    DesiredCount: 1,
  };
  const template = (properties: unknown) => ({
    Parameters: { Count: { Type: 'Number' } },
    Resources: {
      Apps: { Type: 'AWS::ECS::Cluster' },
      Targets: { Type: 'AWS::ElasticLoadBalancingV2::TargetGroup' },
      Inside: { Type: 'AWS::EC2::Subnet' },
      Firewall: { Type: 'AWS::EC2::SecurityGroup' },
      Task: { Type: 'AWS::ECS::TaskDefinition', Properties: { ContainerDefinitions: [] } },
      Web: { Type: 'AWS::ECS::Service', Properties: properties },
    },
  });
  const network = (member: string): Path => ['NetworkConfiguration', 'AwsvpcConfiguration', member, 0];

  it.each<[Path, string, object]>([
    [['Cluster'], 'Ref Apps', { Ref: 'Apps' }],
    [['TaskDefinition'], 'Ref Task', { Ref: 'Task' }],
    [['LoadBalancers', 0, 'TargetGroupArn'], 'Ref Targets', { Ref: 'Targets' }],
    [network('Subnets'), 'Ref Inside', { Ref: 'Inside' }],
    [network('SecurityGroups'), 'GetAtt Firewall.GroupId', { 'Fn::GetAtt': ['Firewall', 'GroupId'] }],
    [['DesiredCount'], 'Ref Count', { Ref: 'Count' }],
  ])('%j takes %s', (path, proposal, call) => {
    const label = dialect === 'JSON' ? proposal.replace(/^(?=GetAtt)/, 'Fn::') : `!${proposal}`;
    const text = accepted(print(template(set(ofService, path, mark))), label, uri);
    expect(read(text)).toEqual(template(set(ofService, path, call)));
  });
});

describe('what is typed already', () => {
  const inTemplate = (value: string) =>
    stringify(around(set(properties, ['ExecutionRoleArn'], mark))).replace(mark, value);
  const uri = 'file:///w/template.yaml';
  const role = (text: string) => (longForms(text) as ReturnType<typeof around>).Resources.Task.Properties;

  it.each(['!|', '!Get|', '!GetAtt |', '!GetAtt Exec|', '!Ref Exec|', 'Exec|', "'Exec|'", '!GetAtt "Exec|"'])(
    '%s is replaced, tag and quotes included',
    (value) => {
      const text = accepted(inTemplate(value), '!GetAtt ExecutionRole.Arn', uri);
      expect(role(text)).toEqual({ ...properties, ExecutionRoleArn: { 'Fn::GetAtt': ['ExecutionRole', 'Arn'] } });
    },
  );

  it('a text that is begun can be completed as a text', () => {
    const labels = (value: string) => proposals(inTemplate(value), uri).map(({ label }) => label);
    const plain = 'arn:aws:iam::111122223333:role/ecsTaskExecutionRole';
    expect(labels('arn:aws|')).toContain(plain);
    expect(labels("'arn:|'")).toContain(plain);
    expect(labels("'|'")).not.toContain(plain);
    expect(labels('|')).not.toContain(plain);
  });
});

it('a plain definition has no functions of templates', () => {
  const text = 'executionRoleArn: |\ncontainerDefinitions: []\n';
  expect(proposals(text, 'file:///w/task-definition.yaml').map(({ label }) => label)).toEqual([
    'arn:aws:iam::111122223333:role/ecsTaskExecutionRole',
  ]);
});
