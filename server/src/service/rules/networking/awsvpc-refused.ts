import type { Container } from '../../model/container';
import type { Place } from '../../model/field';
import { defineRule, defineRules, remove, report, suggestion } from '../rule';

const reference = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html';
const guide =
  'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#container_definition_network';

/** What a container cannot set in awsvpc mode. */
interface Row {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly source: string;
  /** The members that the container does set. */
  readonly asked: (container: Container) => readonly Place[];
  readonly advice: string;
  /** The member in the examples. */
  readonly bad: readonly string[];
  readonly good: string;
  /** AWS lists the members as not supported for Windows either. */
  readonly notOnWindows: boolean;
}

const rows: readonly Row[] = [
  {
    id: 'awsvpc-extra-hosts',
    title: 'No container in awsvpc mode has extra hosts',
    why: 'In awsvpc mode ECS writes the hosts file of the task itself, and refuses a container that adds lines to it. Use a private hosted zone of Route 53, or Service Connect.',
    source: reference,
    asked: ({ extraHosts }) => (extraHosts.items.length > 0 ? [extraHosts] : []),
    advice: 'Remove it, and let DNS resolve the names.',
    bad: ['"extraHosts": [{ "hostname": "db", "ipAddress": "10.0.0.5" }]'],
    good: '"extraHosts": []',
    notOnWindows: true,
  },
  {
    id: 'awsvpc-hostname',
    title: 'No container in awsvpc mode has a host name of its own',
    why: 'In awsvpc mode all containers of a task share the network interface and its name. ECS refuses a container that asks for another one.',
    source: reference,
    asked: ({ hostname }) => (hostname.literal ? [hostname] : []),
    advice: 'Remove it: the task has the private DNS name of its network interface.',
    bad: ['"hostname": "web"'],
    good: '"hostname": ""',
    notOnWindows: false,
  },
  {
    id: 'awsvpc-dns',
    title: 'No container in awsvpc mode has DNS settings of its own',
    why: 'In awsvpc mode a task resolves names as its VPC does. ECS refuses a container with DNS servers or search domains; set them in the DHCP options of the VPC.',
    source: guide,
    asked: ({ dnsServers, dnsSearchDomains }) => [dnsServers, dnsSearchDomains].filter(({ items }) => items.length > 0),
    advice: 'Remove it: set this in the DHCP options of the VPC.',
    bad: ['"dnsServers": ["10.0.0.2"]', '"dnsSearchDomains": ["corp.example.com"]'],
    good: '"dnsServers": []',
    notOnWindows: true,
  },
  {
    id: 'awsvpc-disable-networking',
    title: 'No container in awsvpc mode has its network switched off',
    why: 'In awsvpc mode all containers of a task share one network interface, so one of them cannot be without. ECS refuses the definition.',
    source: reference,
    asked: ({ disableNetworking }) => (disableNetworking.literal === true ? [disableNetworking] : []),
    advice: 'Remove it, or close the network with a security group.',
    bad: ['"disableNetworking": true'],
    good: '"disableNetworking": false',
    notOnWindows: true,
  },
];

export const rules = defineRules(rows, ({ asked, advice, bad, good, notOnWindows, ...row }) =>
  defineRule({
    ...row,
    category: 'networking',
    severity: 'error',
    narrows: notOnWindows ? ['windows-unsupported-parameter'] : [],
    bad: bad.map((member) => example('awsvpc', member, caretsOf(member))),
    fixed: bad.map(() => example('awsvpc')),
    good: [example('awsvpc', good), ...bad.map((member) => example('bridge', member))],

    *check(task) {
      if (task.onlyNetworkMode !== 'awsvpc') return;
      for (const container of task.containerDefinitions.items) {
        for (const place of asked(container)) {
          yield report(place, `ECS refuses '${place.name}' in awsvpc mode. ${advice}`, {
            fix: suggestion(`Remove '${place.name}'`, remove(place)),
            ...(task.networkMode.present && { related: [{ place: task.networkMode, message: 'The network mode' }] }),
          });
        }
      }
    },
  }),
);

function example(mode: string, member?: string, carets = ''): string {
  return `{
  "family": "web",
  "networkMode": "${mode}",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128${member ? `,\n      ${member}` : ''}${carets}
    }
  ]
}`;
}

/** Marks what is underlined: a scalar, or the key of a list. */
function caretsOf(member: string): string {
  const [key = '', value = ''] = member.split(': ', 2);
  const [indent, length] = value.startsWith('[') ? [0, key.length] : [key.length + 2, value.length];
  return `\n//    ${' '.repeat(indent)}${'^'.repeat(length)}`;
}
