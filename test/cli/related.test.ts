import { describe, expect, it } from 'vitest';
import { run } from '../support/cli';

const definition = (family: string, more = '') =>
  `{ "family": "${family}"${more}, "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128, "portMappings": [{ "containerPort": 80 }] }] }\n`;
const service = (family: string, container = 'app', more = '') =>
  `{ "serviceName": "s", "taskDefinition": "${family}:3"${more}, "loadBalancers": [{ "targetGroupArn": "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef", "containerName": "${container}", "containerPort": 80 }] }\n`;

/** The ids of the rules that found something, by file. */
async function found(files: Readonly<Record<string, string>>, ...argv: readonly string[]) {
  const { out } = await run(files, 'lint', '--format', 'json', ...argv);
  const { results } = JSON.parse(out) as { results: { file: string; diagnostics: { rule: string }[] }[] };
  return Object.fromEntries(results.map(({ file, diagnostics }) => [file, diagnostics.map(({ rule }) => rule)]));
}

describe('services and runs', () => {
  const unknown = 'service-load-balancer-container';

  it('are checked against the definition of their family among the files, before it or behind it', async () => {
    const files = {
      'a/service.json': service('web', 'ap'),
      'b/web.json': definition('web'),
      'c/service.json': service('web'),
    };
    const all = await found(files, '.');
    expect(all['a/service.json']).toContain(unknown);
    expect(all['c/service.json']).not.toContain(unknown);
    // What is not among the files is not known.
    expect((await found(files, 'a'))['a/service.json']).not.toContain(unknown);
    expect((await found(files, 'a', 'b/web.json'))['a/service.json']).toContain(unknown);
  });

  it('mean the nearest of several stages, and none of two as near', async () => {
    const other = definition('web').replace('"app"', '"main"');
    const files = { 'dev/web.json': definition('web'), 'prod/web.json': other, 'prod/service.json': service('web') };
    expect((await found(files, '.'))['prod/service.json']).toContain(unknown);
    const open = { 'dev/web.json': other, 'prod/web.json': other, 'test/service.json': service('web') };
    expect((await found(open, '.'))['test/service.json']).not.toContain(unknown);
  });

  it('mean the definition that ecspresso joins them with', async () => {
    const files = {
      'app/ecspresso.yml': 'service_definition: service.json\ntask_definition: tasks/td.json\n',
      'app/service.json': service('web', 'app').replace('"taskDefinition": "web:3"', '"desiredCount": 1'),
      'app/tasks/td.json': definition('other').replace('"app"', '"main"'),
    };
    expect((await found(files, '.'))['app/service.json']).toContain(unknown);
  });

  it('come from standard input too', async () => {
    const files = { '-': service('web', 'ap'), 'web.json': definition('web') };
    const all = await found(files, '--stdin-filename', 'service.json', '-', 'web.json');
    expect(all['service.json']).toContain(unknown);
  });
});

describe('a definition that lists no launch types', () => {
  const needs = 'fargate-network-mode';
  const fargate = ', "launchType": "FARGATE"';

  it('is for those of the services among the files that are about it', async () => {
    const files = { 'web.json': definition('web'), 'z.json': service('web', 'app', fargate) };
    expect((await found(files, '.'))['web.json']).toContain(needs);
    expect((await found(files, 'web.json'))['web.json']).not.toContain(needs);
    const listed = { ...files, 'web.json': definition('web', ', "requiresCompatibilities": ["EC2"]') };
    expect((await found(listed, '.'))['web.json']).not.toContain(needs);
  });

  it('is for that of the last of many, too', async () => {
    const many = Array.from({ length: 60 }, (_, index) => [
      `s${index}.json`,
      service('web', 'app', ', "launchType": "EC2"'),
    ]);
    const files = {
      ...Object.fromEntries(many),
      'web.json': definition('web'),
      'z.json': service('web', 'app', fargate),
    };
    expect((await found(files, '.'))['web.json']).toContain(needs);
  });
});
