import { describe, expect, it } from 'vitest';
import { toContainers } from '../support/dialects';
import { service } from '../support/service';

const definition = (members: string, container: string) => `{
  "family": "web",
  ${members}
  "containerDefinitions": [{ "name": "app", "memory": 512, ${container} }]
}`;
const findings = async (text: string) => service.diagnose(service.open('file:///w/task-definition.json', text));
const rulesOf = async (text: string) => (await findings(text)).map(({ rule }) => rule);

describe('the platform that an image tells', () => {
  const image = '"image": "acme/app:1-arm64-windowsservercore"';

  it('is only hinted at where instances can differ from what the definition leaves out', async () => {
    const severities = async (members: string) =>
      (await findings(definition(members, image))).map(({ rule, severity }) => `${rule} ${severity}`);
    const fargate =
      '"requiresCompatibilities": ["FARGATE"], "networkMode": "awsvpc", "cpu": "1024", "memory": "2048", "executionRoleArn": "arn:aws:iam::111122223333:role/r",';
    expect(await severities('"requiresCompatibilities": ["EC2"],')).toEqual(
      expect.arrayContaining(['image-architecture-mismatch hint', 'windows-image-linux-family hint']),
    );
    expect(await severities(fargate)).toEqual(
      expect.arrayContaining(['image-architecture-mismatch warning', 'windows-image-linux-family warning']),
    );
  });

  it('is not held against a list of containers, which has no platform', async () => {
    const list = toContainers(definition('', image));
    const snapshot = service.open('file:///w/task-definition.json', list);
    expect(snapshot.definitions.map(({ shape }) => shape)).toEqual(['containers']);
    const rules = (await service.diagnose(snapshot)).map(({ rule }) => rule);
    expect(rules).not.toContain('image-architecture-mismatch');
    expect(rules).not.toContain('windows-image-linux-family');
  });
});

describe('one defect on several platforms is one finding', () => {
  const windows = '"runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE" },';
  const on = (launchTypes: string, more: string) =>
    `"requiresCompatibilities": [${launchTypes}], "cpu": "1024", "memory": "2048", "executionRoleArn": "arn:aws:iam::111122223333:role/r", ${more}`;
  const image = '"image": "mcr.microsoft.com/windows/servercore:ltsc2022"';

  it.each([
    [
      'the network mode of Linux',
      on('"FARGATE", "MANAGED_INSTANCES"', `${windows} "networkMode": "bridge",`),
      image,
      'fargate-network-mode',
    ],
    [
      'a PID mode',
      on('"FARGATE"', `${windows} "networkMode": "awsvpc", "pidMode": "host",`),
      image,
      'fargate-pid-mode',
    ],
    [
      'Linux parameters',
      on('"FARGATE"', `${windows} "networkMode": "awsvpc",`),
      `${image}, "linuxParameters": { "maxSwap": 0, "capabilities": { "add": ["NET_ADMIN"] } }`,
      'windows-unsupported-parameter',
    ],
    [
      'a log driver',
      on('"FARGATE", "MANAGED_INSTANCES"', '"networkMode": "awsvpc",'),
      '"image": "nginx:1.27", "logConfiguration": { "logDriver": "syslog" }',
      'fargate-log-driver',
    ],
  ])('%s', async (_, members, container, rule) => {
    const errors = (await findings(definition(members, container))).filter(({ severity }) => severity === 'error');
    expect(errors.map((problem) => problem.rule)).toEqual([rule]);
  });

  it('a capability in another spelling', async () => {
    const container = '"image": "nginx:1.27", "linuxParameters": { "capabilities": { "add": ["sys_ptrace"] } }';
    const rules = await rulesOf(definition(on('"FARGATE"', '"networkMode": "awsvpc",'), container));
    expect(rules).not.toContain('fargate-capability-add');
  });
});

it('on Windows, External and Managed Instances a placeholder is no mistake', async () => {
  const members = `"requiresCompatibilities": ["EXTERNAL", "MANAGED_INSTANCES"], "networkMode": "\${MODE}",
    "executionRoleArn": "\${ROLE}", "runtimePlatform": "\${PLATFORM}", "proxyConfiguration": "\${PROXY}",`;
  const container =
    '"image": "registry.example.com/app:1-arm64", "logConfiguration": { "logDriver": "${DRIVER}" }, "memoryReservation": "${SIZE}"';
  expect(await rulesOf(definition(members, container))).toEqual([]);
});
