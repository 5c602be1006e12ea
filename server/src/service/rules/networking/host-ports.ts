import { dataServicePorts, firstEphemeralPort, reservedHostPorts } from '../../data/host-ports';
import { mayRunOn } from '../../model/launch-type';
import type { MappedPort } from '../../model/ports';
import { defineRule, defineRules, type Rule, replace, report, suggestion } from '../rule';

const source = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html';

/** What is wrong with some fixed ports of an instance. */
interface Row extends Pick<Rule, 'id' | 'category' | 'severity' | 'title' | 'why' | 'source' | 'narrows'> {
  readonly modes: readonly ('bridge' | 'host')[];
  /** What is wrong with a port; undefined when nothing is. */
  readonly fault: (port: number, protocol: MappedPort['protocol']) => string | undefined;
  /** Host ports for the examples. */
  readonly bad: number;
  readonly good: readonly number[];
}

const rows: readonly Row[] = [
  {
    id: 'reserved-host-port',
    category: 'networking',
    severity: 'error',
    title: 'Ports that an instance keeps for itself are not mapped',
    why: 'SSH, Docker and the ECS agent have these ports on every container instance. No instance ever has them free, so the task is not placed.',
    source,
    modes: ['bridge', 'host'],
    fault: (port, protocol) => {
      const user = reservedHostPorts.get(port);
      return user && protocol === 'tcp'
        ? `Port ${port} of every instance belongs to ${user}, so this task is never placed.`
        : undefined;
    },
    narrows: ['ephemeral-host-port', 'public-database-port', 'static-host-port'],
    bad: 22,
    good: [23, 51681],
  },
  {
    id: 'ephemeral-host-port',
    category: 'networking',
    severity: 'warning',
    title: 'A fixed host port is below the range of ephemeral ports',
    why: `An instance gives ports from ${firstEphemeralPort} on to whoever asks for any: one of them may be taken when the task is placed, and the container then does not start.`,
    source,
    modes: ['bridge'],
    fault: (port) =>
      port >= firstEphemeralPort
        ? `Port ${port} is in the range from which the instance gives ports to others: it may be taken when this container starts.`
        : undefined,
    narrows: ['static-host-port'],
    bad: 50000,
    good: [32767],
  },
  {
    id: 'public-database-port',
    category: 'security',
    severity: 'hint',
    title: 'A database has no fixed port of the instance',
    why: 'Whatever reaches the instance reaches the database or the administration of the host at its well-known port. Let containers of the task talk to it directly, or give it a port that is not known beforehand.',
    source,
    modes: ['bridge', 'host'],
    fault: (port) => {
      const service = dataServicePorts.get(port);
      return service && `${service} can be reached at port ${port} of the instance by whatever reaches the instance.`;
    },
    narrows: ['static-host-port'],
    bad: 5432,
    good: [5431],
  },
  {
    id: 'static-host-port',
    category: 'reliability',
    severity: 'hint',
    title: 'The instance chooses the host port',
    why: 'Only one copy of a task with a fixed host port fits on an instance, and a rolling deployment waits until an instance without the old copy is free. With a dynamic port a load balancer finds each copy.',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html',
    modes: ['bridge'],
    fault: (port) => `With the fixed port ${port} only one copy of this task fits on an instance.`,
    bad: 80,
    good: [],
  },
];

export const rules = defineRules(rows, ({ modes, fault, bad, good, ...row }) =>
  defineRule({
    ...row,
    bad: modes.map((mode) => example(mode, bad, true)),
    fixed: [example('bridge', 0)],
    good: [
      ...modes.flatMap((mode) => good.map((port) => example(mode, port))),
      example('bridge', 0),
      example('awsvpc', bad),
      `{
  "family": "web",
  "requiresCompatibilities": ["EXTERNAL"],
  "networkMode": "bridge",
  "containerDefinitions": [
    { "name": "app", "image": "app:1.0", "memory": 128, "portMappings": [{ "containerPort": 80, "hostPort": ${bad} }] }
  ]
}`,
    ],

    *check(task) {
      const mode = modes.find((it) => it === task.effectiveNetworkMode);
      if (!mode || !mayRunOn(task, 'EC2')) return;
      for (const { host, protocol } of task.ports) {
        const told = host && fault(host.port, protocol);
        if (!told) continue;
        yield report(
          host.place,
          `${told} ${mode === 'bridge' ? 'Use another one, or 0 for any free port.' : 'Listen on another one.'}`,
          mode === 'bridge' ? { fix: suggestion('Change to 0, any free port', replace(host.place, 0)) } : {},
        );
      }
    },
  }),
);

function example(mode: string, port: number, marked = false): string {
  const carets = marked ? `\n//                    ${'^'.repeat(String(port).length)}` : '';
  return `{
  "family": "web",
  "networkMode": "${mode}",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "app:1.0",
      "memory": 128,
      "portMappings": [
        {
          "containerPort": ${mode === 'bridge' ? 80 : port},
          "hostPort": ${port}${carets}
        }
      ]
    }
  ]
}`;
}
