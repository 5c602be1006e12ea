import { namespaceOf } from '../../model/sysctl';
import { example, marked } from '../example';
import { limitRule } from '../limit-rule';
import { defineRule, report } from '../rule';

const limits = limitRule({
  id: 'system-control-namespace',
  title: 'System controls are kernel parameters that a container can have for itself',
  why: 'ECS takes net.*, fs.mqueue.* and the parameters of kernel.* for messages, semaphores and shared memory. All others belong to the whole instance, and a container that sets one does not start. Each needs a value.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_SystemControl.html',
  at: 'containerDefinitions.systemControls.namespace',
  message: ({ node }) =>
    `'${node.value}' is no kernel parameter of a container: ECS takes net.*, fs.mqueue.*, and of kernel.* msgmax, msgmnb, msgmni, sem, shmall, shmmax, shmmni and shm_rmid_forced. Set others on the instance.`,
  bad: [
    example('EC2', '', marked(line('"namespace": "vm.max_map_count", "value": "262144"'), '"vm.max_map_count"')),
    example('EC2', '', marked(line('"namespace": "net.core.somaxconn"'), '"net.core.somaxconn"')),
    example('EC2', '', marked(line('"value": "1024"'), '{')),
  ],
  good: [
    control('"namespace": "net.core.somaxconn", "value": "1024"'),
    control('"namespace": "kernel.shmmax", "value": "${SIZE}"'),
    control('"namespace": "${NAME}", "value": "1"'),
  ],
});

export const rule = defineRule({
  ...limits,

  *check({ containerDefinitions }) {
    for (const { systemControls } of containerDefinitions.items)
      for (const { at, namespace, value } of systemControls.items) {
        if (at.node?.type !== 'object' || (namespace.present && value.present)) continue;
        // A parameter that no container can set needs no value either.
        if (namespace.literal !== undefined && namespaceOf(namespace.literal) === undefined) continue;
        const missing = namespace.present ? 'value' : 'namespace';
        yield report(namespace, `This system control lacks its '${missing}'.`);
      }
  },
});

function control(members: string): string {
  return example('EC2', '', `\n${line(members)}`);
}

function line(members: string): string {
  return `      "systemControls": [{ ${members} }],`;
}
