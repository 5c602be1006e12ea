import { isEssential } from '../../model/container';
import { pointerAt, tokenAt } from '../../model/field';
import type { Span } from '../../problem';
import type { Definition, Snapshot } from '../../snapshot';
import { findCause, inWords, type StopExplanation, type StopFacts } from './explain';
import { stopPlace } from './place';

/** Why a task stopped, at the token of the document that has to do with it. */
export interface StopFinding extends StopExplanation {
  readonly span: Span;
  /** RFC 6901 pointer within the document. */
  readonly pointer: string;
  /** The text of the value there without its spaces: once it is another one, the finding is out of date. */
  readonly value: string;
}

/** Which definition of a document: by its family, which survives edits around it, else by its index in `Snapshot.definitions`. */
export interface WhichDefinition {
  readonly family?: string;
  readonly index?: number;
}

/** Explains why a task of a definition stopped; undefined where there is no such definition or ECS tells nothing of the task. */
export function whyStopped(snapshot: Snapshot, which: WhichDefinition, facts: StopFacts): StopFinding | undefined {
  const definition = definitionOf(snapshot, which);
  if (!definition) return undefined;
  const { task, node } = definition;
  const essential = new Map(task.containerDefinitions.items.map((it) => [it.name.literal, isEssential(it)]));
  const found = findCause(facts, (name) => essential.get(name));
  if (!found) return undefined;
  const at = stopPlace(task, found.cause, found.said ?? '', found.container?.name);
  const place = at?.place ?? { node, anchor: node, name: '' };
  const { offset, length } = place.anchor;
  return {
    ...inWords(found, found.container?.name ?? at?.container?.name.literal),
    span: tokenAt(place),
    pointer: pointerAt(place),
    value: snapshot.document
      .getText()
      .slice(offset, offset + length)
      .replace(/\s+/g, ''),
  };
}

function definitionOf({ definitions }: Snapshot, { family, index }: WhichDefinition): Definition | undefined {
  const named = definitions.filter(({ task }) => family !== undefined && task.family.literal === family);
  if (named.length === 1) return named[0];
  const other = index === undefined ? (definitions.length === 1 ? definitions[0] : undefined) : definitions[index];
  // A family of another name is another definition, or one that nothing was run of yet.
  const isAnother = family !== undefined && other?.task.family.literal !== undefined && named.length === 0;
  return isAnother ? undefined : other;
}
