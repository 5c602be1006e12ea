import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../server/src/service';
import { toTemplate } from '../support/dialects';
import { service } from '../support/service';

/** Errors and warnings of a definition with a container for each of these, by rule and pointer. */
async function loud(containers: readonly object[], more: object = {}) {
  const problems = await problemsOf(JSON.stringify(definition(containers, more)));
  const heard = problems.filter(({ severity }) => severity === 'error' || severity === 'warning');
  return heard.map(({ severity, rule, pointer }) => `${severity} ${rule} ${pointer}`);
}

function definition(containers: readonly object[], more: object = {}) {
  return {
    family: 'web',
    requiresCompatibilities: ['EC2'],
    executionRoleArn: 'arn:aws:iam::111122223333:role/webExecutionRole',
    containerDefinitions: containers.map((members, index) => ({
      name: `c${index}`,
      image: 'nginx:1.27',
      memory: 128,
      ...members,
    })),
    ...more,
  };
}

const problemsOf = (text: string, name = 'task-definition.json') =>
  service.diagnose(service.open(`file:///w/${name}`, text));

const logging = (logDriver: string, options?: object) => ({ logConfiguration: { logDriver, options } });
const awslogs = { 'awslogs-group': '/ecs/web', 'awslogs-region': 'us-east-1', 'awslogs-stream-prefix': 'ecs' };
const toRouter = logging('awsfirelens', { Name: 'stdout' });
const router = { firelensConfiguration: { type: 'fluentbit' } };
const fargate = { requiresCompatibilities: ['FARGATE'], networkMode: 'awsvpc', cpu: '256', memory: '512' };

describe('one defect of a log is told once', () => {
  it('an option that is needed, under a misspelt name', async () => {
    const { 'awslogs-group': group, ...others } = awslogs;
    const at = '/containerDefinitions/0/logConfiguration/options/awslogs-groups';
    const misspelt = logging('awslogs', { 'awslogs-groups': group, ...others });
    expect(await loud([misspelt])).toEqual([`error awslogs-unknown-option ${at}`]);
  });

  it('an option that Fargate alone needs', async () => {
    const { 'awslogs-stream-prefix': prefix, ...others } = awslogs;
    const misspelt = logging('awslogs', { 'awslogs-stream-prefx': prefix, ...others });
    const at = '/containerDefinitions/0/logConfiguration/options/awslogs-stream-prefx';
    expect(await loud([misspelt])).toEqual([`warning awslogs-unknown-option ${at}`]);
    expect(await loud([misspelt], fargate)).toEqual([`error awslogs-unknown-option ${at}`]);
  });

  it('a driver that ECS does not have, on any platform', async () => {
    const found = ['error log-driver-legacy /containerDefinitions/0/logConfiguration/logDriver'];
    expect(await loud([logging('sumologic')])).toEqual(found);
    expect(await loud([logging('sumologic')], fargate)).toEqual(found);
    expect(await loud([logging('sumologic')], { requiresCompatibilities: ['MANAGED_INSTANCES'] })).toEqual(found);
  });

  it('an option of another driver', async () => {
    const at = '/containerDefinitions/0/logConfiguration/options/splunk-url';
    expect(await loud([logging('awslogs', { ...awslogs, 'splunk-url': 'https://splunk.example.com' })])).toEqual([
      `warning log-driver-options-mismatch ${at}`,
    ]);
  });

  it('a log router that is waited for', async () => {
    const dependsOn = [{ containerName: 'c1', condition: 'SUCCESS' }];
    expect(await loud([{ ...toRouter, dependsOn }, router])).toEqual([
      'error firelens-depends-condition /containerDefinitions/0/dependsOn/0/condition',
    ]);
  });

  it('a log router on Windows', async () => {
    const runtimePlatform = { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' };
    const found = await loud([toRouter, { ...router, essential: false }], { runtimePlatform });
    expect(new Set(found.map((it) => it.split(' ')[1]))).toContain('windows-firelens');
    expect(found.filter((it) => / firelens-/.test(it))).toEqual([]);
  });

  it('a configuration in Amazon S3 on Fargate, whatever its address', async () => {
    const options = { 'config-file-type': 's3', 'config-file-value': 's3://web/extra.conf' };
    const firelensConfiguration = { type: 'fluentbit', options };
    const found = await loud([toRouter, { firelensConfiguration, logConfiguration: '${LOGGING}' }], fargate);
    expect(found).toEqual([
      'error firelens-s3-config-fargate /containerDefinitions/1/firelensConfiguration/options/config-file-type',
    ]);
  });
});

describe('in a template', () => {
  const resources = (group: object) => {
    const template = JSON.parse(toTemplate(JSON.stringify(definition([logging('awslogs', awslogs)]))));
    Object.assign(template.Resources, { Group: { Type: 'AWS::Logs::LogGroup', Properties: group } });
    return JSON.stringify(template);
  };
  const rulesOf = async (text: string) => (await problemsOf(text, 'template.json')).map(({ rule }) => rule);

  it.each([
    ['has its name', { LogGroupName: '/ecs/web' }, false],
    ['may have its name', { LogGroupName: { 'Fn::Sub': '/ecs/${Name}' } }, false],
    ['has another name', { LogGroupName: '/ecs/api' }, true],
    ['has a name that CloudFormation makes', { RetentionInDays: 30 }, true],
  ])('a log group is created where a resource %s', async (_, group, told) => {
    expect((await rulesOf(resources(group))).includes('awslogs-group-not-created')).toBe(told);
  });

  it('logs go to the region of the stack', async () => {
    const text = toTemplate(JSON.stringify(definition([{}])));
    const snapshot = service.open('file:///w/template.json', text);
    const problems = (await service.diagnose(snapshot)).filter(({ rule }) => rule === 'missing-log-configuration');
    const [fix] = service.quickFixes(snapshot, problems, { offset: 0, end: text.length });
    const mended = JSON.parse(applyChanges(text, fix?.changes ?? []));
    const [task] = Object.values<{ Properties: { ContainerDefinitions: readonly object[] } }>(mended.Resources);
    expect(task?.Properties.ContainerDefinitions[0]).toMatchObject({
      LogConfiguration: { LogDriver: 'awslogs', Options: { 'awslogs-region': { Ref: 'AWS::Region' } } },
    });
  });
});

it('says no token aloud', async () => {
  const token = 'tkn-0123456789';
  const text = JSON.stringify(
    definition([
      logging('splunk', { 'splunk-url': 'https://splunk.example.com:8088', 'splunk-token': token }),
      logging('awsfirelens', { Name: 'datadog', apikey: token }),
      router,
    ]),
  );
  const problems = await problemsOf(text);
  expect(problems.filter(({ rule }) => rule === 'splunk-token-plaintext')).toHaveLength(2);
  expect(problems.map(({ message, fix }) => `${message} ${fix?.title}`).join()).not.toContain(token);
});

it.each([
  ['us-east-1', undefined],
  ['us-esat-1', "Change to 'us-east-1'"],
  ['US-EAST-1', "Change to 'us-east-1'"],
  ['eu-west1', "Change to 'eu-west-1'"],
  ['ap-southeast-9', undefined],
  ['me-central-2', undefined],
  ['us-iso-east-1', undefined],
])('takes the region %s, or offers what is meant', async (region, title) => {
  const text = JSON.stringify(definition([logging('awslogs', { ...awslogs, 'awslogs-region': region })]));
  const found = (await problemsOf(text)).filter(({ rule }) => rule === 'awslogs-region-invalid');
  expect(found.map(({ fix }) => fix?.title)).toEqual(title === undefined ? [] : [title]);
});
