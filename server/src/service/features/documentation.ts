import { type DocumentedSchema, membersOf } from '../schema/lookup';
import { code } from './markdown';

/**
 * Markdown for the member at a path: what it is, type, limits, default, `support` (Markdown of where to use it) and where AWS
 * documents it. `written` is the name in the document's spelling.
 */
export function documentation(
  name: string,
  schema: DocumentedSchema,
  parent: DocumentedSchema | undefined,
  support?: string,
  written = name,
): string {
  const required = parent?.required?.includes(name) ? ' · required' : '';
  const facts = [
    ...limitsOf(schema),
    ...(schema.default === undefined ? [] : [`Default: \`${JSON.stringify(schema.default)}\`.`]),
  ];
  const source = facts.length > 0 && schema['x-source'] ? [`[Source of the limits](${schema['x-source']})`] : [];
  const { first, rest } = paragraphs(schema);
  return [
    // A free key, e.g. of a label, is the document's own text.
    `${membersOf(parent).includes(name) ? `**${written}**` : code(written)} · ${typeOf(schema)}${required}`,
    ...(schema.deprecationMessage ? [`_Deprecated:_ ${schema.deprecationMessage}`] : []),
    first,
    [...facts, ...source].join(' '),
    support ?? '',
    ...rest,
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** The member in short, as the end of what is said about its value: a sentence and where AWS documents it. */
export function summary(name: string, schema: DocumentedSchema): string {
  const { first, rest } = paragraphs(schema);
  const link = rest.at(-1)?.startsWith('[') ? rest.slice(-1) : [];
  return [`**${name}** · ${typeOf(schema)}`, schema.description ?? first, ...link].join('\n\n');
}

function paragraphs({ markdownDescription, description }: DocumentedSchema) {
  const [first = '', ...rest] = (markdownDescription ?? description ?? '').split('\n\n');
  return { first, rest };
}

/** The type in a word, e.g. `list of ContainerDefinition`. */
export function typeOf({ type, enum: values, items, properties, additionalProperties }: DocumentedSchema): string {
  if (values) return 'one of a set';
  if (type === 'array') return `list of ${itemType(items)}`;
  if (type === 'object' && !properties && typeof additionalProperties === 'object') return 'map of string';
  return [type ?? 'any'].flat().join(' or ');
}

function itemType(items: DocumentedSchema['items']): string {
  if (typeof items !== 'object' || Array.isArray(items)) return 'values';
  return items.$ref?.split('/').at(-1) ?? [items.type ?? 'values'].flat().join(' or ');
}

/** The limits a schema states, as sentences. */
function limitsOf(schema: DocumentedSchema): readonly string[] {
  const { minimum, maximum, minLength, maxLength, minItems, maxItems, pattern, enum: values } = schema;
  return [
    range('Value', '', minimum, maximum),
    range('Length', ' characters', minLength, maxLength),
    range('Size', ' items', minItems, maxItems),
    pattern && `Pattern: \`${pattern}\`.`,
    values && `One of ${values.map((value) => `\`${String(value)}\``).join(', ')}.`,
  ].filter((sentence): sentence is string => sentence !== undefined && sentence !== '');
}

function range(what: string, unit: string, least: number | undefined, most: number | undefined): string | undefined {
  if (least !== undefined && most !== undefined) return `${what}: ${least} to ${most}${unit}.`;
  if (least !== undefined) return `${what}: at least ${least}${unit}.`;
  return most === undefined ? undefined : `${what}: at most ${most}${unit}.`;
}

/** Names of the members that an object may have, the required ones first, the editor's own `$schema` last. */
export function rankedMembers(schema: DocumentedSchema): readonly string[] {
  const required = new Set(schema.required);
  const rank = (name: string) => (required.has(name) ? 0 : name === '$schema' ? 2 : 1);
  return membersOf(schema).toSorted((a, b) => rank(a) - rank(b));
}
