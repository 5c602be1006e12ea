import type { Edit } from '../syntax/edit';
import type { Container } from './container';
import { isKnown } from './known';

/** Whether a container has a volume or a tmpfs that it can write to; undefined where that is unknown. */
export function hasWritablePath({ mountPoints, volumesFrom, linuxParameters }: Container): boolean | undefined {
  const { tmpfs } = linuxParameters;
  if (![mountPoints, volumesFrom, linuxParameters.at, tmpfs].every(isKnown)) return undefined;
  return (
    volumesFrom.items.length > 0 ||
    tmpfs.items.length > 0 ||
    mountPoints.items.some(({ readOnly }) => readOnly.literal !== true)
  );
}

/** Gives a container a tmpfs at /tmp of 64 MiB. */
export function addTmpfs({ at, linuxParameters }: Container): Edit {
  const { tmpfs } = linuxParameters;
  const value = { containerPath: '/tmp', size: 64 };
  if (tmpfs.node?.type === 'array') return { kind: 'append', array: tmpfs.node, value };
  return linuxParameters.present
    ? { kind: 'member', object: linuxParameters.at.anchor, key: 'tmpfs', value: [value] }
    : { kind: 'member', object: at.anchor, key: 'linuxParameters', value: { tmpfs: [value] } };
}
