import type { Container, MountPoint } from './container';
import type { List } from './field';
import { isKnown } from './known';
import type { TaskDefinition } from './task-definition';

/** One container mounts one volume. */
export interface Mount {
  readonly container: Container;
  readonly mountPoint: MountPoint;
}

/** By the name in `sourceVolume`, whether there is such a volume or not. */
export type MountsByVolume = ReadonlyMap<string, readonly Mount[]>;

/** Who mounts what; undefined when a mount point is unknown, so that no volume can be said to be unmounted. */
export function mountsByVolume(containers: List<Container>): MountsByVolume | undefined {
  if (!isKnown(containers)) return undefined;
  const mounts = new Map<string, Mount[]>();
  for (const container of containers.items) {
    if (container.at.node?.type !== 'object' || !isKnown(container.mountPoints)) return undefined;
    for (const mountPoint of container.mountPoints.items) {
      const name = mountPoint.sourceVolume.literal;
      if (name === undefined) return undefined;
      const others = mounts.get(name);
      if (others) others.push({ container, mountPoint });
      else mounts.set(name, [{ container, mountPoint }]);
    }
  }
  return mounts;
}

/** Names that containers mount and no volume has. */
export function undeclaredVolumes({ mountsByVolume, volumes }: TaskDefinition): readonly string[] {
  const declared = new Set(volumes.items.map(({ name }) => name.literal));
  return [...(mountsByVolume?.keys() ?? [])].filter((name) => !declared.has(name));
}
