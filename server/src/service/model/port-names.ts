import { isKnown } from './known';
import type { MappedPort } from './ports';
import type { TaskDefinition } from './task-definition';

/** The names of a task's port mappings; undefined when one is unknown, so that no name can be said to be missing. */
export function portNames({ containerDefinitions, ports }: TaskDefinition): readonly string[] | undefined {
  const isOpen = ({ at, portMappings }: MappedPort['container']) =>
    at.node?.type !== 'object' || !isKnown(portMappings);
  const isUnnamed = ({ mapping: { at, name } }: MappedPort) =>
    at.node?.type !== 'object' || (name.present && name.literal === undefined);
  if (!isKnown(containerDefinitions) || containerDefinitions.items.some(isOpen) || ports.some(isUnnamed))
    return undefined;
  return ports.flatMap(({ mapping }) => mapping.name.literal ?? []);
}

/** The port mapping of a name; of several with one name the first. */
export function portNamed({ ports }: TaskDefinition, name: string | undefined): MappedPort | undefined {
  return name === undefined ? undefined : ports.find(({ mapping }) => mapping.name.literal === name);
}
