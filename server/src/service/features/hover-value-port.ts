import type { PortMapping } from '../model/container';
import type { NetworkMode, TaskDefinition } from '../model/task-definition';
import type { Value } from './hover-value';
import { code } from './markdown';

/** A port mapping in words: what is reachable where. Nothing where the network mode cannot be known. */
export function portMapping({ path, task, container }: Value): string | undefined {
  const mapping = container?.portMappings.items[Number(path[3])];
  const mode = task.effectiveNetworkMode;
  const port = mapping && portOf(mapping);
  const protocol = mapping?.protocol.present ? mapping.protocol.literal : 'tcp';
  if (!mapping || !mode || !port || !protocol) return undefined;
  const name = container?.name.literal;
  const inner = `${code(protocol.toUpperCase())} ${port.isRange ? 'ports' : 'port'} ${code(port.text)} of ${name ? `container ${code(name)}` : 'the container'}`;
  const sentence = reach(mode, inner, mapping, port, task);
  const service = mapping.name.literal;
  return [
    `**${mode}** · ${sentence}`,
    ...(service
      ? [
          `Service Connect knows the port as ${code(service)}${mapping.appProtocol.literal ? ` and its traffic as ${code(mapping.appProtocol.literal)}` : ''}.`,
        ]
      : []),
  ].join('\n\n');
}

/** The host port that holds where `hostPort` is omitted or 0; undefined when it cannot be known or there is none. */
export function effectiveHostPort(mapping: PortMapping, mode: NetworkMode | undefined): number | 'dynamic' | undefined {
  switch (mode) {
    case 'awsvpc':
    case 'host':
      return mapping.containerPort.literal;
    case 'bridge':
      return mapping.containerPort.literal === undefined ? undefined : 'dynamic';
    default:
      return undefined;
  }
}

interface Port {
  readonly text: string;
  readonly isRange: boolean;
}

function portOf({ containerPort, containerPortRange }: PortMapping): Port | undefined {
  if (containerPort.literal !== undefined) return { text: String(containerPort.literal), isRange: false };
  return containerPortRange.literal ? { text: containerPortRange.literal, isRange: true } : undefined;
}

function reach(mode: NetworkMode, inner: string, { hostPort }: PortMapping, port: Port, task: TaskDefinition): string {
  const same = port.isRange ? 'the same ports' : 'the same port';
  switch (mode) {
    case 'awsvpc':
      return `${inner} can be reached at ${same} of the task's own IP address, as far as its security groups allow. Containers of the task reach it at ${code(port.isRange ? 'localhost' : `localhost:${port.text}`)}.`;
    case 'host':
      return `${inner} is ${same} of the instance itself: one such task at a time fits on an instance.`;
    case 'none':
      return `${inner} cannot be reached: the mode has no network, and the definition is refused.`;
    case 'bridge': {
      if (hostPort.present && hostPort.literal === undefined)
        return `${inner} can be reached at a port of the instance.`;
      if (hostPort.literal)
        return `${inner} can be reached at port ${code(String(hostPort.literal))} of the instance: one such task at a time fits on an instance.`;
      const range = task.isWindows ? '49152 to 65535' : '32768 to 60999 on most Linux instances';
      return `${inner} can be reached at ${port.isRange ? 'ports' : 'a port'} of the instance that Docker picks when the task starts (${range}). A load balancer is told; DescribeTasks shows it.`;
    }
  }
}
