import { proxyProperties, usualProxyUser } from '../../data/proxy-properties';
import type { Container } from '../../model/container';
import { byName, isKnown, knownNames, named } from '../../model/known';
import type { TaskDefinition } from '../../model/task-definition';
import { append, defineRule, type Report, report, set, suggestion } from '../rule';

export const rule = defineRule({
  id: 'proxy-configuration-properties',
  category: 'networking',
  severity: 'error',
  title: 'A proxy configuration has all that the proxy needs',
  why: 'ECS refuses a proxy configuration without the ports of the proxy and of the application, or without the user whose traffic is let through: the proxy would be sent its own traffic. That user must be the one that the proxy container runs as.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ProxyConfiguration.html',
  bad: [
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "proxyConfiguration": {
    "containerName": "envoy",
    "properties": [
//  ^^^^^^^^^^^^
      { "name": "ProxyEgressPort", "value": "15001" },
      { "name": "EgressIgnoredIPs", "value": "169.254.170.2" }
    ]
  },
  "containerDefinitions": [
    { "name": "app", "image": "app:1.0", "memory": 128, "portMappings": [{ "containerPort": 8080 }] },
    { "name": "envoy", "image": "envoy:1.32", "memory": 128, "user": "1500" }
  ]
}`,
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "proxyConfiguration": {
//^^^^^^^^^^^^^^^^^^^^
    "containerName": "envoy"
  },
  "containerDefinitions": [{ "name": "envoy", "image": "envoy:1.32", "memory": 128, "user": "1337" }]
}`,
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "proxyConfiguration": {
    "containerName": "envoy",
    "properties": [
//  ^^^^^^^^^^^^
      { "name": "IgnoredUID", "value": "1337" },
      { "name": "ProxyIngressPort", "value": "15000" },
      { "name": "ProxyEgressPort", "value": "15001" },
      { "name": "AppPorts", "value": "8080" },
      { "name": "EgressIgnoredIPs", "value": "169.254.170.2" }
    ]
  },
  "containerDefinitions": [{ "name": "envoy", "image": "envoy:1.32", "memory": 128, "user": "101:101" }]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "proxyConfiguration": {
    "containerName": "envoy",
    "properties": [
      { "name": "ProxyEgressPort", "value": "15001" },
      { "name": "EgressIgnoredIPs", "value": "169.254.170.2" },
      {
        "name": "ProxyIngressPort",
        "value": "15000"
      },
      {
        "name": "AppPorts",
        "value": "8080"
      },
      {
        "name": "IgnoredUID",
        "value": "1500"
      }
    ]
  },
  "containerDefinitions": [
    { "name": "app", "image": "app:1.0", "memory": 128, "portMappings": [{ "containerPort": 8080 }] },
    { "name": "envoy", "image": "envoy:1.32", "memory": 128, "user": "1500" }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "proxyConfiguration": {
    "containerName": "envoy",
    "properties": [
      { "name": "IgnoredUID", "value": "" },
      { "name": "IgnoredGID", "value": "1337" },
      { "name": "ProxyIngressPort", "value": "15000" },
      { "name": "ProxyEgressPort", "value": "15001" },
      { "name": "AppPorts", "value": "8080" },
      { "name": "EgressIgnoredIPs", "value": "" }
    ]
  },
  "containerDefinitions": [{ "name": "envoy", "image": "envoy:1.32", "memory": 128, "user": "101:1337" }]
}`,
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "proxyConfiguration": { "containerName": "envoy", "properties": [{ "name": "\${NAME}", "value": "1337" }] },
  "containerDefinitions": [{ "name": "envoy", "image": "envoy:1.32", "memory": 128, "user": "1337" }]
}`,
  ],

  *check(task) {
    const { proxyConfiguration, containerDefinitions } = task;
    const { type, properties, containerName } = proxyConfiguration;
    if (!proxyConfiguration.present || !isKnown(proxyConfiguration.at) || task.onlyNetworkMode !== 'awsvpc') return;
    if ((type.present && type.literal !== 'APPMESH') || !knownNames(properties)) return;
    const proxy = named(containerDefinitions, containerName.literal);
    const missing = missingOf(task, proxy);
    if (missing.length > 0) yield incomplete(task, missing);
    else if (proxy) yield* otherUser(task, proxy);
  },
});

