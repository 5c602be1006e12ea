import { expect, it } from 'vitest';
import { toTemplate } from '../support/dialects';
import { service } from '../support/service';

/** Said of host mode whatever the ports are. */
const adviceOnHostMode = new Set(['host-network-mode', 'host-network-root-user']);

/** Rule and underlined text of all errors and warnings. */
async function found(text: string, name = 'task-definition.json'): Promise<readonly string[]> {
  const problems = await service.diagnose(service.open(`file:///w/${name}`, text));
  return problems
    .filter(({ rule, severity }) => /error|warning/.test(severity) && !adviceOnHostMode.has(rule))
    .map(({ rule, severity, span }) => `${severity} ${rule} ${text.slice(span.offset, span.end)}`);
}

const inMode = (mode: string, members: string, more = '') =>
  `{ "family": "web", "networkMode": "${mode}", "requiresCompatibilities": ["EC2"], "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128, ${members} }${more}] }`;
const mapped = (mode: string, ...mappings: readonly string[]) =>
  inMode(mode, `"portMappings": [${mappings.map((mapping) => `{ ${mapping} }`).join(', ')}]`);

it.each([
  ['10.0.0.5', true],
  ['255.255.255.255', true],
  ['256.0.0.1', false],
  ['10.0.0', false],
  ['10.0.0.5.6', false],
  ['10.0.0.5/32', false],
  ['::', true],
  ['::1', true],
  ['fd00:ec2::253', true],
  ['2001:db8:0:0:0:0:0:1', true],
  ['::ffff:10.0.0.5', true],
  ['64:ff9b::10.0.0.5', true],
  ['2001:db8:0:0:0:0:1', false],
  ['1::2::3', false],
  ['fe80::1%eth0', false],
  ['12345::', false],
  [':1', false],
  ['ns1.example.com', false],
])('takes the DNS server %s: %s', async (server, ok) => {
  const expected = ok ? [] : [`error dns-search-domain-invalid "${server}"`];
  expect(await found(inMode('bridge', `"dnsServers": ["${server}"]`))).toEqual(expected);
});

it('calls a wrong protocol an error where CloudFormation refuses it', async () => {
  const text = mapped('bridge', '"containerPort": 80, "protocol": "tcpX"');
  expect(await found(text)).toEqual(['warning protocol-invalid "tcpX"']);
  expect(await found(toTemplate(text), 'template.json')).toEqual(['error protocol-invalid "tcpX"']);
});

it.each([
  ['awsvpc', ['"containerPortRange": "8080-8090"', '"containerPort": 8085'], ['error port-range-overlap 8085']],
  ['awsvpc', ['"containerPort": 8085', '"containerPort": 8085'], ['error port-mapping-conflict 8085']],
  ['bridge', ['"containerPortRange": "80-90"', '"containerPortRange": "85-95"'], ['error port-range-overlap "85-95"']],
  ['host', ['"containerPort": 85', '"containerPortRange": "80-90"'], ['error port-range-network-mode "80-90"']],
  ['bridge', ['"containerPort": 80, "hostPort": 81', '"containerPort": 80, "hostPort": 82'], []],
  ['bridge', ['"containerPort": 80, "hostPort": 22, "protocol": "udp"'], []],
  ['bridge', ['"containerPort": 1, "hostPort": 51679'], ['error reserved-host-port 51679']],
  ['host', ['"containerPort": 22'], ['error reserved-host-port 22']],
  ['awsvpc', ['"containerPort": 22'], []],
  ['awsvpc', ['"containerPort": 80, "hostPort": 70000'], ['error host-port-invalid 70000']],
  ['host', ['"containerPort": 80, "hostPort": 70000'], ['error host-port-invalid 70000']],
  ['awsvpc', ['"containerPort": 0', '"containerPort": 0'], Array(2).fill('error container-port-invalid 0')],
  ['awsvpc', ['"containerport": 80'], ['error unknown-property "containerport"']],
])('has one finding for each defect in %s mode: %s', async (mode, mappings, expected) => {
  expect(await found(mapped(mode, ...mappings))).toEqual(expected);
});

it('takes a missing mode on Fargate for the only one there is', async () => {
  const text = inMode('awsvpc', '"hostname": "web"')
    .replace('"EC2"', '"FARGATE"')
    .replace('"networkMode": "awsvpc", ', '');
  expect(await found(text)).toContain('error awsvpc-hostname "web"');
});

it('tells a circle of links once, also where it is mixed with other dependencies', async () => {
  const text = inMode(
    'bridge',
    '"links": ["db"]',
    ', { "name": "db", "image": "db:1", "memory": 128, "links": ["app"], "volumesFrom": [{ "sourceContainer": "app" }] }',
  );
  const rules = (await found(text)).filter((finding) => finding.includes('cycle'));
  expect(rules).toEqual(['error links-cycle "db"', 'error links-cycle "app"', 'error depends-on-cycle "app"']);
});
