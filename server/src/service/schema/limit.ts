import type { ASTNode } from '../syntax/ast';
import type { SchemaFinding } from './finding';
import type { DocumentedSchema } from './lookup';

/** The limit that a value breaks, as a sentence; undefined when its schema has none that could be told. */
export function limitOf(schema: DocumentedSchema | undefined, node: ASTNode): string | undefined {
  if (!schema) return undefined;
  const { minimum, maximum, minLength, maxLength, minItems, maxItems, pattern, patternErrorMessage } = schema;
  switch (node.type) {
    case 'number':
      return sentence('be', minimum, maximum);
    case 'array':
      return sentence('have', minItems, maxItems, 'item');
    case 'string': {
      const { length } = [...node.value];
      if (length < (minLength ?? 0) || length > (maxLength ?? Number.POSITIVE_INFINITY))
        return sentence('have', minLength, maxLength, 'character');
      return patternErrorMessage ?? (pattern === undefined ? undefined : `it must match ${pattern}`);
    }
    default:
      return undefined;
  }
}

/** The number within the schema's range that is nearest to a number outside of it. */
export function nearestOf(schema: DocumentedSchema | undefined, node: ASTNode): number | undefined {
  if (node.type !== 'number') return undefined;
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = schema ?? {};
  const nearest = Math.min(Math.max(node.value, minimum), maximum);
  return nearest === node.value ? undefined : nearest;
}

/** A value that a member could hold; see `SchemaFinding.sample`. */
export function sampleOf(member: string, schema: DocumentedSchema | undefined): SchemaFinding['sample'] {
  const only = schema?.enum?.length === 1 ? schema.enum[0] : schema?.const;
  if (typeof only === 'string') return only;
  switch (schema?.type) {
    case 'string':
      return `<${member}>`;
    case 'integer':
    case 'number':
      return schema.minimum ?? 0;
    case 'boolean':
      return true;
    case 'array':
      return schema.minItems ? undefined : [];
    default:
      return undefined;
  }
}

function sentence(verb: string, least?: number, most?: number, unit?: string): string | undefined {
  if (least === undefined && most === undefined) return undefined;
  const range =
    least === undefined ? `at most ${most}` : most === undefined ? `at least ${least}` : `${least} to ${most}`;
  const units = unit === undefined ? '' : ` ${unit}${(most ?? least) === 1 ? '' : 's'}`;
  return `it must ${verb} ${range}${units}.`;
}
