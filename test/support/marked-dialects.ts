import { type Node as JsonNode, parseTree } from 'jsonc-parser';
import { isMap, isSeq, type Pair, parseDocument, type Node as YamlNode } from 'yaml';
import { toTemplate, toYaml } from './dialects';
import { service } from './service';

/** A syntax and spelling in which a JSON task definition can be written. */
export interface Dialect {
  readonly name: string;
  readonly uri: string;
  readonly isTemplate: boolean;
  /** The text in this dialect. */
  write(json: string): string;
}

export const dialects: readonly Dialect[] = [
  { name: 'JSON', uri: 'file:///w/task-definition.json', isTemplate: false, write: (json) => json },
  { name: 'YAML', uri: 'file:///w/task-definition.yaml', isTemplate: false, write: toYaml },
  { name: 'CloudFormation JSON', uri: 'file:///w/template.json', isTemplate: true, write: toTemplate },
  {
    name: 'CloudFormation YAML',
    uri: 'file:///w/template.yaml',
    isTemplate: true,
    write: (json) => toYaml(toTemplate(json)),
  },
];

/** A piece of a case that is no part of its text. */
export interface Mark {
  readonly offset: number;
  readonly mark: string;
}

export interface Written {
  readonly text: string;
  /** In the order of the text. */
  readonly marks: readonly Mark[];
}

/** A text and the marks in it. */
export function readMarks(marked: string, pattern: RegExp): Written {
  let removed = 0;
  const marks = [...marked.matchAll(pattern)].map(({ index, 0: mark }) => {
    const offset = index - removed;
    removed += mark.length;
    return { offset, mark };
  });
  return { text: marked.replace(pattern, ''), marks };
}

/** The text with its marks. */
export function showMarks({ text, marks }: Written): string {
  return marks.reduceRight((shown, { offset, mark }) => shown.slice(0, offset) + mark + shown.slice(offset), text);
}

/**
 * A JSON definition with marks, in a dialect: each mark stands where the token, key or value is that it touches in JSON. The places
 * are found by the `yaml` and `jsonc-parser` libraries, which the service does not read these documents with.
 */
export function write({ name, isTemplate, write }: Dialect, marked: string, pattern: RegExp): Written {
  const json = readMarks(marked, pattern);
  if (name === 'JSON') return json;
  const text = write(json.text);
  const root = parseTree(json.text);
  if (!root) throw new Error('The case is no JSON.');
  const around = isTemplate ? inTemplate : [];
  const spot = name.endsWith('YAML') ? spotInYaml(text) : spotInJson(text);
  const marks = json.marks.map(({ offset, mark }) => {
    const { steps, part, at } = anchorOf(root, json.text, offset);
    return { offset: spot({ steps: [...around, ...steps], part, at }), mark };
  });
  return { text, marks };
}

/** Opens a JSON definition whose cursor is marked by `|`, in a dialect. */
export function openIn(dialect: Dialect, marked: string) {
  // A second bar is text.
  const cursor = marked.indexOf('|');
  const { text, marks } = write(dialect, `${marked.slice(0, cursor)}\u2038${marked.slice(cursor + 1)}`, /\u2038/g);
  const offset = marks[0]?.offset ?? 0;
  return { snapshot: service.open(dialect.uri, text), offset, text };
}

/** `Resources`, `Task` and `Properties`, as `toTemplate` puts them around a definition. */
const inTemplate = [0, 0, 1];

/** A place that all dialects have: members and items are counted, because keys are spelled differently. */
interface Anchor {
  readonly steps: readonly number[];
  readonly part: 'key' | 'value';
  /** Before or behind the token, behind its opening bracket (if the dialect has one), or behind so many characters of its text. */
  readonly at: 'start' | 'end' | 'inside' | number;
}

function anchorOf(root: JsonNode, text: string, offset: number): Anchor {
  const steps: number[] = [];
  let part: Anchor['part'] = 'value';
  let node = root;
  for (let index = childAt(node, offset); index >= 0; index = childAt(node, offset)) {
    const child = node.children?.[index];
    if (!child) break;
    if (node.type === 'property') part = index === 0 ? 'key' : 'value';
    else steps.push(index);
    node = child;
  }
  const { offset: start, length, type } = node;
  if (type === 'object' || type === 'array') {
    if (offset === start + length) return { steps, part, at: 'end' };
    if (offset === start) return { steps, part, at: 'start' };
    if (offset === start + 1) return { steps, part, at: 'inside' };
    throw new Error(`A mark stands between tokens: ${text.slice(0, offset)}`);
  }
  if (type === 'property') throw new Error(`A mark stands between tokens: ${text.slice(0, offset)}`);
  if (offset === start) return { steps, part, at: 'start' };
  if (offset === start + length) return { steps, part, at: 'end' };
  return { steps, part, at: offset - start - (type === 'string' ? 1 : 0) };
}

function childAt(node: JsonNode, offset: number): number {
  return node.children?.findIndex((child) => child.offset <= offset && offset <= child.offset + child.length) ?? -1;
}

function spotInJson(text: string): (anchor: Anchor) => number {
  const root = parseTree(text);
  return ({ steps, part, at }) => {
    let node = root;
    for (const [index, step] of steps.entries()) {
      const child = node?.children?.[step];
      const isLast = index === steps.length - 1;
      node = child?.type === 'property' ? child.children?.[isLast && part === 'key' ? 0 : 1] : child;
    }
    if (!node) throw new Error('The dialect has no such place.');
    return within(text, node.offset, node.offset + node.length, at);
  };
}

function spotInYaml(text: string): (anchor: Anchor) => number {
  const root = parseDocument(text).contents;
  return ({ steps, part, at }) => {
    let node: YamlNode | null = root;
    for (const [index, step] of steps.entries()) {
      const isLast = index === steps.length - 1;
      if (isSeq(node)) node = node.items[step] as YamlNode;
      else if (isMap(node)) {
        const pair = node.items[step] as Pair<YamlNode, YamlNode>;
        node = isLast && part === 'key' ? pair.key : pair.value;
      }
    }
    if (!node?.range) throw new Error('The dialect has no such place.');
    return within(text, node.range[0], endIn(node), at);
  };
}

function within(text: string, start: number, end: number, at: Anchor['at']): number {
  if (at === 'start') return start;
  if (at === 'inside') return start + (/[{[]/.test(text[start] ?? '') ? 1 : 0);
  return at === 'end' ? end : start + (/["']/.test(text[start] ?? '') ? 1 : 0) + at;
}

/** Block collections end where their last scalar does. */
function endIn(node: YamlNode): number {
  const last =
    isSeq(node) && !node.flow ? node.items.at(-1) : isMap(node) && !node.flow ? node.items.at(-1)?.value : undefined;
  if (last) return endIn(last as YamlNode);
  return node.range?.[1] ?? 0;
}
