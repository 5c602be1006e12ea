import { dataServicePorts } from '../data/host-ports';
import type { Container } from './container';
import { toolsLackedBy } from './image-tools';
import { isPort } from './ports';
import type { TaskDefinition } from './task-definition';

/** A command that asks the container's first port over HTTP; undefined where that can hardly be meant. */
export function proposedHealthCommand(
  { isWindows }: TaskDefinition,
  container: Container,
): readonly string[] | undefined {
  const port = container.portMappings.items[0]?.containerPort.literal;
  if (isWindows !== false || !isPort(port) || dataServicePorts.has(port)) return undefined;
  const lacks = toolsLackedBy(container.image.literal ?? '');
  const url = `http://127.0.0.1:${port}/`;
  if (!lacks.includes('curl')) return ['CMD-SHELL', `curl -f ${url} || exit 1`];
  return lacks.includes('wget') ? undefined : ['CMD-SHELL', `wget -q -O /dev/null ${url} || exit 1`];
}
