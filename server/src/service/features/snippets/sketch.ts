/** A value to be filled in: its texts have tab stops, `${1:text}` the first, and its other scalars can be one. */
export type Sketch = string | number | boolean | Stop | readonly Sketch[] | SketchObject;

export interface SketchObject {
  readonly [member: string]: Sketch;
}

/** A tab stop that is a number or a boolean. */
export class Stop {
  constructor(
    readonly index: number,
    readonly preset: number | boolean,
  ) {}
}

/** A number as a tab stop. */
export function stop(index: number, preset: number | boolean): Stop {
  return new Stop(index, preset);
}

export function isList(sketch: Sketch): sketch is readonly Sketch[] {
  return Array.isArray(sketch);
}

export function isObject(sketch: Sketch): sketch is SketchObject {
  return typeof sketch === 'object' && !isList(sketch) && !(sketch instanceof Stop);
}

const stops = /\$\{(\d):([^}]*)\}/g;

/** The text that remains when its tab stops are left as they are. */
export function settled(text: string): string {
  return text.replace(stops, '$2');
}

/** A text with tab stops as the editor's snippet, its parts encoded for the syntax around. */
export function snippetText(text: string, encode: (part: string) => string): string {
  const parts: string[] = [];
  let end = 0;
  for (const match of text.matchAll(stops)) {
    const [whole, index, preset = ''] = match;
    parts.push(escaped(encode(text.slice(end, match.index))), `\${${index}:${escaped(encode(preset))}}`);
    end = match.index + whole.length;
  }
  return [...parts, escaped(encode(text.slice(end)))].join('');
}

/** A text that is no snippet, as one. */
export function escaped(text: string): string {
  return text.replace(/[$}\\]/g, '\\$&');
}
