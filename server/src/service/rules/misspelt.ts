import { nearest } from '../model/nearest';
import type { SchemaFinding } from '../schema/finding';

/** Tells whether an object has a member under a misspelt name: it is not missing, and told of once. */
export type IsMisspelt = (object: SchemaFinding['node'], name: string) => boolean;

export function misspeltIn(findings: readonly SchemaFinding[]): IsMisspelt {
  const meant = new Map<SchemaFinding['node'], Set<string>>();
  for (const { keyword, node, member, expected } of findings) {
    const object = node.parent?.parent;
    if (keyword !== 'additionalProperties' || member === undefined || !object) continue;
    const name = nearest(member, expected);
    if (name !== undefined) meant.set(object, (meant.get(object) ?? new Set()).add(name));
  }
  return (object, name) => meant.get(object)?.has(name) ?? false;
}
