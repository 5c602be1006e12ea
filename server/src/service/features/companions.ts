import { type EcspressoConfig, ecspressoConfig, isEcspressoConfig } from '../model/ecspresso';
import { familyIn } from '../model/family';
import { distance, fileKey, folderKey } from '../model/file-uri';
import { isTaskDefinitionName, mayHoldTaskDefinition } from '../model/locate';
import { mayHoldRequest, requestNamed } from '../model/locate-request';
import type { Definition, Snapshot } from '../snapshot';
import { servicesOf } from './logical-ids';
import { type Part, partsOf } from './parts';

/** The documents that may belong together; the one that is asked about counts whether it is among them or not. */
export interface Workspace {
  readonly snapshots: readonly Snapshot[];
  /** The addresses of files of all kinds that definitions name: none where the host cannot tell. */
  readonly files?: readonly string[];
}

/** A task definition and the document that holds it. */
export interface DefinitionIn {
  readonly snapshot: Snapshot;
  readonly definition: Definition;
}

/** A document with the pieces of it that are about one task definition. */
export interface Companion {
  readonly snapshot: Snapshot;
  readonly parts: readonly Part[];
}

/**
 * The task definitions that a service, run-task, AppSpec or overrides file is about, or the piece of it at an offset: by
 * ecspresso's configuration, by family, by reference within a template; what names none, by being the only one in the folder.
 * A piece that may mean several means none.
 */
export function definitionsFor(document: Snapshot, workspace: Workspace, offset?: number): readonly DefinitionIn[] {
  const known = knownIn(document, workspace);
  const found = partsOf(document)
    .filter(({ node }) => offset === undefined || (node.offset <= offset && offset <= node.offset + node.length))
    .flatMap((part) => definitionOf(document, part, known) ?? []);
  return found.filter((it, index) => found.findIndex(({ definition }) => definition === it.definition) === index);
}

/** The documents that are about a task definition, and where; that of the definition itself may be one. */
export function companionsOf(snapshot: Snapshot, definition: Definition, workspace: Workspace): readonly Companion[] {
  const known = knownIn(snapshot, workspace);
  return known.snapshots.flatMap((other) => {
    const parts = partsOf(other).filter((part) => definitionOf(other, part, known)?.definition === definition);
    return parts.length > 0 ? [{ snapshot: other, parts }] : [];
  });
}

/** A cheap look before any parsing: whether a file may have a part in a workspace. */
export function mayBelong(uri: string, text: string): boolean {
  const named = isTaskDefinitionName(uri) || requestNamed(uri) !== undefined;
  return mayHoldTaskDefinition(text, named) || mayHoldRequest(text);
}

/** Whether other documents say more about one: it holds a request, or a definition that leaves its launch types to its services. */
export function needsWorkspace({ uri, document, definitions, requests }: Snapshot): boolean {
  if (requests.length > 0 || definitions.some(({ task }) => !task.requiresCompatibilities.present)) return true;
  return requestNamed(uri) !== undefined || (definitions.length === 0 && mayHoldRequest(document.getText()));
}

/** Whether two states of a workspace are the same. */
export function sameWorkspace(a: Workspace, b: Workspace): boolean {
  return a.snapshots.length === b.snapshots.length && a.snapshots.every((it, index) => it === b.snapshots[index]);
}

/** Whether a document has a part in a workspace: others need not be kept. */
export function belongs(snapshot: Snapshot): boolean {
  const { uri, definitions } = snapshot;
  return definitions.length > 0 || isEcspressoConfig(uri) || partsOf(snapshot).length > 0;
}

interface Known {
  readonly snapshots: readonly Snapshot[];
  readonly definitions: readonly DefinitionIn[];
  readonly configs: readonly EcspressoConfig[];
}

function knownIn(document: Snapshot, workspace: Workspace): Known {
  const key = fileKey(document.uri);
  const snapshots = [document, ...workspace.snapshots.filter(({ uri }) => fileKey(uri) !== key)];
  return {
    snapshots,
    definitions: snapshots.flatMap((snapshot) => snapshot.definitions.map((definition) => ({ snapshot, definition }))),
    configs: snapshots.flatMap(({ uri, tree }) =>
      isEcspressoConfig(uri) ? (ecspressoConfig(uri, tree?.root) ?? []) : [],
    ),
  };
}

function definitionOf(document: Snapshot, part: Part, known: Known): DefinitionIn | undefined {
  const text = document.document.getText();
  const referring = document.definitions.find((definition) =>
    servicesOf(definition, text).some(({ offset }) => offset === part.node.offset),
  );
  if (referring) return { snapshot: document, definition: referring };
  const key = fileKey(document.uri);
  const tasks = known.configs.flatMap(({ service, task }) => (service === key ? [task] : []));
  if (tasks.length > 0) return only(known.definitions.filter(({ snapshot }) => tasks.includes(fileKey(snapshot.uri))));
  const family = part.names?.type === 'string' ? familyIn(part.names.value) : undefined;
  if (family !== undefined)
    return nearest(
      document,
      known.definitions.filter(({ definition }) => definition.task.family.literal === family),
    );
  if (part.kind !== 'appspec' && part.kind !== 'overrides') return undefined;
  const folder = folderKey(document.uri);
  return only(known.definitions.filter(({ snapshot }) => folderKey(snapshot.uri) === folder));
}

/** Copies of a family for other stages lie in other folders: the nearest is meant, and of two as near neither. */
function nearest(document: Snapshot, candidates: readonly DefinitionIn[]): DefinitionIn | undefined {
  const own = folderKey(document.uri);
  const away = ({ snapshot }: DefinitionIn) => (snapshot === document ? -1 : distance(own, folderKey(snapshot.uri)));
  const least = Math.min(...candidates.map(away));
  return only(candidates.filter((it) => away(it) === least));
}

function only<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}
