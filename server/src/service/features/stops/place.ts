import type { StopCause, StopSubject } from '../../data/stop-causes/cause';
import type { Container } from '../../model/container';
import type { Field, Place } from '../../model/field';
import type { TaskDefinition } from '../../model/task-definition';
import type { Volume } from '../../model/volume';
import { keptSecrets, missedKey, secretNamesIn } from './secrets';

/** Where a cause stands in a definition, and the container that holds it. */
export interface StopPlace {
  readonly place: Place;
  readonly container?: Container;
}

/**
 * The place in a definition that has to do with a cause: the one that AWS's words name, else the only one that there is, else the
 * container, the family or the containers. Undefined where nothing of that is written.
 */
export function stopPlace(
  task: TaskDefinition,
  cause: StopCause | undefined,
  said: string,
  containerName: string | undefined,
): StopPlace | undefined {
  const all = task.containerDefinitions.items;
  const named = all.find(({ name }) => name.literal !== undefined && name.literal === containerName);
  const [first] = all;
  const only = all.length === 1 && first && (containerName === undefined || first.name.unresolved) ? first : undefined;
  const container = named ?? only;
  // ECS adds containers of its own, which a definition does not have.
  const within = container ? [container] : containerName === undefined ? all : [];
  const found = cause && finders[cause.at](task, within, said).find(({ place }) => isWritten(place));
  if (found) return found;
  const isAboutOne = cause === undefined || /\{container\}/i.test(cause.sentence);
  const rest: readonly StopPlace[] = [
    ...(container && isAboutOne ? [container.name, container.at].map((place) => ({ place, container })) : []),
    { place: task.family },
    { place: task.containerDefinitions },
  ];
  return rest.find(({ place }) => isWritten(place));
}

/** Finds places for a subject, the best first, in the containers that it can be about. */
type Finder = (task: TaskDefinition, within: readonly Container[], said: string) => readonly StopPlace[];

const finders: Readonly<Record<StopSubject, Finder>> = {
  container: () => [],
  task: () => [],
  image,
  platform: (task, within, said) => [
    { place: task.runtimePlatform.cpuArchitecture },
    { place: task.runtimePlatform.at },
    ...image(task, within, said),
  ],
  'registry-access': ({ executionRoleArn }) => [{ place: executionRoleArn }],
  secret: (_, within, said) => kept(within, said, 'secret:'),
  parameter: (_, within, said) => kept(within, said, 'parameter:'),
  'log-group': (_, within, said) => {
    const groups = each(within, ({ logConfiguration }) => [logConfiguration.options.get('awslogs-group')]);
    return [...mentionedOrOnly(groups, said), ...only(each(within, (it) => [it.logConfiguration.at]))];
  },
  'log-option': (_, within, said) => {
    const options = each(within, ({ logConfiguration: { options } }) =>
      options.keys.filter((key) => words(said).has(key)).map((key) => options.get(key)),
    );
    return [...only(options), ...only(each(within, (it) => [it.logConfiguration.options]))];
  },
  'environment-file': (_, within, said) => [
    ...mentionedOrOnly(
      each(within, (it) => it.environmentFiles.items.map(({ value }) => value)),
      said,
    ),
    ...only(each(within, (it) => [it.environmentFiles])),
  ],
  efs: (task, _, said) => fileSystems(task, said).map((it) => ({ place: it.efsVolumeConfiguration.fileSystemId })),
  'efs-directory': (task, _, said) =>
    fileSystems(task, said)
      .flatMap(({ efsVolumeConfiguration: { rootDirectory, fileSystemId } }) => [rootDirectory, fileSystemId])
      .map((place) => ({ place })),
  volume: ({ volumes }, _, said) =>
    mentionedOrOnly(
      volumes.items.map(({ name }) => ({ place: name })),
      said,
    ),
  'launch-volume': ({ volumes }) =>
    only(volumes.items.filter((it) => it.configuredAtLaunch.literal).map(({ name }) => ({ place: name }))),
  command: (task, within, said) => {
    const [, program] = /exec: \\*"([^"\\]+)/.exec(said) ?? [];
    const parts = each(within, ({ entryPoint, command }) => [...entryPoint.items, ...command.items]);
    const [first] = parts;
    const named = parts.filter(({ place }) => place.literal === program);
    return [...named, ...(within.length === 1 && first ? [first] : []), ...image(task, within, said)];
  },
  user: (_, within) => only(each(within, ({ user }) => [user])),
  'working-directory': (_, within) => only(each(within, ({ workingDirectory }) => [workingDirectory])),
  device: (_, within, said) => [
    ...mentionedOrOnly(
      each(within, (it) => it.linuxParameters.devices.items.map(({ hostPath }) => hostPath)),
      said,
    ),
    ...only(each(within, (it) => [it.linuxParameters.devices])),
  ],
  'host-port': (_, within, said) => {
    const [, port] = /:(\d{1,5})(?=[: ]+(?:failed|bind)\b)/.exec(said) ?? [];
    const mapped = each(within, ({ portMappings }) =>
      portMappings.items.map(({ hostPort, containerPort }) => (isWritten(hostPort) ? hostPort : containerPort)),
    );
    const taken = mapped.filter(({ place }) => place.literal === Number(port));
    return [...taken, ...only(mapped.filter(({ place }) => place.name === 'hostPort' && place.literal !== 0))];
  },
  'container-port': (_, within) =>
    only(each(within, ({ portMappings }) => portMappings.items.map(({ containerPort }) => containerPort))),
  memory: ({ memory }, within) => [...only(each(within, (it) => [it.memory])), { place: memory }],
  'task-cpu': ({ cpu, containerDefinitions }) => [
    { place: cpu },
    ...only(each(containerDefinitions.items, (it) => [it.cpu])),
  ],
  'task-memory': ({ memory, containerDefinitions }) => [
    { place: memory },
    ...only(each(containerDefinitions.items, (it) => [it.memory])),
  ],
  gpu: (_, within) => only(each(within, ({ resourceRequirements }) => [resourceRequirements])),
  'health-check': (_, within) =>
    only(
      within
        .filter((it) => isWritten(it.healthCheck.at))
        .map((it) => ({ place: it.healthCheck.command, container: it })),
    ),
  'start-timeout': (_, within) => only(each(within, ({ startTimeout }) => [startTimeout])),
  dependency: (_, within, said) => {
    const [, target] = /for target \[([\w-]+)/.exec(said) ?? [];
    const waiting = each(within, ({ dependsOn }) => [dependsOn]);
    return [...waiting.filter(({ container }) => container.name.literal === target), ...only(waiting)];
  },
  'network-mode': ({ networkMode }) => [{ place: networkMode }],
  'ephemeral-storage': ({ ephemeralStorage }) => [{ place: ephemeralStorage.sizeInGiB }],
  constraint: ({ placementConstraints, requiresCompatibilities }) => [
    { place: placementConstraints },
    { place: requiresCompatibilities },
  ],
  'launch-type': ({ requiresCompatibilities }) => [{ place: requiresCompatibilities }],
  role: ({ taskRoleArn, executionRoleArn }, _, said) =>
    mentionedOrOnly([{ place: taskRoleArn }, { place: executionRoleArn }], said),
};

