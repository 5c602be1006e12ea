import type { Span } from '../problem';
import type { Snapshot } from '../snapshot';
import type { TextChange } from '../syntax/edit';
import type { Workspace } from './companions';
import { alone, everywhere } from './everywhere';
import { insideQuotes } from './inside-quotes';
import type { NameKind } from './names';
import { type Occurrence, occurrenceAt } from './occurrences';

/** A name that can be changed. */
export interface Renamable {
  readonly kind: NameKind | 'anchor';
  readonly name: string;
  readonly span: Span;
}

/** The changes that rename, document by document, or why there are none. */
export type Renaming = { readonly documents: readonly ChangesIn[] } | { readonly refused: string };

/** Changes of one document's text. */
export interface ChangesIn {
  readonly snapshot: Snapshot;
  readonly changes: readonly TextChange[];
}

/** The name of a container, volume, port or YAML anchor under an offset; undefined when nothing there can be renamed. */
export function prepareRename(snapshot: Snapshot, offset: number): Renamable | undefined {
  const at = occurrenceAt(snapshot, offset)?.at;
  return at && isRenamable(at) ? { kind: at.kind, name: at.name, span: at.span } : undefined;
}

/**
 * Renames what is under an offset throughout its definition and whatever else in the workspace is about that; undefined when
 * nothing there can be renamed.
 */
export function rename(
  snapshot: Snapshot,
  offset: number,
  newName: string,
  workspace: Workspace = alone,
): Renaming | undefined {
  const found = everywhere(snapshot, offset, workspace);
  if (!found || !isRenamable(found.at)) return undefined;
  const { kind, name } = found.at;
  if (name === newName) return { documents: [] };
  const { pattern, says } = allowed[kind];
  if (!pattern.test(newName)) return { refused: says };
  if (found.scope.some((other) => other.kind === kind && other.role === 'definition' && other.name === newName))
    return { refused: `Another ${kind} has the name '${newName}'.` };
  return {
    documents: found.documents.map(({ snapshot, occurrences }) => ({
      snapshot,
      changes: changesOf(snapshot, occurrences, newName),
    })),
  };
}

/**
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html
 */
const partName = {
  pattern: /^[A-Za-z0-9_-]{1,255}$/,
  says: 'A name has 1 to 255 letters, digits, underscores and hyphens.',
};
const allowed: Readonly<Record<Renamable['kind'], typeof partName>> = {
  anchor: partName,
  container: partName,
  volume: partName,
  port: {
    pattern: /^[a-z0-9_][a-z0-9_-]{0,63}$/,
    says: 'A port name has 1 to 64 lower-case letters, digits, underscores and hyphens, and no hyphen first.',
  },
};

function isRenamable(at: Occurrence): at is Occurrence & Pick<Renamable, 'kind'> {
  return Object.hasOwn(allowed, at.kind);
}

function changesOf(
  { document, syntax }: Snapshot,
  occurrences: readonly Occurrence[],
  newName: string,
): readonly TextChange[] {
  const text = document.getText();
  return occurrences.map(({ span, token }) => {
    const quoted = insideQuotes(text, token).offset > token.offset;
    const whole = newName + text.slice(span.end, token.end);
    return syntax === 'yaml' && !quoted && span.offset === token.offset && needsQuotes(whole)
      ? { offset: token.offset, length: token.end - token.offset, text: JSON.stringify(whole) }
      : { offset: span.offset, length: span.end - span.offset, text: newName };
  });
}

/** True for plain scalars that YAML 1.1 or 1.2 readers may take for a number, a date, a truth value, null or an indicator. */
function needsQuotes(plain: string): boolean {
  return /^(?:[-\d].*|y|n|yes|no|on|off|true|false|null)$/i.test(plain);
}
