/** JSON Schema (draft 7) as this repository generates and reads it. */
export interface SchemaNode {
  readonly $schema?: string;
  readonly $ref?: string;
  readonly title?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | SchemaNode;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly definitions?: Readonly<Record<string, SchemaNode>>;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  /** The pattern in words; VS Code's own keyword. */
  readonly patternErrorMessage?: string;
  readonly default?: unknown;
  /** Values to offer where others are valid too. */
  readonly examples?: readonly unknown[];
  readonly description?: string;
  /** VS Code's own keyword; shown instead of the description. */
  readonly markdownDescription?: string;
  readonly deprecated?: string;
  /** VS Code's own keyword. */
  readonly deprecationMessage?: string;
  /** Page that states the limits beside it. */
  readonly 'x-source'?: string;
}

/** The same schema with every part changed, children first. */
export function mapSchema(node: SchemaNode, change: (node: SchemaNode) => SchemaNode): SchemaNode {
  const map = (child: SchemaNode) => mapSchema(child, change);
  const { properties, items, anyOf, definitions, additionalProperties: rest } = node;
  return change({
    ...node,
    ...(properties && { properties: mapValues(properties, map) }),
    ...(items && { items: map(items) }),
    ...(anyOf && { anyOf: anyOf.map(map) }),
    ...(typeof rest === 'object' && { additionalProperties: map(rest) }),
    ...(definitions && { definitions: mapValues(definitions, map) }),
  });
}

/** The same object with every value changed. */
export function mapValues<T, U>(
  object: Readonly<Record<string, T>>,
  change: (value: T, key: string) => U,
): Readonly<Record<string, U>> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]));
}
