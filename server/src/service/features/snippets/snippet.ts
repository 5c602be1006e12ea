import type { Container } from '../../model/container';
import type { TaskDefinition } from '../../model/task-definition';
import type { Sketch } from './sketch';

/** A value that people write again and again, for one place of a task definition, or of a request. */
export interface Snippet<A = Around> {
  readonly label: string;
  readonly detail: string;
  /** Where the value stands, below the whole; `*` is any item of a list. */
  readonly at: string;
  /** The value; undefined where it does not fit. Where the launch types refuse one of its members, it is not proposed anyway. */
  make(around: A): Sketch | undefined;
}

/** What a snippet fits into. */
export interface Around {
  readonly task: TaskDefinition;
  /** The container it is for, unless it is a container or a volume itself. */
  readonly container: Container | undefined;
}

/** A name that no container, or no volume, has yet. */
export function freeName(wanted: string, items: TaskDefinition['containerDefinitions' | 'volumes']['items']): string {
  const taken = new Set(items.map(({ name }) => name.literal));
  const candidates = Array.from({ length: items.length + 1 }, (_, index) =>
    index === 0 ? wanted : `${wanted}-${index + 1}`,
  );
  return candidates.find((name) => !taken.has(name)) ?? wanted;
}

/** The first port from the wanted one on that no container maps yet. */
export function freePort(wanted: number, { containerDefinitions }: TaskDefinition): number {
  const mappings = containerDefinitions.items.flatMap(({ portMappings }) => portMappings.items);
  const taken = new Set(mappings.map(({ containerPort }) => containerPort.literal));
  const candidates = Array.from({ length: mappings.length + 1 }, (_, index) => wanted + index);
  return candidates.find((port) => !taken.has(port)) ?? wanted;
}

/** The region that the task's logs go to, as the best guess at where it runs. */
export function regionOf({ containerDefinitions }: TaskDefinition): string {
  const regions = containerDefinitions.items.flatMap(
    ({ logConfiguration }) => logConfiguration.options.get('awslogs-region').literal ?? [],
  );
  return regions.find((region) => /^[a-z0-9-]+$/.test(region)) ?? 'us-east-1';
}
