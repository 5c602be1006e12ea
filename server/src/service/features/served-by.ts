import { launchTypeOf } from '../model/request';
import { type LaunchType, launchTypes } from '../model/task-definition';
import type { Definition, Snapshot } from '../snapshot';
import { companionsOf, type Workspace } from './companions';

/** The launch types of the services and runs that are about a definition; those that do not say are left out. */
export function servedBy(snapshot: Snapshot, definition: Definition, workspace: Workspace): readonly LaunchType[] {
  const requests = companionsOf(snapshot, definition, workspace).flatMap((companion) =>
    companion.snapshot.requests.filter((request) =>
      companion.parts.some(({ node }) => node.offset === request.node.offset),
    ),
  );
  const served = requests.map(({ input }) => launchTypeOf(input));
  return launchTypes.filter((name) => served.includes(name));
}
