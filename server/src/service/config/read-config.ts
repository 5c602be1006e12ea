import { type Node, type ParseError, type ParseErrorCode, parseTree, printParseErrorCode } from 'jsonc-parser';
import { maxDepth, maxDocumentLength } from '../data/limits';
import { nearest } from '../model/nearest';
import { type LaunchType, launchTypes } from '../model/task-definition';
import type { Span } from '../problem';
import { depthOf } from '../syntax/depth';
import { type Config, type Level, levels, type Preset, presets } from './config';

/** A configuration as it is written, and what is wrong with the text; what is wrong has no effect, the rest holds. */
export interface ReadConfig {
  readonly config: Config;
  readonly problems: readonly (Span & { readonly message: string })[];
}

/** Reads a configuration: JSON with comments. `rules` are the ids of the rules that there are. */
export function readConfig(text: string, rules: readonly string[]): ReadConfig {
  if (text.length > maxDocumentLength || depthOf(text) > maxDepth)
    return { config: {}, problems: [{ offset: 0, end: 1, message: 'This is too large or too deep to be read.' }] };
  const mistakes: ParseError[] = [];
  const root = parseTree(text, mistakes, { allowTrailingComma: true, allowEmptyContent: true });
  const problems = mistakes.filter(isFirstThere).map(({ error, offset, length }) => ({
    offset,
    end: offset + length,
    message: mistakeIn(error),
  }));
  const tell = (node: Node, message: string) =>
    problems.push({ offset: node.offset, end: node.offset + node.length, message });
  if (!root) return { config: {}, problems };
  if (root.type !== 'object') {
    tell(root, 'A configuration is an object.');
    return { config: {}, problems };
  }
  let config: Config = {};
  for (const [key, value] of members(root)) {
    switch (key.value) {
      case '$schema':
        break;
      case 'preset': {
        const preset = oneOf(value, Object.keys(presets) as Preset[], 'preset', tell);
        if (preset) config = { ...config, preset };
        break;
      }
      case 'rules':
        config = { ...config, rules: readLevels(value, rules, tell) };
        break;
      case 'launchTypes':
        config = { ...config, launchTypes: readLaunchTypes(value, tell) };
        break;
      case 'trustedRegistries':
        config = { ...config, trustedRegistries: readTexts(value, tell) };
        break;
      default:
        tell(key, unknown('setting', String(key.value), settings));
    }
  }
  return { config, problems };
}

/** Of one place one mistake is enough. */
function isFirstThere({ offset }: ParseError, index: number, all: readonly ParseError[]): boolean {
  return all.findIndex((other) => other.offset === offset) === index;
}

/** `PropertyNameExpected` becomes `This is no JSON: property name expected.` */
function mistakeIn(error: ParseErrorCode): string {
  const words = printParseErrorCode(error).replaceAll(/(?!^)[A-Z]/g, (capital) => ` ${capital}`);
  return `This is no JSON: ${words.toLowerCase()}.`;
}

const settings = ['preset', 'rules', 'launchTypes', 'trustedRegistries'];

type Tell = (node: Node, message: string) => void;

function readLevels(node: Node, rules: readonly string[], tell: Tell): Readonly<Record<string, Level>> {
  const read = object(node, tell).flatMap(([key, value]) => {
    const id = String(key.value);
    if (!rules.includes(id)) tell(key, unknown('rule', id, rules));
    const level = oneOf(value, levels, 'level', tell);
    return level && rules.includes(id) ? [[id, level] as const] : [];
  });
  return Object.fromEntries(read);
}

function readLaunchTypes(node: Node, tell: Tell): Readonly<Record<string, readonly LaunchType[]>> {
  const read = object(node, tell).map(([key, value]) => {
    const types = list(value, tell).flatMap((item) => oneOf(item, launchTypes, 'launch type', tell) ?? []);
    return [String(key.value), types] as const;
  });
  return Object.fromEntries(read);
}

function readTexts(node: Node, tell: Tell): readonly string[] {
  return list(node, tell).flatMap((item) => {
    if (typeof item.value === 'string') return [item.value];
    tell(item, 'Write a text in quotes.');
    return [];
  });
}

function oneOf<T extends string>(node: Node, values: readonly T[], what: string, tell: Tell): T | undefined {
  const found = values.find((value) => value === node.value);
  if (found === undefined) tell(node, unknown(what, String(node.value ?? node.type), values));
  return found;
}

function unknown(what: string, name: string, names: readonly string[]): string {
  const meant = nearest(name, names, 3, names.length);
  if (meant !== undefined) return `There is no ${what} '${name}'. Did you mean '${meant}'?`;
  return names.length > 12
    ? `There is no ${what} '${name}'.`
    : `There is no ${what} '${name}': it can be ${names.map((it) => `'${it}'`).join(', ')}.`;
}

function object(node: Node, tell: Tell): readonly (readonly [Node, Node])[] {
  if (node.type !== 'object') tell(node, 'Write an object.');
  return node.type === 'object' ? members(node) : [];
}

function list(node: Node, tell: Tell): readonly Node[] {
  if (node.type !== 'array') tell(node, 'Write a list.');
  return node.type === 'array' ? (node.children ?? []) : [];
}

function members({ children = [] }: Node): readonly (readonly [Node, Node])[] {
  return children.flatMap(({ children: [key, value] = [] }) => (key && value ? [[key, value] as const] : []));
}
