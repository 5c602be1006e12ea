import { isEssential } from '../model/container';
import { byName } from '../model/known';
import type { TaskDefinition } from '../model/task-definition';
import type { Site } from './complete-site';

const meanings: Readonly<Record<string, string>> = {
  START: 'it has started',
  HEALTHY: 'its health check has passed',
  COMPLETE: 'it has ended',
  SUCCESS: 'it has ended with exit code 0',
};

/** What a dependency waits for, or why the container it names never gets there. */
export function condition(site: Site, value: string): { readonly detail: string; readonly fits: boolean } {
  const edge = site.container?.dependsOn.items[Number(site.path[3])];
  const target = byName(site.task.containerDefinitions).get(edge?.containerName.literal ?? '');
  const name = target?.name.literal;
  if (target && value === 'HEALTHY' && !target.healthCheck.present)
    return { detail: `never: '${name}' has no healthCheck`, fits: false };
  if (target && (value === 'COMPLETE' || value === 'SUCCESS') && isEssential(target))
    return { detail: `never: '${name}' is essential, so the task ends with it`, fits: false };
  return { detail: meanings[value] ?? '', fits: true };
}

/** The containers that wait for a container, directly or through others: it cannot wait for them. */
export function waitingFor(name: string | undefined, { containerDefinitions }: TaskDefinition): ReadonlySet<string> {
  const waiting = new Set<string>();
  const open = name === undefined ? [] : [name];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const container of containerDefinitions.items) {
      const own = container.name.literal;
      const waits = container.dependsOn.items.some(({ containerName }) => containerName.literal === next);
      if (own === undefined || !waits || waiting.has(own)) continue;
      waiting.add(own);
      open.push(own);
    }
  }
  return waiting;
}
