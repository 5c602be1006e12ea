import type { ASTNode } from '../syntax/ast';
import type { SchemaFinding } from './finding';
import type { DocumentedSchema } from './lookup';

/** The limit that a value breaks, as a sentence; undefined when its schema has none that could be told. */
export function limitOf(schema: DocumentedSchema | undefined, node: ASTNode): string | undefined {
  if (!schema) return undefined;
  const { minimum, maximum, minLength, maxLength, minItems, maxItems, pattern, patternErrorMessage } = schema;
  switch (node.type) {
    case 'number':
      return sentence('be', range(minimum, maximum), '');
    case 'array':
      return sentence('have', range(minItems, maxItems), ' items');
    case 'string': {
      const { length } = [...node.value];
      if (length < (minLength ?? 0) || length > (maxLength ?? Number.POSITIVE_INFINITY))
        return sentence('have', range(minLength, maxLength), ' characters');
      return patternErrorMessage ?? (pattern === undefined ? undefined : `it must match ${pattern}`);
    }
    default:
      return undefined;
  }
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
      return [];
    default:
      return undefined;
  }
}

function sentence(verb: string, range: string | undefined, unit: string): string | undefined {
  return range && `it must ${verb} ${range}${unit}.`;
}

function range(least: number | undefined, most: number | undefined): string | undefined {
  if (least === undefined && most === undefined) return undefined;
  if (least === undefined) return `at most ${most}`;
  return most === undefined ? `at least ${least}` : `${least} to ${most}`;
}