function image(_: TaskDefinition, within: readonly Container[], said: string): readonly StopPlace[] {
  return mentionedOrOnly(
    each(within, (it) => [it.image]),
    said,
  );
}

function kept(within: readonly Container[], said: string, kind: 'secret:' | 'parameter:'): readonly StopPlace[] {
  const all = within.flatMap(keptSecrets);
  const names = secretNamesIn(said);
  const key = missedKey(said);
  const named = all.filter(({ name, jsonKey }) => (name !== undefined && names.has(name)) || (key && jsonKey === key));
  return named.length > 0 ? named : only(all.filter(({ name }) => name === undefined || name.startsWith(kind)));
}

function fileSystems({ volumes }: TaskDefinition, said: string): readonly Volume[] {
  const all = volumes.items.filter(({ efsVolumeConfiguration }) => isWritten(efsVolumeConfiguration.at));
  const named = all.filter(({ efsVolumeConfiguration: { fileSystemId } }) => isMentioned(fileSystemId.literal, said));
  return named.length > 0 ? named : all.length === 1 ? all : [];
}

function each<P extends Place>(within: readonly Container[], pick: (container: Container) => readonly P[]) {
  return within.flatMap((container) =>
    pick(container).flatMap((place) => (isWritten(place) ? [{ place, container }] : [])),
  );
}

function only<T>(found: readonly T[]): readonly T[] {
  return found.length === 1 ? found : [];
}

/** Those whose value stands in the words, the longest first, because a name can be the beginning of another one. */
function mentionedOrOnly(
  found: readonly (StopPlace & { readonly place: Field<string> })[],
  said: string,
): readonly StopPlace[] {
  const written = found.filter(({ place }) => isWritten(place));
  const mentioned = written
    .filter(({ place }) => isMentioned(place.literal, said))
    .toSorted((a, b) => (b.place.literal?.length ?? 0) - (a.place.literal?.length ?? 0));
  return mentioned.length > 0 ? mentioned : only(written);
}

/** True where a value stands in the words as a whole, not as part of a longer name. */
function isMentioned(value: string | undefined, said: string): boolean {
  if (!value) return false;
  for (let at = said.indexOf(value); at >= 0; at = said.indexOf(value, at + 1)) {
    const [before = '', after = ''] = [said[at - 1], said[at + value.length]];
    if (!/[\w.-]/.test(before) && !/[\w/-]/.test(after)) return true;
  }
  return false;
}

function words(said: string): ReadonlySet<string> {
  return new Set(said.split(/[^\w-]+/));
}

/** What a view assumes beside what is written has no length. */
function isWritten({ node }: Place): boolean {
  return node !== undefined && node.length > 0;
}
