import { nameOf } from '../../model/container';
import { namespaceOf } from '../../model/sysctl';
import { example, marked } from '../example';
import { defineRule, removeItem, report, shown, suggestion } from '../rule';

export const rule = defineRule({
  id: 'system-control-namespace-mode',
  category: 'compatibility',
  severity: 'error',
  title: 'A task with the network or the IPC resources of its host sets no kernel parameters of them',
  why: 'In the network mode host net.* would be set for the whole instance, and with the IPC mode host the same goes for kernel.* and fs.mqueue.*. ECS does not support either.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_SystemControl.html',
  bad: [
    control('"networkMode": "host",', 'net.core.somaxconn', true),
    control('"ipcMode": "host",', 'kernel.shmmax', true),
  ],
  fixed: [example('EC2', '\n  "networkMode": "host",'), example('EC2', '\n  "ipcMode": "host",')],
  good: [
    control('"networkMode": "awsvpc",', 'net.core.somaxconn'),
    control('"networkMode": "host",', 'kernel.shmmax'),
    control('"ipcMode": "task",', 'kernel.shmmax'),
  ],

  *check(task) {
    // Where neither mode can be host, another rule tells so.
    if (task.launchType('FARGATE') || task.isWindows) return;
    const modes = { network: task.networkMode, ipc: task.ipcMode };
    if (modes.network.literal !== 'host' && modes.ipc.literal !== 'host') return;
    for (const container of task.containerDefinitions.items) {
      const { systemControls } = container;
      for (const { at, namespace } of systemControls.items) {
        const kind = namespace.literal === undefined ? undefined : namespaceOf(namespace.literal);
        const mode = kind && modes[kind];
        if (mode?.literal !== 'host') continue;
        yield report(
          namespace,
          `The container ${nameOf(container)} cannot set ${shown(namespace)}: the task's '${mode.name}' is host, so it would be set for the whole instance. Remove it, or set it there.`,
          {
            fix: suggestion('Remove this system control', removeItem(systemControls, at)),
            related: [{ place: mode, message: `'${mode.name}' is host` }],
          },
        );
      }
    }
  },
});

function control(mode: string, namespace: string, isBad = false): string {
  const line = `      "systemControls": [{ "namespace": "${namespace}", "value": "1024" }],`;
  return example('EC2', `\n  ${mode}`, isBad ? marked(line, `"${namespace}"`) : `\n${line}`);
}
