import { launchTypeOf } from '../model/request';
import { type LaunchType, launchTypes, type TaskDefinition, taskDefinition } from '../model/task-definition';
import type { Span } from '../problem';
import type { Definition, Snapshot } from '../snapshot';
import { spanOf } from '../syntax/ast';
import { companionsOf, type Workspace } from './companions';

/** The launch types a definition is checked for, and what says so. */
export type LaunchTypeSource =
  /** Its own list; null stands for a name that cannot be known. */
  | { readonly source: 'file'; readonly names: readonly (string | null)[]; readonly span: Span }
  /** `client`: the user, of the document; `services`: the services and runs of the workspace that are about it. */
  | { readonly source: 'client' | 'services'; readonly names: readonly LaunchType[] }
  | { readonly source: 'none' };

/** What says which launch types a definition is for: the file before the user, the user before the services around it. */
export function launchTypesOf(snapshot: Snapshot, definition: Definition, workspace: Workspace): LaunchTypeSource {
  const { requiresCompatibilities: list, assumed } = definition.task;
  if (list.present) {
    const names = list.node?.type === 'array' ? list.items.map(({ literal }) => literal ?? null) : [null];
    return { source: 'file', names, span: spanOf(list.node ?? list.anchor) };
  }
  if (assumed.launchTypes) return { source: 'client', names: assumed.launchTypes };
  const names = servedBy(snapshot, definition, workspace);
  return names.length > 0 ? { source: 'services', names } : { source: 'none' };
}

/** The definition with the launch types of the services that run it, where it lists none and nobody said. */
export function withLaunchTypes(snapshot: Snapshot, definition: Definition, workspace: Workspace): TaskDefinition {
  const from = launchTypesOf(snapshot, definition, workspace);
  const { task, node } = definition;
  return from.source === 'services' ? taskDefinition(node, { ...task.assumed, launchTypes: from.names }) : task;
}

/** The launch types of the services and runs that are about a definition; those that do not say are left out. */
function servedBy(snapshot: Snapshot, definition: Definition, workspace: Workspace): readonly LaunchType[] {
  const requests = companionsOf(snapshot, definition, workspace).flatMap((companion) =>
    companion.snapshot.requests.filter((request) =>
      companion.parts.some(({ node }) => node.offset === request.node.offset),
    ),
  );
  const served = requests.map(({ input }) => launchTypeOf(input));
  return launchTypes.filter((name) => served.includes(name));
}
