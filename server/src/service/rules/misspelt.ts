import { cloudFormationName } from '../data/cloudformation-names';
import type { Misspelt } from '../model/field';
import { nearest } from '../model/nearest';
import type { SchemaFinding } from '../schema/finding';

/** Finds what objects have under misspelt names; undefined when no name is misspelt. */
export function misspeltIn(findings: readonly SchemaFinding[]): Misspelt | undefined {
  const meant = new Map<SchemaFinding['node'] | undefined, Meant>();
  for (const { keyword, node, member, expected, path } of findings) {
    if (keyword !== 'additionalProperties' || member === undefined) continue;
    const name = nearest(member, expected);
    const around = path.slice(0, -1).findLast((step) => typeof step === 'string');
    if (name !== undefined) meant.set(node, { name, around });
  }
  if (meant.size === 0) return undefined;
  return (object, name) =>
    object.type === 'object'
      ? object.properties.find(({ valueNode }) => isMeant(meant.get(valueNode), name))?.valueNode
      : undefined;
}

/** The member that is meant, as the document would spell it, and the one that holds its object. */
interface Meant {
  readonly name: string;
  readonly around: string | undefined;
}

function isMeant(meant: Meant | undefined, name: string): boolean {
  return meant !== undefined && (meant.name === name || meant.name === cloudFormationName(name, meant.around));
}
