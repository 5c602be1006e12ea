import type { ASTNode } from '../syntax/ast';

/** The schema keyword that a document breaks. `limit` stands for ranges, lengths and patterns. */
export type Keyword = 'additionalProperties' | 'required' | 'type' | 'enum' | 'limit';

/** One violation of the task definition schema; rules put it into words. */
export interface SchemaFinding {
  readonly keyword: Keyword;
  /** The value that breaks the schema; for `additionalProperties` the value of the unknown member. */
  readonly node: ASTNode;
  /** The member that is unknown or missing. */
  readonly member?: string;
  /** What the schema wants there: member names, enum values, or type names. */
  readonly expected: readonly string[];
  /** Path below the task definition. */
  readonly path: readonly (string | number)[];
}
