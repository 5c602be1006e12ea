import { stringify } from 'yaml';
import type { DocumentedSchema } from '../schema/lookup';
import type { Snapshot } from '../snapshot';
import { lineStart } from '../syntax/trivia';
import type { Cursor } from './cursor';

/** Prints proposals as snippets for the syntax at hand; what stands behind the cursor decides about colon and comma. */
export interface Printer {
  /** A member with its value to be filled in. */
  member(name: string, schema: DocumentedSchema): string;
  value(value: unknown): string;
  /** A key or value as it would be written, which is what typed text is matched against. */
  key(value: unknown): string;
}

export function printer(cursor: Cursor, { syntax, document }: Snapshot): Printer {
  const text = document.getText();
  const rest = text.slice(cursor.replace.end);
  return syntax === 'yaml' && !cursor.flow ? blockPrinter(text, cursor, rest) : flowPrinter(rest, syntax === 'yaml');
}

function flowPrinter(rest: string, yaml: boolean): Printer {
  const hasValue = /^\s*:/.test(rest);
  const comma = !hasValue && /^\s*["{[\w-]/.test(rest) && !(yaml && /^\s*\n/.test(rest)) ? ',' : '';
  const key = (value: unknown) => (yaml ? plain(value) : JSON.stringify(value));
  return {
    key,
    member: (name, schema) => (hasValue ? key(name) : `${key(name)}: ${flowValue(schema)}${comma}`),
    value: (value) => escaped(key(value)) + comma,
  };
}

function blockPrinter(text: string, { replace }: Cursor, rest: string): Printer {
  const hasValue = /^[ \t]*:/.test(rest);
  const start = lineStart(text, replace.offset);
  const leading = /^[ \t]*/.exec(text.slice(start))?.[0].length ?? 0;
  // The editor indents further lines like the current one; behind `- ` they have to go in further.
  const inner = ' '.repeat(replace.offset - start - leading + 2);
  return {
    key: plain,
    member: (name, schema) => (hasValue ? plain(name) : `${plain(name)}:${blockValue(schema, inner)}`),
    value: (value) => escaped(plain(value)),
  };
}

function blockValue(schema: DocumentedSchema, inner: string): string {
  switch (schema.type) {
    case 'object':
      return `\n${inner}$1`;
    case 'array':
      return `\n${inner}- $1`;
    default:
      return ` ${scalarSnippet(schema, '$1')}`;
  }
}

function flowValue(schema: DocumentedSchema): string {
  const { type, items } = schema;
  switch (type) {
    case 'object':
      return '{$1}';
    case 'array':
      return typeof items === 'object' && !Array.isArray(items) && items.type === 'string' ? '["$1"]' : '[$1]';
    default:
      return scalarSnippet(schema, '"$1"');
  }
}

function scalarSnippet({ type, enum: options, default: preset }: DocumentedSchema, text: string): string {
  switch (type) {
    case 'boolean':
      return `\${1:${preset === true ? 'false' : 'true'}}`;
    case 'integer':
    case 'number':
      return typeof preset === 'number' ? `\${1:${preset}}` : '$1';
    default:
      return options ? '$1' : text;
  }
}

/** A scalar as YAML writes it: quoted only where it must be. */
function plain(value: unknown): string {
  return stringify(value).trimEnd();
}

function escaped(text: string): string {
  return text.replace(/[$}\\]/g, '\\$&');
}
