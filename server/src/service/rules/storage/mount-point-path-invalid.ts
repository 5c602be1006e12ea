import type { MountPoint } from '../../model/container';
import { driveOf, isWindowsPath, normalPath } from '../../model/container-path';
import type { Field } from '../../model/field';
import { byName } from '../../model/known';
import type { TaskDefinition } from '../../model/task-definition';
import type { Volume } from '../../model/volume';
import { defineRule, type Report, replace, report, set, suggestion } from '../rule';
import { containerWith, definition, onWindows } from '../storage-example';

const mounted = (mount: string, more: { readonly task?: string; readonly volumes?: string } = {}) =>
  definition({ ...more, containers: containerWith(`"mountPoints": [\n  ${mount}\n]`) });

const onD = { task: onWindows, volumes: '{ "name": "data", "host": { "sourcePath": "D:\\\\data" } }' };

export const rule = defineRule({
  id: 'mount-point-path-invalid',
  category: 'storage',
  severity: 'error',
  title: 'A volume is mounted at an absolute path',
  why: 'Docker mounts at a whole path inside the container, below its root and without a colon, and refuses to start the container otherwise. On Windows the path has a drive letter, that of the directory which is mounted.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_MountPoint.html',
  bad: [
    mounted(`{ "sourceVolume": "data", "containerPath": "data" }
//                                           ^^^^^^`),
    mounted(`{ "sourceVolume": "data", "containerPath": "/data:ro" }
//                                           ^^^^^^^^^^`),
    mounted(`{ "sourceVolume": "data", "containerPath": "/" }
//                                           ^^^`),
    mounted(`{ "sourceVolume": "data" }
//^`),
    mounted(
      `{ "sourceVolume": "data", "containerPath": "/data" }
//                                           ^^^^^^^`,
      { task: onWindows },
    ),
    mounted(
      `{ "sourceVolume": "data", "containerPath": "C:\\\\data" }
//                                           ^^^^^^^^^^`,
      onD,
    ),
  ],
  fixed: [
    mounted('{ "sourceVolume": "data", "containerPath": "/data" }'),
    mounted('{ "sourceVolume": "data", "containerPath": "/data", "readOnly": true }'),
  ],
  good: [
    mounted('{ "sourceVolume": "data", "containerPath": "/data" }'),
    mounted('{ "sourceVolume": "data", "containerPath": "${DIR}" }'),
    mounted('{ "sourceVolume": "data", "containerPath": "d:\\\\data" }', onD),
    mounted('{ "sourceVolume": "data", "containerPath": "\\\\\\\\.\\\\pipe\\\\docker_engine" }', { task: onWindows }),
    // Windows need not be named on EC2.
    mounted('{ "sourceVolume": "data", "containerPath": "C:\\\\data" }'),
    mounted('{ "sourceVolume": "data", "containerPath": "data" }', {
      task: '"runtimePlatform": { "operatingSystemFamily": "${OS}" },',
    }),
  ],

  *check(task) {
    for (const { mountPoints } of task.containerDefinitions.items) {
      for (const mountPoint of mountPoints.items) {
        const { at, containerPath, sourceVolume } = mountPoint;
        if (containerPath.literal !== undefined) yield* inPath(task, mountPoint, containerPath.literal);
        // Where the volume is missing as well, the mount point is told to have none.
        else if (!containerPath.present && sourceVolume.present && at.node?.type === 'object')
          yield report(
            containerPath,
            "This mount point says not where: set containerPath to a path inside the container, such as '/data'.",
          );
      }
    }
  },
});

function inPath(task: TaskDefinition, mountPoint: MountPoint, path: string): readonly Report[] {
  switch (task.isWindows) {
    case true:
      return onWindowsAt(mountPoint, path, byName(task.volumes).get(mountPoint.sourceVolume.literal));
    case false:
      // A definition for Windows on EC2 need not say so.
      if (isWindowsPath(path) && !task.runtimePlatform.operatingSystemFamily.present && !task.launchType('FARGATE'))
        return [];
      return onLinuxAt(mountPoint, path);
    case undefined:
      return [];
  }
}

function onLinuxAt({ at, containerPath }: MountPoint, path: string): readonly Report[] {
  if (!path.startsWith('/')) {
    const absolute = normalPath(`/${path}`);
    const mend = path === '' || path.includes(':') || /^[~.]\.?(?:$|[^/])/.test(path) || path.startsWith('../');
    return [
      report(
        containerPath,
        `'${path}' is no absolute path. Name the whole path inside the container, such as '/data'.`,
        mend ? {} : { fix: suggestion(`Change to '${absolute}'`, replace(containerPath, absolute)) },
      ),
    ];
  }
  if (normalPath(path) === '/')
    return [report(containerPath, 'No volume can be mounted at the root of the container. Choose a path below it.')];
  if (!path.includes(':')) return [];
  const [, bare, mode] = /^([^:]+):(ro|rw)$/.exec(path) ?? [];
  return [
    report(
      containerPath,
      `'${path}' has a colon, which separates a path from its options where ECS hands it to Docker. Name the path alone, and set readOnly where it is meant.`,
      bare === undefined
        ? {}
        : {
            fix: suggestion(
              `Change to '${bare}'${mode === 'ro' ? ', read-only' : ''}`,
              replace(containerPath, bare),
              ...(mode === 'ro' ? [set(at, 'readOnly', true)] : []),
            ),
          },
    ),
  ];
}

function onWindowsAt({ containerPath }: MountPoint, path: string, volume: Volume | undefined): readonly Report[] {
  if (!isWindowsPath(path))
    return [
      report(containerPath, `'${path}' is no path of a Windows container. Name it with its drive, such as 'C:\\data'.`),
    ];
  const source: Field<string> | undefined = volume?.host.sourcePath;
  const [from, to] = [driveOf(source?.literal ?? ''), driveOf(path)];
  if (!source || from === undefined || to === undefined || from === to) return [];
  return [
    report(
      containerPath,
      `Windows cannot mount a directory of drive ${from.toUpperCase()}: on drive ${to.toUpperCase()}:. Choose a path on the same drive.`,
      { related: [{ place: source, message: 'The directory that is mounted' }] },
    ),
  ];
}
