import { describe, expect, test } from 'vitest';
import { cliStage } from './support/cli';

const definition = {
  family: 'web',
  requiresCompatibilities: ['FARGATE'],
  networkMode: 'awsvpc',
  cpu: '256',
  memory: '512',
  containerDefinitions: [
    {
      name: 'web',
      image: 'public.ecr.aws/nginx/nginx:1.29',
      portMappings: [{ containerPort: 80 }],
      environment: [{ name: 'GREETING', value: 'canary-in-a-variable' }],
    },
  ],
};
const files = {
  'web.json': JSON.stringify(definition, null, 2),
  '.vscode/settings.json': JSON.stringify({
    'taskdef.targets': {
      'web-prod': { file: 'web.json', kind: 'service', cluster: 'shop', service: 'web' },
      'web-once': {
        file: 'web.json',
        kind: 'run',
        cluster: 'shop',
        launchType: 'FARGATE',
        network: { subnets: ['subnet-0a1b2c3d4e5f60001'] },
      },
    },
    'taskdef.protectedTargets': ['*/api'],
  }),
};
const changes = ['RegisterTaskDefinition', 'UpdateService', 'CreateService', 'RunTask'];

async function shop() {
  const stage = await cliStage();
  const { ecs } = stage;
  ecs.addCluster('shop');
  ecs.addTaskDefinition(structuredClone(definition) as never);
  const deploymentCircuitBreaker = { enable: true, rollback: true };
  const settings = { deploymentConfiguration: { deploymentCircuitBreaker } };
  ecs.addService('shop', 'web', { taskDefinition: 'web:1', desiredCount: 2, settings });
  const sent = (): readonly string[] =>
    ecs.requests.map(({ operation }) => operation).filter((it) => changes.includes(it));
  return { ...stage, sent };
}

const changed = { ...files, 'web.json': files['web.json'].replace('1.29', '1.31') };

