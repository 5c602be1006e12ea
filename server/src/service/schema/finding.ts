import type { ASTNode } from '../syntax/ast';

/**
 * The schema keyword that a document breaks. `limit` stands for ranges, lengths and patterns, `spelling` for a name that a template
 * writes otherwise than CloudFormation.
 */
export type Keyword = 'additionalProperties' | 'required' | 'type' | 'enum' | 'limit' | 'spelling';

/** One violation of a schema; rules put it into words. */
export interface SchemaFinding {
  readonly keyword: Keyword;
  /** The value that breaks the schema; for `additionalProperties` the value of the unknown member. */
  readonly node: ASTNode;
  /** The member that is unknown, missing or misspelled. */
  readonly member?: string;
  /** What is checked stands in a CloudFormation template. */
  readonly inTemplate?: true;
  /** What the schema wants there: member names, enum values, or type names. */
  readonly expected: readonly string[];
  /** For `limit`: a sentence that tells what the schema allows there; absent where it cannot be said. */
  readonly limit?: string;
  /** For `limit` on a number: the nearest number that the schema allows. */
  readonly nearest?: number;
  /** For `type`: set where the value is that of a member that must be there. */
  readonly required?: true;
  /** For `required`: a value that the missing member could hold, a placeholder where only its author knows. */
  readonly sample?: string | number | boolean | readonly [];
  /** Path below what is checked. */
  readonly path: readonly (string | number)[];
  /** What is checked, for a message: `the task definition`. */
  readonly whole: string;
}

/** What a finding is about, for a message: `'cpu'`, `an item of 'command'`. */
export function subjectOf({ path, whole }: Pick<SchemaFinding, 'path' | 'whole'>): string {
  const name = path.findLast((step) => typeof step === 'string');
  if (name === undefined) return whole;
  return path.at(-1) === name ? `'${name}'` : `an item of '${name}'`;
}
