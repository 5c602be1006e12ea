import { stringify } from 'yaml';
import type { Path } from '../../syntax/ast';
import { escaped, isList, isObject, type Sketch, Stop, settled, snippetText } from './sketch';

/** What a member of the object at a path is called in the file. */
export type Names = (name: string, path: Path) => string;

export interface Style {
  readonly names: Names;
  /** One level of indentation; in brackets, everything stands on one line without it. */
  readonly unit: string | undefined;
  readonly key: (name: string) => string;
}

/** Longest object or list that stands on one line. */
const maxInline = 90;

/** In brackets, as JSON; YAML reads the same. Further lines are indented from the first one's. */
export function printFlow(sketch: Sketch, path: Path, style: Style): string {
  if (!isList(sketch) && !isObject(sketch)) return quoted(sketch);
  const parts = isList(sketch)
    ? sketch.map((item, index) => printFlow(item, [...path, index], style))
    : Object.entries(sketch).map(
        ([name, value]) => `${style.key(style.names(name, path))}: ${printFlow(value, [...path, name], style)}`,
      );
  const [open, close] = isList(sketch) ? ['[', ']'] : ['{ ', ' }'];
  const inline = open + parts.join(', ') + close;
  if (style.unit === undefined || (isSimple(sketch) && settled(inline).length <= maxInline)) return inline;
  const inner = `\n${style.unit}`;
  return `${open.trim()}${inner}${parts.join(',\n').replaceAll('\n', inner)}\n${close.trim()}`;
}

/** As lines of block YAML, without indentation of their own. */
export function blockLines(sketch: Sketch, path: Path, style: Style): readonly string[] {
  if (isList(sketch)) {
    return sketch.flatMap((item, index) => {
      const lines = blockLines(item, [...path, index], style);
      return lines.map((line, at) => (at === 0 ? '- ' : '  ') + line);
    });
  }
  if (!isObject(sketch)) return [scalarIn(sketch)];
  return Object.entries(sketch).flatMap(([name, value]) => {
    const key = `${style.key(style.names(name, path))}:`;
    const lines = blockLines(value, [...path, name], style);
    return isList(value) || isObject(value) ? [key, ...lines.map((line) => `  ${line}`)] : [`${key} ${lines.join('')}`];
  });
}

/** A scalar of block YAML: quoted only where it must be. */
export function scalarIn(sketch: string | number | boolean | Stop): string {
  if (typeof sketch !== 'string') return quoted(sketch);
  const text = settled(sketch);
  const written = stringify(text, { lineWidth: 0 }).trimEnd();
  if (text === sketch) return escaped(written);
  return written === text ? snippetText(sketch, String) : quoted(sketch);
}

function quoted(sketch: string | number | boolean | Stop): string {
  if (sketch instanceof Stop) return `\${${sketch.index}:${sketch.preset}}`;
  if (typeof sketch !== 'string') return escaped(String(sketch));
  return `"${snippetText(sketch, (part) => JSON.stringify(part).slice(1, -1))}"`;
}

/** A list or object of scalars, and of lists of them. */
function isSimple(sketch: Sketch): boolean {
  if (isList(sketch)) return sketch.every((item) => !isObject(item));
  return isObject(sketch) && Object.values(sketch).every((value) => !isObject(value) && !isList(value));
}
