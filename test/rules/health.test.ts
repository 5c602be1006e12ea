import { describe, expect, it } from 'vitest';
import { service } from '../support/service';

const wanted = /^(?:health-check-|ecr-|docker-hub|exec-|single-container)/;

/** What the rules of this topic find, as rule and underlined text. */
async function found(text: string): Promise<readonly string[]> {
  const problems = await service.diagnose(service.open('file:///w/task-definition.json', text));
  return problems
    .filter(({ rule }) => wanted.test(rule))
    .map(({ rule, span }) => `${rule} ${text.slice(span.offset, span.end)}`);
}

const definition = (containers: string, members = '') =>
  `{ "family": "web", ${members} "containerDefinitions": [${containers}] }`;
const checked = (command: readonly string[], image = 'registry.example.com/app:1', members = '') =>
  definition(
    `{ "name": "app", "image": "${image}", "memory": 128, ${members} "healthCheck": { "command": ${JSON.stringify(command)} } }`,
  );

describe('a command', () => {
  it.each<[readonly string[], readonly string[]]>([
    [['CMD-SHELL', 'curl -s http://127.0.0.1/ || wget -q --spider http://127.0.0.1/'], []],
    [['CMD-SHELL', 'curl -s http://127.0.0.1/ | grep ok || exit 1'], []],
    [['CMD-SHELL', '/usr/bin/curl -s http://127.0.0.1/ || exit 1'], ['health-check-no-exit-code']],
    [['CMD-SHELL', 'curl -s http://127.0.0.1/ || exit 1;'], ['health-check-no-exit-code']],
    [['CMD-SHELL', 'curl -s "http://127.0.0.1/?a=1&b=2" || exit 1'], []],
    [['CMD-SHELL', 'curling -s http://127.0.0.1/'], []],
    [['CMD', '/usr/bin/wget', 'http://127.0.0.1/'], ['health-check-no-exit-code']],
    [['CMD', 'wget', '--spider', 'http://localhost:80'], ['health-check-localhost-ipv6']],
    [['CMD', 'bash', '-lc', 'curl -f http://127.0.0.1/ || exit 1'], []],
    [['CMD', 'node', '-e', 'fetch("http://127.0.0.1") || exit'], []],
    [['CMD', 'check', '2>&1'], ['health-check-cmd-shell-syntax']],
    [['CMD', 'find', '/tmp', '-exec', 'test', '{}', ';'], []],
    [['CMD-SHELL', 'pg_isready', '-U', 'app user'], ['health-check-cmd-shell-args']],
    [['CMD-SHELL curl -f http://127.0.0.1/'], ['health-check-console-string']],
    [['CMD, /bin/check,', '--fast'], ['health-check-console-string']],
    [['"CMD"', '"/bin/check"'], ['health-check-console-string']],
    [['cmd', '/c', 'check.bat'], ['health-check-command-prefix']],
    [['CMD', ''], []],
  ])('%j', async (command, rules) => {
    const ids = (await found(checked(command))).map((finding) => finding.split(' ', 1)[0]);
    expect(ids).toEqual(rules);
  });
});

it.each([
  ['golang:1.24-alpine', 'curl', true],
  ['golang:1.24-alpine', 'wget', false],
  ['public.ecr.aws/docker/library/ruby:3.4-slim-bookworm', 'wget', true],
  ['docker.io/library/ubuntu:24.04', 'curl', true],
  ['gcr.io/distroless/base:debug-nonroot', 'wget', false],
  ['gcr.io/distroless/base:debug-nonroot', 'curl', true],
  ['example/python:3.13-slim', 'curl', false],
  ['python:3.13', 'curl', false],
  ['php:8.4-alpine', 'curl', false],
])('in %s a check with %s is told: %s', async (image, tool, told) => {
  const text = checked(['CMD', tool, '-f', '-O', '/dev/null', 'http://127.0.0.1/'], image);
  expect((await found(text)).some((finding) => finding.startsWith('health-check-tool-missing'))).toBe(told);
});