interface Missing {
  readonly name: string;
  readonly text: string;
  readonly value: string;
}

function missingOf(task: TaskDefinition, proxy: Container | undefined): readonly Missing[] {
  const stated = byName(task.proxyConfiguration.properties);
  const missing = proxyProperties
    .filter(({ name }) => !stated.has(name))
    .map(({ name, text, usual }) => ({ name, text, value: usual ?? appPorts(task, proxy) }));
  // One of the two can be empty.
  const user = ['IgnoredUID', 'IgnoredGID'].some((name) => stated.get(name)?.value.literal !== '' && stated.has(name));
  const [uid = ''] = proxy?.user.literal?.split(':', 1) ?? [];
  const value = isId(uid) ? uid : usualProxyUser;
  return user ? missing : [...missing, { name: 'IgnoredUID', text: 'the user that the proxy runs as', value }];
}

function appPorts({ ports }: TaskDefinition, proxy: Container | undefined): string {
  const others = ports.filter(({ container, ports }) => container !== proxy && ports && !ports.isRange);
  return [...new Set(others.map(({ ports }) => ports?.first))].join(',') || '80';
}

function incomplete({ proxyConfiguration }: TaskDefinition, missing: readonly Missing[]): Report {
  const { properties } = proxyConfiguration;
  const stated = byName(properties);
  const items = missing.map(({ name, value }) => ({ name, value }));
  const names = missing.map(({ name }) => name).join(', ');
  const told = missing.map(({ name, text }) => `${name} (${text})`).join(', ');
  // The agent adds the addresses that matter to the others.
  const harmless = missing.every(({ name }) => name === 'EgressIgnoredIPs');
  return report(properties, `The proxy configuration lacks ${told}.`, {
    ...(harmless && { severity: 'warning' }),
    fix: suggestion(
      `Insert ${names}`,
      ...(properties.present
        ? items.map((item) => {
            const empty = stated.get(item.name);
            return empty ? set(empty.at, 'value', item.value) : append(properties, item);
          })
        : [set(proxyConfiguration.at, 'properties', items)]),
    ),
  });
}

/** What the image runs as is not known, so that this is no error where the container names no user. */
function* otherUser({ proxyConfiguration }: TaskDefinition, { user, name }: Container): Iterable<Report> {
  const stated = byName(proxyConfiguration.properties);
  const [uid, gid] = user.literal?.split(':', 2) ?? [];
  const ignored = [
    { kind: 'user', wanted: stated.get('IgnoredUID')?.value, runsAs: uid },
    { kind: 'group', wanted: stated.get('IgnoredGID')?.value, runsAs: gid },
  ].filter(({ wanted }) => wanted && wanted.literal !== '');
  const differ = ({ wanted, runsAs }: (typeof ignored)[number]) =>
    isId(wanted?.literal) && (user.present ? isId(runsAs) && runsAs !== wanted?.literal : true);
  const [first] = ignored;
  if (!first || !ignored.every(differ)) return;
  const wanted = `${first.kind} ${first.wanted?.literal}`;
  yield report(
    proxyConfiguration.properties,
    `The traffic of ${wanted} is let through as that of the proxy, but container '${name.literal}' ${user.present ? `runs as ${user.literal}` : 'names no user'}. Let it run as ${wanted}, or its own traffic is sent back to it.`,
    { severity: 'warning', related: [{ place: user, message: user.present ? 'The user of the proxy' : 'The proxy' }] },
  );
}

/** Names of users and groups are known to the image alone. */
function isId(text: string | undefined): boolean {
  return /^\d+$/.test(text ?? '');
}
