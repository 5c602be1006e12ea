import { isKnown } from '../../model/known';
import type { TaskDefinition } from '../../model/task-definition';
import { printEditsIn } from '../print-edits';
import { touches } from './place';
import type { Refactoring } from './refactoring';

/** A volume that no container mounts goes, and the list with its last one. */
export const removeUnusedVolume: Refactoring = {
  id: 'remove-unused-volume',
  kind: 'refactor.rewrite',
  offer(snapshot, { task, node }, span) {
    const { volumes } = task;
    const mounted = mountedVolumes(task);
    return volumes.items.flatMap(({ at, name }) => {
      if (!at.node || !name.literal || !touches(at.node, span) || !mounted || mounted.has(name.literal)) return [];
      const gone = volumes.items.length === 1 ? volumes.anchor : at.node;
      return [
        {
          title: `Remove unused volume '${name.literal}'`,
          changes: () => printEditsIn(snapshot, node.offset, [{ kind: 'remove', node: gone }]),
        },
      ];
    });
  },
};

/** Undefined when one is unknown, so that no volume can be said to be unused. */
function mountedVolumes({ containerDefinitions }: TaskDefinition): ReadonlySet<string> | undefined {
  const containers = containerDefinitions.items;
  const lists = containers.map(({ mountPoints }) => mountPoints);
  const mounts = lists.flatMap(({ items }) => items);
  const isWhole =
    isKnown(containerDefinitions) && [...containers, ...mounts].every(({ at }) => at.node?.type === 'object');
  if (!isWhole || !lists.every(isKnown)) return undefined;
  if (mounts.some(({ sourceVolume }) => sourceVolume.present && sourceVolume.literal === undefined)) return undefined;
  return new Set(mounts.flatMap(({ sourceVolume }) => sourceVolume.literal ?? []));
}
