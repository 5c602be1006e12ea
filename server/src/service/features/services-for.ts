import { fileKey } from '../model/file-uri';
import type { Definition, Snapshot } from '../snapshot';
import { dataOf } from '../syntax/ast';
import { hasPlaceholder } from '../syntax/placeholder';
import { companionsOf, type Workspace } from './companions';
import { type Part, partsOf } from './parts';

/** A service that a document describes. */
export interface ServiceIn {
  readonly uri: string;
  readonly name: string;
  /** Input of CreateService, as it stands in the document. */
  readonly input: Readonly<Record<string, unknown>>;
}

/**
 * The services that are about a definition and could be made as they stand: not those of a template, whose values CloudFormation makes,
 * nor those whose names a template engine fills in. Those of `file` count whatever they are about.
 */
export function servicesFor(
  snapshot: Snapshot,
  definition: Definition,
  workspace: Workspace,
  file?: string,
): readonly ServiceIn[] {
  const named = workspace.snapshots.filter(({ uri }) => file !== undefined && fileKey(uri) === fileKey(file));
  const others = companionsOf(snapshot, definition, workspace).filter((it) => !named.includes(it.snapshot));
  return [...named.map((it) => ({ snapshot: it, parts: partsOf(it) })), ...others].flatMap((it) =>
    it.parts.flatMap((part) => serviceIn(it.snapshot, part) ?? []),
  );
}

function serviceIn({ uri, requests }: Snapshot, { kind, node }: Part): ServiceIn | undefined {
  const request = requests.find((it) => it.node === node);
  if (kind !== 'service' || !request || request.shape === 'cloudformation') return undefined;
  const input = dataOf(node) as Readonly<Record<string, unknown>>;
  const { serviceName: name } = input;
  return typeof name === 'string' && !hasPlaceholder(name) ? { uri, name, input } : undefined;
}
