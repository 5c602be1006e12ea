import { loadBalancers } from '../data/load-balancing';
import type { Container, PortMapping } from '../model/container';
import { byName } from '../model/known';
import { parseArn } from '../model/resource-names';
import type { TaskDefinition } from '../model/task-definition';
import type { RequestValue } from './hover-request';
import { code } from './markdown';

/** What a load balancer of a service leads to, from the listener to the container. */
export function balancer({ path, input, task }: RequestValue): string | undefined {
  const entry = input.loadBalancers.items[Number(path[1])];
  const container = entry?.containerName.literal;
  const port = entry?.containerPort.literal;
  if (!entry || container === undefined || port === undefined) return undefined;
  const group = targetGroupName(entry.targetGroupArn.literal ?? '');
  const classic = entry.loadBalancerName.present;
  const steps = [
    classic ? loadBalancers.classic.title : 'listener',
    ...(classic ? [] : [`target group${group ? ` ${code(group)}` : ''}`]),
    `container ${code(container)} port ${code(String(port))}`,
  ];
  return [steps.join(' → '), ...targets(task)].join('\n\n');
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html */
function targets(task: TaskDefinition | undefined): readonly string[] {
  switch (task?.effectiveNetworkMode) {
    case 'awsvpc':
      return ['Targets are the tasks by their own IP addresses: the target group has target type `ip`.'];
    case 'bridge':
    case 'host':
      return ['Targets are the instances at the host port of the task: the target group has target type `instance`.'];
    default:
      return [];
  }
}

function targetGroupName(text: string): string | undefined {
  const { service, resource = '' } = parseArn(text) ?? {};
  return service === 'elasticloadbalancing' ? /^targetgroup\/([^/]+)\//.exec(resource)?.[1] : undefined;
}

/**
 * Where clients of Service Connect reach a port of the service.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectClientAlias.html
 */
export function connection({ path, input, task }: RequestValue): string | undefined {
  const { namespace, services } = input.serviceConnectConfiguration;
  const service = services.items[Number(path[2])];
  const portName = service?.portName.literal;
  if (!service || portName === undefined) return undefined;
  const alias = service.clientAliases.items[0];
  const discovered = service.discoveryName.literal ?? portName;
  const name = alias?.dnsName.literal ?? `${discovered}.${namespace.literal ?? 'namespace'}`;
  const port = alias?.port.literal;
  const target = portNamed(portName, task);
  const reached = target
    ? `container ${code(target.container.name.literal ?? '?')} port ${code(String(target.port.containerPort.literal ?? '?'))}`
    : `port ${code(portName)}`;
  const scheme = target?.port.appProtocol.literal === 'http' ? 'http://' : '';
  return `Other services of the namespace${namespace.literal ? ` ${code(namespace.literal)}` : ''} reach ${reached} at ${code(`${scheme}${name}${port === undefined ? '' : `:${port}`}`)}.`;
}

function portNamed(
  name: string,
  task: TaskDefinition | undefined,
): { readonly container: Container; readonly port: PortMapping } | undefined {
  return task?.containerDefinitions.items
    .flatMap((container) => container.portMappings.items.map((port) => ({ container, port })))
    .find(({ port }) => port.name.literal === name);
}

/** What mounts the volume that is configured. */
export function volume({ text, task }: RequestValue): string | undefined {
  const mounts = task?.containerDefinitions.items.flatMap(({ name, mountPoints }) =>
    mountPoints.items.flatMap(({ sourceVolume, containerPath }) =>
      sourceVolume.literal === text && containerPath.literal
        ? [`container ${code(name.literal ?? '?')} at ${code(containerPath.literal)}`]
        : [],
    ),
  );
  return mounts && mounts.length > 0
    ? `Volume ${code(text)}, made for each task · mounted in ${mounts.join(', ')}`
    : undefined;
}

/** What the overridden container is otherwise. */
export function overrides({ text, task }: RequestValue): string | undefined {
  const container = task && byName(task.containerDefinitions).get(text);
  if (!container) return undefined;
  const image = container.image.literal;
  const command = container.command.items.map(({ literal }) => literal ?? '…').join(' ');
  return [
    `Container ${code(text)}${image ? ` of ${code(image)}` : ''}`,
    `In the task definition its command is ${command ? code(command) : "the image's own"}.`,
  ].join(' · ');
}
