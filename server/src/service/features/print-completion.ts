import { stringify } from 'yaml';
import { cloudFormationName } from '../data/cloudformation-names';
import { type DocumentedSchema, type Lookup, membersOf } from '../schema/lookup';
import type { Snapshot } from '../snapshot';
import { layoutOf } from '../syntax/print';
import { lineStart, skipTrivia } from '../syntax/trivia';
import type { Cursor } from './cursor';
import { blockLines, type Names, printFlow, type Style, scalarIn } from './snippets/print-sketch';
import { escaped, type Sketch, type SketchObject } from './snippets/sketch';

/** Prints proposals as snippets for the syntax at hand; what stands behind the cursor decides about colon and comma. */
export interface Printer {
  /** A member with its value to be filled in. */
  member(name: string, schema: DocumentedSchema): string;
  value(value: unknown): string;
  /** A text with tab stops. */
  text(text: string): string;
  /** A whole value at the cursor's path. */
  tree(value: Sketch): string;
  /** The members of an object at the cursor's path, without the object's own brackets. */
  members(value: SketchObject): string;
  /** An intrinsic function of CloudFormation, whose argument has tab stops. */
  call(call: Call): { readonly label: string; readonly insert: string };
  /** What typed text is matched against: a key or value as people begin it. */
  filter(value: unknown): string;
  /** What a member of the API is called in this file. */
  readonly names: Names;
}

/** An intrinsic function of CloudFormation; the argument of `Fn::GetAtt` is `Id.Attribute`. */
export interface Call {
  readonly name: 'Ref' | 'Fn::GetAtt' | 'Fn::Sub';
  readonly argument: string;
}

export function printer(cursor: Cursor, { syntax, document }: Snapshot, lookup: Lookup): Printer {
  const text = document.getText();
  const names = namesIn(cursor, lookup);
  return syntax === 'yaml' && !cursor.flow
    ? blockPrinter(text, cursor, names)
    : flowPrinter(text, cursor, names, syntax === 'yaml');
}

function namesIn({ holder }: Cursor, lookup: Lookup): Names {
  return (name, path) =>
    holder.shape === 'cloudformation' && membersOf(lookup(path)).includes(name)
      ? cloudFormationName(name, String(path.findLast((step) => typeof step === 'string')))
      : name;
}

function flowPrinter(text: string, { path, replace }: Cursor, names: Names, yaml: boolean): Printer {
  const rest = text.slice(replace.end);
  const hasValue = /^\s*:/.test(rest);
  const next = yaml
    ? /^\s*\n/.test(rest)
      ? ''
      : rest.trimStart().charAt(0)
    : text.charAt(skipTrivia(text, replace.end));
  const comma = !hasValue && /["{[\w-]/.test(next) ? ',' : '';
  // Further lines of YAML in brackets would have to be indented like the block around.
  const style: Style = yaml
    ? { names, unit: undefined, key: plain }
    : { names, unit: layoutOf(text, replace.offset).unit, key: JSON.stringify };
  const key = (value: unknown) => (yaml ? plain(value) : JSON.stringify(value));
  // Alone between braces on one line, members move to lines of their own.
  const alone = /\{[ \t]*$/.test(text.slice(0, replace.offset)) && /^[ \t]*\}/.test(rest);
  return {
    names,
    filter: (value) => (yaml ? String(value) : JSON.stringify(value)),
    member: (name, schema) => (hasValue ? key(name) : `${key(name)}: ${flowValue(schema)}${comma}`),
    value: (value) => escaped(key(value)) + comma,
    text: (value) => printFlow(value, path, style) + comma,
    tree: (value) => printFlow(value, path, style) + comma,
    call: ({ name, argument }) => {
      const short = `!${name.replace('Fn::', '')} `;
      const printed = (value: Sketch) => printFlow(value, path, style) + comma;
      if (yaml)
        return { label: short + argument, insert: short + (name === 'Fn::Sub' ? printed(argument) : argument + comma) };
      const [id = '', attribute = ''] = argument.split('.');
      const whole = name === 'Fn::GetAtt' ? [id, attribute] : argument;
      return { label: `${name} ${argument}`, insert: printed({ [name]: whole }) };
    },
    members: (value) => {
      const lines = Object.entries(value).map(
        ([name, member]) => `${style.key(names(name, path))}: ${printFlow(member, [...path, name], style)}`,
      );
      if (style.unit === undefined) return lines.join(', ') + comma;
      if (!alone) return lines.join(',\n') + comma;
      const inner = `\n${style.unit}`;
      return `${inner}${lines.join(',\n').replaceAll('\n', inner)}\n`;
    },
  };
}

function blockPrinter(text: string, { path, replace, dash }: Cursor, names: Names): Printer {
  const hasValue = /^[ \t]*:/.test(text.slice(replace.end));
  const start = lineStart(text, replace.offset);
  const line = text.slice(start, replace.offset);
  const leading = /^[ \t]*/.exec(line)?.[0].length ?? 0;
  // The editor indents further lines like the current one; behind `- ` they have to go in further.
  const column = replace.offset - start - leading + dash.length;
  const keyColumn = /^(?:- +)*/.exec(line.slice(leading))?.[0].length ?? 0;
  const inner = ' '.repeat(column + 2);
  const style: Style = { names, unit: '  ', key: plain };
  const at = (lines: readonly string[], indent: number) => lines.join(`\n${' '.repeat(indent)}`);
  return {
    names,
    filter: String,
    member: (name, schema) => (hasValue ? plain(name) : `${dash}${plain(name)}:${blockValue(schema, inner)}`),
    value: (value) => dash + escaped(plain(value)),
    text: (value) => dash + scalarIn(value),
    tree: (value) => {
      const lines = blockLines(value, path, style);
      const afterKey = /:[ \t]*$/.test(line) && typeof value === 'object';
      return afterKey ? at(['', ...lines], keyColumn + 2) : dash + at(lines, column);
    },
    members: (value) => dash + at(blockLines(value, path, style), column),
    call: ({ name, argument }) => {
      const short = `!${name.replace('Fn::', '')} `;
      return { label: short + argument, insert: dash + short + scalarIn(argument) };
    },
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