describe('the port that a check asks', () => {
  const asking = (members: string, mode: string, side = '') =>
    definition(
      `{ "name": "app", "image": "registry.example.com/app:1", "memory": 128, "portMappings": [{ "containerPort": 80 }], ${members} "healthCheck": { "command": ["CMD-SHELL", "curl -f http://127.0.0.1:81/"] } }${side}`,
      `"networkMode": "${mode}",`,
    );
  const side =
    ', { "name": "side", "image": "registry.example.com/side:1", "memory": 128, "essential": false, "portMappings": [{ "containerPort": 81 }] }';

  it.each([
    ['is told', asking('', 'awsvpc'), true],
    ['may be of another container, which shares the network', asking('', 'awsvpc', side), false],
    ['is not of another container in bridge mode', asking('', 'bridge', side), true],
    ['may be of anything in host mode', asking('', 'host'), false],
    ['may be in a file of variables', asking('"environmentFiles": "${FILES}",', 'awsvpc'), false],
    ['may be in a secret', asking('"secrets": [{ "name": "APP_PORT", "valueFrom": "/app/port" }],', 'awsvpc'), false],
    ['may be an argument', asking('"entryPoint": ["serve", "-p", "81"],', 'bridge'), false],
    ['may be an argument to come', asking('"command": ["serve", "${ARGS}"],', 'bridge'), false],
  ])('%s', async (_, text, told) => {
    expect((await found(text)).some((finding) => finding.startsWith('health-check-port-not-exposed'))).toBe(told);
  });
});

describe('commands run in containers', () => {
  const asked = async (container: string, members = '') => {
    const definitions = service.open(
      'file:///w/web.task-definition.json',
      definition(`{ "name": "app", "image": "registry.example.com/app:1", "memory": 128 ${container} }`, members),
    );
    const text =
      '{ "cluster": "c", "serviceName": "web", "taskDefinition": "web", "desiredCount": 1, "enableExecuteCommand": true }';
    const problems = await service.diagnose(service.open('file:///w/service.json', text), { snapshots: [definitions] });
    return problems.map(({ rule }) => rule).filter((rule) => rule.startsWith('exec-'));
  };
  const withInit = ', "linuxParameters": { "initProcessEnabled": true }';

  it.each([
    ['without an init process', '', '', ['exec-needs-init-process']],
    ['with one', withInit, '', []],
    ['where that is still to come', ', "linuxParameters": "${LINUX}"', '', []],
    ['in one PID namespace', '', '"pidMode": "task",', []],
    ['on Windows', '', '"runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE" },', []],
    ['that are read-only', `${withInit}, "readonlyRootFilesystem": true`, '', ['exec-readonly-root']],
    [
      'that are read-only but for what the agent writes',
      `${withInit}, "readonlyRootFilesystem": true, "mountPoints": [{ "sourceVolume": "ssm", "containerPath": "/var/lib/amazon" }]`,
      '"volumes": [{ "name": "ssm" }],',
      [],
    ],
  ])('%s', async (_, container, members, rules) => {
    expect(await asked(container, members)).toEqual(rules);
  });
});

it('an agent may be the only container that serves', async () => {
  const agent = '{ "name": "xray-daemon", "image": "amazon/aws-xray-daemon:3.x", "memory": 64 }';
  const both = `${agent}, { "name": "fluent-bit", "image": "fluent/fluent-bit:3.2", "memory": 64 }`;
  const serving = `${agent}, { "name": "app", "image": "registry.example.com/app:1", "memory": 64 }`;
  const rules = async (containers: string) =>
    (await found(definition(containers))).filter((finding) => finding.startsWith('single-container'));
  expect(await rules(both)).toEqual([]);
  expect(await rules(serving)).toEqual(['single-container-non-essential-sidecar "xray-daemon"']);
});
