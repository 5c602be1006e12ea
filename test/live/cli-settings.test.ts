import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { askLine } from '../../client/src/cli/ask';
import { cliStage } from './support/cli';
import { web } from './support/stage';

const changed = JSON.stringify({ ...web, cpu: '512', memory: '1024' });
const networkConfiguration = {
  awsvpcConfiguration: { subnets: ['subnet-0a1b2c3d4e5f60001'], securityGroups: ['sg-0a1b2c3d4e5f60001'] },
};
const target = { file: 'web.json', kind: 'service', cluster: 'shop', service: 'web' };

async function shop() {
  const stage = await cliStage();
  stage.ecs.addCluster('shop');
  stage.ecs.addService('shop', 'web', { taskDefinition: stage.ecs.addTaskDefinition(structuredClone(web) as never) });
  const changes = ['RegisterTaskDefinition', 'UpdateService', 'CreateService', 'RunTask'];
  const sent = () => stage.ecs.requests.filter(({ operation }) => changes.includes(operation));
  return { ...stage, sent };
}

const settings = (targets: object, protectedTargets?: unknown): string =>
  JSON.stringify({
    'taskdef.targets': targets,
    ...(protectedTargets === undefined ? {} : { 'taskdef.protectedTargets': protectedTargets }),
  });

test.each([
  ['a single pattern without its list', { '.vscode/settings.json': settings({ live: target }, 'shop/*') }],
  [
    'the settings of a folder above',
    { '.vscode/settings.json': settings({ live: target }), '/.vscode/settings.json': settings({}, ['shop']) },
  ],
])('%s protects', async (_, files) => {
  const { taskdef, sent } = await shop();
  expect(await taskdef(['deploy', '--yes', 'live'], { files: { ...files, 'web.json': changed } })).toMatchObject({
    code: 1,
  });
  expect(sent()).toEqual([]);
});

test('of the folders above only what is protected is taken: targets are those of the nearest', async () => {
  const { taskdef } = await shop();
  const files = {
    'web.json': changed,
    '.vscode/settings.json': settings({ live: target }),
    '/.vscode/settings.json': settings({ other: target, broken: {} }),
  };
  expect(await taskdef(['plan', 'other'], { files })).toMatchObject({
    code: 2,
    err: expect.stringMatching(/There are live in/),
  });
});

test('settings that cannot be understood stop a deployment: they may protect something', async () => {
  const { taskdef, sent } = await shop();
  const files = { 'web.json': changed, '.vscode/settings.json': '{ "taskdef.targets": {},\n<<<<<<< HEAD\n' };
  const { code, err } = await taskdef(['deploy', '--yes', '--cluster', 'shop', '--service', 'web', 'web.json'], {
    files,
  });
  expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('.vscode/settings.json is no JSON') });
  expect(sent()).toEqual([]);
});

test.each([['--public-ip'], ['--security-groups', 'sg-0a1b2c3d4e5f60001']])(
  '%s without subnets is no usage, not something that is left out',
  async (...option) => {
    const { taskdef, ecs } = await shop();
    const argv = ['deploy', '--yes', '--cluster', 'shop', '--run', ...option, 'web.json'];
    expect(await taskdef(argv, { files: { 'web.json': changed } })).toMatchObject({ code: 2 });
    expect(ecs.requests).toEqual([]);
  },
);

test('what only runs take is refused for a service', async () => {
  const { taskdef, ecs } = await shop();
  const argv = ['deploy', '--yes', '--cluster', 'shop', '--service', 'web', '--launch-type', 'EC2', 'web.json'];
  expect(await taskdef(argv, { files: { 'web.json': changed } })).toMatchObject({
    code: 2,
    err: expect.stringContaining('launchType has no place in kind service'),
  });
  expect(ecs.requests).toEqual([]);
});

test('another service than the target names is not made from its file', async () => {
  const { taskdef, sent } = await shop();
  const service = { serviceName: 'blog', taskDefinition: 'web', desiredCount: 1, networkConfiguration };
  const files = {
    'web.json': changed,
    'blog.ecs-service.json': JSON.stringify(service),
    '.vscode/settings.json': settings({ live: { ...target, service: 'api', serviceFile: 'blog.ecs-service.json' } }),
  };
  const { code, err } = await taskdef(['deploy', '--yes', 'live'], { files });
  expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining('holds no service api') });
  expect(sent()).toEqual([]);
});

test('a service is named by its file alone', async () => {
  const { taskdef, sent } = await shop();
  const service = { serviceName: 'web', taskDefinition: 'web', desiredCount: 1, networkConfiguration };
  const { service: _, ...nameless } = target;
  const files = {
    'web.json': changed,
    'web.ecs-service.json': JSON.stringify(service),
    '.vscode/settings.json': settings({ live: { ...nameless, serviceFile: 'web.ecs-service.json' } }),
  };
  expect(await taskdef(['deploy', '--yes', '--no-wait', 'live'], { files })).toMatchObject({ code: 0 });
  expect(sent().map(({ operation }) => operation)).toEqual(['RegisterTaskDefinition', 'UpdateService']);
});

test('who leaves a question has answered nothing', async () => {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const answer = askLine('Number: ', input, output);
  input.end();
  expect(await answer).toBe('');
  output.end();
  expect(await text(output)).toContain('Number: ');
});

test.each(['account', 'profile', 'region', 'family'])(
  '--%s with nothing behind it guards nothing, and is refused',
  async (option) => {
    const { taskdef, ecs } = await shop();
    const files = { 'web.json': changed, '.vscode/settings.json': settings({ live: target }) };
    expect(await taskdef(['deploy', '--yes', `--${option}`, '', 'live'], { files })).toMatchObject({
      code: 2,
      err: expect.stringContaining(`--${option} wants a value`),
    });
    expect(ecs.requests).toEqual([]);
  },
);

test('a file whose name looks like an option is a file', async () => {
  const { taskdef } = await shop();
  const files = {
    '--quiet.json': changed,
    '.vscode/settings.json': settings({ live: { ...target, file: '--quiet.json' } }),
  };
  expect(await taskdef(['plan', 'live'], { files })).toMatchObject({ code: 0 });
});
