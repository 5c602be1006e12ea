import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { tasksMayAssume } from '../support/fake-ecs/belongings';
import { cliStage } from './support/cli';

const definition = {
  family: 'web',
  requiresCompatibilities: ['FARGATE'],
  networkMode: 'awsvpc',
  cpu: '256',
  memory: '512',
  executionRoleArn: 'arn:aws:iam::111122223333:role/web-exec',
  containerDefinitions: [
    {
      name: 'web',
      image: '111122223333.dkr.ecr.us-east-1.amazonaws.com/web:2',
      portMappings: [{ containerPort: 80 }],
      environment: [{ name: 'GREETING', value: 'canary-in-a-variable' }],
      secrets: [{ name: 'TOKEN', valueFrom: 'arn:aws:secretsmanager:us-east-1:111122223333:secret:web-AbCd12' }],
    },
  ],
};
const files = {
  'web.json': JSON.stringify(definition),
  'api.json': JSON.stringify({ ...definition, family: 'api' }),
  '.vscode/settings.json': JSON.stringify({
    'taskdef.targets': { 'web-prod': { file: 'web.json', kind: 'service', cluster: 'shop', service: 'web' } },
  }),
};

async function shop() {
  const stage = await cliStage();
  const { belongings } = stage.ecs;
  stage.ecs.addCluster('shop');
  stage.ecs.addTaskDefinition(structuredClone(definition) as never);
  stage.ecs.addService('shop', 'web', { taskDefinition: 'web:1' });
  belongings.roles.set('web-exec', tasksMayAssume);
  belongings.images.set('web', ['2']);
  belongings.secrets.set('web-AbCd12', {});
  return stage;
}

describe('verify', () => {
  test('a file without a target is checked alone', async () => {
    const { ecs, taskdef } = await shop();
    const { code, out } = await taskdef(['verify', 'api.json'], { files });
    expect(code).toBe(0);
    expect(out).toContain('4 well, 0 not, 0 not checked.');
    expect(ecs.count('DescribeClusters')).toBe(0);
    expect(out).not.toContain('canary');
  });

  test('a target, or what options say, is checked too', async () => {
    const { taskdef } = await shop();
    const byName = await taskdef(['verify', 'web-prod'], { files });
    expect(byName.code).toBe(0);
    expect(byName.out).toContain('OK    Cluster shop exists.\nOK    Service web exists.\n');
    expect(await taskdef(['verify', 'web.json'], { files })).toEqual(byName);
    const options = ['--cluster', 'shop', '--service', 'web'];
    expect((await taskdef(['verify', ...options, 'api.json'], { files })).out).toBe(byName.out);
  });

  test('what is missing is told as the page of the command shows it', async () => {
    const { ecs, taskdef } = await shop();
    ecs.belongings.images.clear();
    ecs.fail('DescribeSecret', { kind: 'denied' });
    const { code, out } = await taskdef(['verify', 'api.json'], { files });
    expect(code).toBe(1);
    const page = await readFile('docs/cli.md', 'utf8');
    expect(page).toContain(`\`\`\`\n${out.replaceAll('arn:aws:iam::111122223333:role/web-exec', 'web-exec')}\`\`\``);
  });

  test('scripts get the facts', async () => {
    const { ecs, taskdef } = await shop();
    ecs.belongings.roles.clear();
    const { code, out } = await taskdef(['verify', '--format', 'json', 'api.json'], { files });
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      account: '111122223333',
      region: 'us-east-1',
      checks: [
        { id: 'execution-role', path: '/executionRoleArn', state: 'failed', fix: expect.any(String) },
        { id: 'image', path: '/containerDefinitions/0/image', state: 'ok' },
        { id: 'secret', path: '/containerDefinitions/0/secrets/0/valueFrom', state: 'ok' },
      ],
    });
    expect(out).not.toContain('canary');
  });

  test.each([
    [['verify'], 2, 'name one target or file'],
    [['verify', 'web-prd'], 2, 'There are web-prod'],
    [['verify', '--run', 'api.json'], 2, '--run is about a target'],
    [['verify', '--family', 'orders', 'api.json'], 2, "no family 'orders'"],
    [['verify', '--account', '444455556666', 'web-prod'], 3, 'is for account 444455556666'],
  ])('%j ends with %i', async (argv, code, words) => {
    const { taskdef } = await shop();
    const run = await taskdef(argv, { files });
    expect(run).toMatchObject({ code, out: '' });
    expect(run.err).toContain(words);
  });

  test('a file with errors is not asked about', async () => {
    const { ecs, taskdef } = await shop();
    const sick = { 'web.json': files['web.json'].replace('"512"', '"513"') };
    expect(await taskdef(['verify', 'web.json'], { files: sick })).toMatchObject({ code: 1, out: '' });
    expect(ecs.requests).toEqual([]);
  });
});
