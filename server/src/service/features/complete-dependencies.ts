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
  const dependents = new Map<string | undefined, string[]>();
  for (const { name: field, dependsOn } of containerDefinitions.items) {
    const own = field.literal;
    if (own === undefined) continue;
    for (const { containerName } of dependsOn.items) {
      const known = dependents.get(containerName.literal);
      if (known) known.push(own);
      else dependents.set(containerName.literal, [own]);
    }
  }
  const waiting = new Set<string>();
  const open = [...(name === undefined ? [] : (dependents.get(name) ?? []))];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (waiting.has(next)) continue;
    waiting.add(next);
    open.push(...(dependents.get(next) ?? []));
  }
  return waiting;
}
