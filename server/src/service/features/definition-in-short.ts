import type { Container, PortMapping } from '../model/container';
import type { TaskDefinition } from '../model/task-definition';
import { titleOf } from './complete-support';

/** A task definition in a few words: its launch types, and its containers with their ports. */
export function inShort({ requiresCompatibilities, containerDefinitions }: TaskDefinition): string {
  const launchTypes = requiresCompatibilities.items.flatMap(({ literal }) => (literal ? titleOf(literal) : []));
  const containers = containerDefinitions.items.flatMap((container) => {
    const name = container.name.literal;
    return name
      ? [
          name,
          ...mappedPorts(container)
            .slice(0, 1)
            .map((port) => `:${port}`),
        ].join('')
      : [];
  });
  return [launchTypes.join(', '), containers.join(', ')].filter(Boolean).join(' · ');
}

/** The container ports that a container maps, as they are written. */
export function mappedPorts({ portMappings }: Container): readonly string[] {
  return portMappings.items.map(portText);
}

export function portText({ containerPort, containerPortRange }: PortMapping): string {
  return String(containerPort.literal ?? containerPortRange.literal ?? '?');
}
