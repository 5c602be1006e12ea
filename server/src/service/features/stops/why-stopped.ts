import { isEssential } from '../../model/container';
import { pointerAt, tokenAt } from '../../model/field';
import type { Snapshot } from '../../snapshot';
import { definitionOf, type Mark, textOf, type WhichDefinition } from '../marks';
import { findCause, inWords, type StopExplanation, type StopFacts } from './explain';
import { stopPlace } from './place';

/** Why a task stopped, at the token of the document that has to do with it. */
export interface StopFinding extends StopExplanation, Mark {}

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
  return {
    ...inWords(found, found.container?.name ?? at?.container?.name.literal),
    span: tokenAt(place),
    pointer: pointerAt(place),
    value: textOf(snapshot, place.anchor),
  };
}
