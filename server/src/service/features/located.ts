import type { Span } from '../problem';
import type { Definition, Snapshot } from '../snapshot';
import { spanOf } from '../syntax/ast';
import type { Workspace } from './companions';
import { type LaunchTypeSource, launchTypesOf } from './launch-types';
import { resourceKey } from './resource-key';

/** A definition of a document, whatever holds it. */
export interface LocatedDefinition {
  /** Its family, else the logical ID of its resource; absent when it has neither. */
  readonly name?: string;
  readonly shape: Definition['shape'];
  readonly span: Span;
  readonly launchTypes: LaunchTypeSource;
}

/** Every definition of a document, in the order of `Snapshot.definitions`. */
export function located(snapshot: Snapshot, workspace: Workspace): readonly LocatedDefinition[] {
  return snapshot.definitions.map((definition) => {
    const { shape, node, task } = definition;
    const launchTypes = launchTypesOf(snapshot, definition, workspace);
    const name = task.family.literal || (shape === 'cloudformation' ? resourceKey(node)?.value : undefined);
    return { ...(name !== undefined && { name }), shape, span: spanOf(node), launchTypes };
  });
}
