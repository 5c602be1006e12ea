import { nameOf } from '../../model/container';
import type { Field } from '../../model/field';
import { namespaceOf } from '../../model/sysctl';
import type { TaskDefinition } from '../../model/task-definition';
import { defineRule, report, shown } from '../rule';

export const rule = defineRule({
  id: 'system-control-multiple-containers',
  category: 'reliability',
  severity: 'warning',
  title: 'Containers that share a kernel namespace agree on its parameters',
  why: 'In the network mode awsvpc all containers of a task share one network, and with the IPC mode task its IPC resources: a parameter holds for all, and of different values that of the container that starts last.',
  source:
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#container_definition_systemcontrols',
  bad: [controls('awsvpc', `"2048" }] }\n//${' '.repeat(81)}^^^^^^^^^^^^^^^^^^^^`)],
  good: [controls('awsvpc', '"1024" }] }'), controls('bridge', '"2048" }] }'), controls('awsvpc', '"${BACKLOG}" }] }')],

  *check(task) {
    if (task.isWindows) return;
    const shared = sharedNamespaces(task);
    if (shared.length === 0) return;
    const seen = new Map<string, { readonly value: Field<string>; readonly container: string }>();
    for (const container of task.containerDefinitions.items)
      for (const { namespace, value } of container.systemControls.items) {
        const name = namespace.literal;
        const kind = name === undefined ? undefined : namespaceOf(name);
        if (name === undefined || kind === undefined || !shared.includes(kind) || value.literal === undefined) continue;
        const first = seen.get(name);
        if (!first) seen.set(name, { value, container: nameOf(container) });
        else if (first.value.literal !== value.literal && first.container !== nameOf(container))
          yield report(
            namespace,
            `The containers ${first.container} and ${nameOf(container)} share one '${name}' but set ${shown(first.value)} and ${shown(value)}; the container that starts last wins. Set it in one of them.`,
            { related: [{ place: first.value, message: `The value of ${first.container}` }] },
          );
      }
  },
});

function sharedNamespaces({ onlyNetworkMode, ipcMode }: TaskDefinition): readonly ('network' | 'ipc')[] {
  return [
    ...(onlyNetworkMode === 'awsvpc' ? (['network'] as const) : []),
    ...(ipcMode.literal === 'task' ? (['ipc'] as const) : []),
  ];
}

function controls(networkMode: string, second: string): string {
  return `{
  "family": "web",
  "networkMode": "${networkMode}",
  "containerDefinitions": [
    { "name": "a", "image": "a:1", "memory": 64, "systemControls": [{ "namespace": "net.core.somaxconn", "value": "1024" }] },
    { "name": "b", "image": "b:1", "memory": 64, "systemControls": [{ "namespace": "net.core.somaxconn", "value": ${second}
  ]
}`;
}