describe('plan', () => {
  test('shows what would be changed, where and as whom, and sends nothing that changes', async () => {
    const { taskdef, sent } = await shop();
    const { code, out } = await taskdef(['plan', 'web-prod'], { files: changed });
    expect(code).toBe(0);
    for (const line of [
      'Account: 111122223333',
      'Cluster: shop',
      'Service: web',
      'web:1 → web:2 (next revision)',
      'containerDefinitions[web].image: public.ecr.aws/nginx/nginx:1.29 → public.ecr.aws/nginx/nginx:1.31',
      'ecs:RegisterTaskDefinition, ecs:UpdateService',
    ]) {
      expect(out).toContain(line);
    }
    expect(sent()).toEqual([]);
  });

  test('says so when there is nothing to do', async () => {
    const { taskdef } = await shop();
    const { out } = await taskdef(['plan', '--format', 'json', 'web-prod'], { files });
    expect(JSON.parse(out)).toMatchObject({ inUse: 'web:1', next: { registers: false }, differences: [], calls: [] });
  });

  test('prints the same calls as commands of the AWS CLI', async () => {
    const { taskdef } = await shop();
    const { out } = await taskdef(['plan', '--format', 'aws-cli', 'web-prod'], { files: changed });
    expect(out).toMatch(/^aws ecs register-task-definition --cli-input-json '\{.*\naws ecs update-service /s);
  });

  test('a file with errors goes no further, and its findings are told', async () => {
    const { ecs, taskdef } = await shop();
    const sick = { ...files, 'web.json': files['web.json'].replace('"512"', '"513"') };
    const { code, err } = await taskdef(['plan', 'web-prod'], { files: sick });
    expect(code).toBe(1);
    expect(err).toContain('fargate-cpu-memory');
    expect(ecs.requests).toEqual([]);
  });

  test.each([
    [['plan'], 'name one target or file'],
    [['plan', 'api'], 'There are web-prod, web-once'],
    [['plan', 'web.json'], 'several targets'],
    [['plan', '--cluster', 'shop', 'web.json'], '--service SERVICE or --run'],
    [['plan', '--cluster', 'shop', '--run', '--count', '11', 'web.json'], 'count'],
  ])('%j is no usage', async (argv, words) => {
    const { ecs, taskdef } = await shop();
    const { code, err } = await taskdef(argv, { files });
    expect(code).toBe(2);
    expect(err).toContain(words);
    expect(ecs.requests).toEqual([]);
  });
});

describe('deploy', () => {
  test('registers, updates the service and waits for its end', async () => {
    const { ecs, taskdef, sent } = await shop();
    const { code, out } = await taskdef(['deploy', '--yes', 'web-prod'], { files: changed });
    expect(code).toBe(0);
    expect(out).toContain('web:2 is deployed.');
    expect(sent()).toEqual(['RegisterTaskDefinition', 'UpdateService']);
    expect(await taskdef(['deploy', '--yes', 'web-prod'], { files: changed })).toMatchObject({ code: 0 });
    expect(sent()).toHaveLength(2);
    expect(ecs.revisions('web')).toHaveLength(2);
  });

  test('a rollback is a failure with its cause, although the service is stable again', async () => {
    const { taskdef } = await shop();
    const missing = { ...files, 'web.json': files['web.json'].replace('nginx:1.29', 'missing:1') };
    const { code, out } = await taskdef(['deploy', '--yes', '--format', 'json', 'web-prod'], { files: missing });
    expect(code).toBe(1);
    const events = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(events.at(-1)).toMatchObject({ event: 'end', kind: 'rolled-back' });
    expect(events.at(-1).words).toContain('is not in its registry');
  });

  test('asks before anything is sent, and takes no for an answer', async () => {
    const { taskdef, sent } = await shop();
    const { code, err } = await taskdef(['deploy', 'web-prod'], { files: changed, answers: [''] });
    expect([code, sent()]).toEqual([1, []]);
    expect(err).toContain('Account: 111122223333');
    expect(await taskdef(['deploy', 'web-prod'], { files: changed, answers: ['1'] })).toMatchObject({ code: 0 });
    expect(sent()).toEqual(['RegisterTaskDefinition', 'UpdateService']);
  });

  test('where nobody can be asked it wants --yes, and a name for what is protected', async () => {
    const { ecs, taskdef, sent } = await shop();
    ecs.addService('shop', 'api', { taskDefinition: 'web:1' });
    const argv = ['deploy', '--cluster', 'shop', '--service', 'api', 'web.json'];
    expect(await taskdef(argv, { files: changed })).toMatchObject({ code: 2 });
    expect(await taskdef([...argv, '--yes'], { files: changed })).toMatchObject({ code: 1 });
    expect(await taskdef([...argv, '--yes', '--confirm', 'api'], { files: changed })).toMatchObject({ code: 1 });
    expect(sent()).toEqual([]);
    expect(await taskdef([...argv, '--yes', '--confirm', 'shop/api'], { files: changed })).toMatchObject({ code: 0 });
  });

  test('runs tasks', async () => {
    const { ecs, taskdef } = await shop();
    const before = ecs.taskSets();
    const { code, out } = await taskdef(['deploy', '--yes', 'web-once'], { files });
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('is running.') });
    expect(ecs.taskSets()).toBe(before + 1);
  });

  test('makes a service of its file where there is none', async () => {
    const { ecs, taskdef, sent } = await shop();
    const service = {
      cluster: 'shop',
      serviceName: 'blog',
      taskDefinition: 'web',
      desiredCount: 1,
      launchType: 'FARGATE',
      networkConfiguration: {
        awsvpcConfiguration: { subnets: ['subnet-0a1b2c3d4e5f60001'], securityGroups: ['sg-0a1b2c3d4e5f60001'] },
      },
    };
    const targets = {
      blog: {
        file: 'web.json',
        kind: 'service',
        cluster: 'shop',
        service: 'blog',
        serviceFile: 'blog.ecs-service.json',
      },
    };
    const workspace = {
      'web.json': files['web.json'],
      'blog.ecs-service.json': JSON.stringify(service),
      '.vscode/settings.json': `// shared\n${JSON.stringify({ 'taskdef.targets': targets })}`,
    };
    const { code, err } = await taskdef(['deploy', '--yes', 'blog'], { files: workspace });
    expect({ code, err }).toMatchObject({ code: 0 });
    expect(sent()).toEqual(['CreateService']);
    expect(ecs.deployments('shop', 'blog')).toHaveLength(1);
  });

  test('nothing that it writes holds the value of a variable', async () => {
    const { taskdef } = await shop();
    const secret = { ...changed, 'web.json': changed['web.json'].replace('canary-in', 'another-canary-in') };
    const runs = [
      await taskdef(['plan', 'web-prod'], { files: secret }),
      await taskdef(['plan', '--format', 'json', 'web-prod'], { files: secret }),
      await taskdef(['diff', 'web.json'], { files: secret }),
      await taskdef(['deploy', '--yes', 'web-prod'], { files: secret }),
      await taskdef(['deploy', '--yes', '--format', 'json', 'web-once'], { files: secret }),
      await taskdef(['status', '--cluster', 'shop', 'web']),
    ];
    expect(runs.map(({ out, err }) => out + err).join('')).not.toContain('canary-in');
  });
});

describe('diff', () => {
  test('with the newest revision, with another one, and with what is in use', async () => {
    const { ecs, taskdef } = await shop();
    expect(await taskdef(['diff', 'web.json'], { files })).toMatchObject({ code: 0, out: 'web:1 says the same.\n' });
    ecs.addTaskDefinition({ ...structuredClone(definition), cpu: '512', memory: '1024' } as never);
    const newest = await taskdef(['diff', 'web.json'], { files });
    expect([newest.code, newest.out.split('\n')[0]]).toEqual([1, 'From web:2 to the file:']);
    expect(newest.out).toContain('~ cpu: 512 → 256');
    expect(await taskdef(['diff', '--revision', 'web:1', 'web.json'], { files })).toMatchObject({ code: 0 });
    expect(await taskdef(['diff', '--target', 'web-prod'], { files })).toMatchObject({ code: 0 });
    expect(await taskdef(['diff', '--revision', 'web:9', 'web.json'], { files })).toMatchObject({ code: 3 });
  });
});
