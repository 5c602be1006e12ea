import type { TaskSize } from '../model/fargate-size';
import type { Entries, Field, List, Place } from '../model/field';
import { keyTokenOf } from '../model/field';
import type { Action } from '../model/locate-request';
import type { RequestInput } from '../model/request';
import type { Template } from '../model/resources';
import type { TaskDefinition } from '../model/task-definition';
import type { Fix, Severity } from '../problem';
import type { SchemaFinding } from '../schema/finding';
import type { Unused } from '../suppressions';
import type { ASTNode } from '../syntax/ast';
import type { Edit, Json } from '../syntax/edit';
import type { Tree } from '../syntax/json';

export type { Json } from '../syntax/edit';

export type Category =
  | 'correctness'
  | 'compatibility'
  | 'iam'
  | 'networking'
  | 'storage'
  | 'logging'
  | 'reliability'
  | 'security'
  | 'cost'
  | 'style';

/**
 * One rule: what it is, why, examples that are its tests and its documentation, and the check.
 * Everything else (index, documentation pages, metadata of reports) is generated from this object.
 */
export interface Rule {
  /** Also the file's name, unless the file holds a family of rules that differ by a row of a table. */
  readonly id: string;
  readonly category: Category;
  /** The level of most findings; a report can lower it where the case is milder. */
  readonly severity: Severity;
  /** The rule in one line, as a statement of how things should be. */
  readonly title: string;
  /** What goes wrong otherwise, and when. */
  readonly why: string;
  /** AWS documentation or another public page that states the fact. */
  readonly source: string;
  /** JSON with comments; carets in a comment mark the expected findings on the line above. */
  readonly bad: readonly string[];
  /** `bad[i]` without its carets after its fixes; absent where the rule offers none. */
  readonly fixed?: readonly string[];
  readonly good: readonly string[];
  /** What the examples are; task definitions when absent. */
  readonly about?: 'request' | 'template';
  /** The task definition that the examples of a request are about, in a file beside them. */
  readonly beside?: string;
  /** Set where the rule is reported only when asked for. */
  readonly optIn?: true;
  /** The Security Hub controls that the rule foresees, by id: `ECS.5`. https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html */
  readonly controls?: readonly `ECS.${number}`[];
  /** The registries that are trusted where the examples stand. */
  readonly trusting?: readonly string[];
  /** Why the bad examples are none in YAML or in CloudFormation; for the tests. */
  readonly notIn?: { readonly yaml?: string; readonly cloudformation?: string };
  /** Ids of broader rules that stay silent where this one fires at the same token. */
  readonly narrows?: readonly string[];
  /** Checks one task definition. */
  check?(task: TaskDefinition, context: Context): Iterable<Report>;
  /** Checks one input of CreateService, UpdateService or RunTask. */
  checkRequest?(request: RequestInput, context: RequestContext): Iterable<Report>;
  /** Checks the resources of a CloudFormation template. */
  checkTemplate?(template: Template): Iterable<Report>;
  /** Tells of comments that suppress nothing. */
  checkUnused?(unused: readonly Unused[]): Iterable<TextReport>;
  /** Puts into words what the schema says of a task definition or of a request. */
  checkSchema?(findings: readonly SchemaFinding[]): Iterable<Report>;
  /** Checks the document's text, before any task definition is looked for. */
  checkText?(tree: Tree, about: TextContext): Promise<readonly TextReport[]>;
}

/** What a rule may need to know beside the text itself. */
export interface TextContext {
  readonly uri: string;
  /** As the editor calls it; empty where there is none. */
  readonly languageId: string;
  /** The document is a CloudFormation template. */
  readonly isTemplate: boolean;
}

/** What a rule may need to know beside the task definition itself. */
export interface Context {
  /** How the document holds the definition. */
  readonly shape: 'plain' | 'wrapped' | 'cloudformation' | 'containers';
  readonly syntax: 'json' | 'yaml';
  readonly uri: string;
  /** The resources around the definition in a template. */
  readonly template: Template | undefined;
  /** Hosts that images may come from; any when empty. */
  readonly trustedRegistries: readonly string[];
}

/** What a rule may need to know beside the request itself. */
export interface RequestContext {
  readonly action: Action;
  readonly shape: 'plain' | 'cloudformation';
  /** The task definition that the request is about, where it is known. */
  readonly task: TaskDefinition | undefined;
  /** The resources around the request in a template. */
  readonly template: Template | undefined;
}

/** A finding as a rule states it; the runner adds id, level, span and pointer. */
export interface Report {
  readonly place: Place;
  readonly message: string;
  /** Underline the member's key instead of its value. */
  readonly atKey?: boolean;
  readonly severity?: Severity;
  readonly fix?: Fix;
  /** The other half of the defect; `elsewhere` where it is in the task definition that a request is about. */
  readonly related?: readonly { readonly place: Place; readonly message: string; readonly elsewhere?: true }[];
  /** Where, beside its own place, the broader rules stay silent. */
  readonly covers?: readonly Place[];
}

/** A finding about text that has no tree. */
export interface TextReport {
  readonly offset: number;
  readonly end: number;
  readonly message: string;
  readonly severity?: Severity;
  readonly fix?: Fix;
}

export function defineRule(rule: Rule): Rule {
  return rule;
}

/** Makes rules that differ only by a row of a table. */
export function defineRules<T>(table: readonly T[], make: (row: T) => Rule): readonly Rule[] {
  return table.map(make);
}

export function report(place: Place, message: string, more: Omit<Report, 'place' | 'message'> = {}): Report {
  return { place, message, ...more };
}

/** A fix that keeps what the user meant. */
export function fix(title: string, ...edits: readonly Edit[]): Fix {
  return { title, edits, safe: true };
}

/** A fix that decides something for the user: offered, never applied by itself. */
export function suggestion(title: string, ...edits: readonly Edit[]): Fix {
  return { title, edits, safe: false };
}

/** The place of a node found by the schema. */
export function placeOf(node: ASTNode): Place {
  return { node, anchor: node, name: '' };
}

/** Replaces a member's value. Only for members that are present. */
export function replace({ anchor }: Place, value: Json): Edit {
  return { kind: 'replace', node: anchor, value };
}

/** Sets a member of an object that is present. */
export function set({ anchor }: Place, key: string, value: Json): Edit {
  return { kind: 'member', object: anchor, key, value };
}

/** Adds an item at the end of an array that is present. */
export function append({ anchor }: Place, value: Json): Edit {
  return { kind: 'append', array: anchor, value };
}

/** Removes a member or an item. */
export function remove({ anchor }: Place): Edit {
  return { kind: 'remove', node: anchor };
}

/** Removes an item, and its list where that would be left empty. */
export function removeItem(list: List<unknown>, item: Place): Edit {
  return remove(list.items.length === 1 ? list : item);
}

/** Removes text that is no value: a comment or a comma. */
export function erase({ offset, end }: { readonly offset: number; readonly end: number }): Edit {
  return { kind: 'erase', offset, end };
}

/** Renames a member. */
export function rename(place: Place, name: string): readonly Edit[] {
  const key = keyTokenOf(place);
  return key ? [{ kind: 'rename', key, name }] : [];
}

/**
 * Puts quotes around a number or boolean. The tree keeps no spelling, so `1.50` would become "1.5":
 * where the text cannot be the same, the change is only offered.
 */
export function quote(place: Place): Fix | undefined {
  const { node } = place;
  if (node?.type !== 'number' && node?.type !== 'boolean') return undefined;
  const text = String(node.value);
  const title = 'Put it in quotes';
  return text.length === node.length ? fix(title, replace(place, text)) : suggestion(title, replace(place, text));
}

/** Gives the task another size; a member that already says so stays as it is spelled. */
export function resize(task: TaskDefinition, { cpu, memory }: Partial<TaskSize>): Fix {
  const edits = [
    ...(cpu === undefined || cpu === task.cpuUnits ? [] : [set(task.at, 'cpu', String(cpu))]),
    ...(memory === undefined || memory === task.memoryMiB ? [] : [set(task.at, 'memory', String(memory))]),
  ];
  const size = [...(cpu === undefined ? [] : [`${cpu} CPU units`]), ...(memory === undefined ? [] : [`${memory} MiB`])];
  return suggestion(`Set the task size to ${size.join(' and ')}`, ...edits);
}

/** What a field holds, for a message; quotes strings. */
export function shown(field: Field<string | number | boolean> | Entries<unknown> | List<unknown>): string {
  const value = field.node?.type === 'string' ? field.node.value : undefined;
  if (value !== undefined) return `'${value}'`;
  return field.node && 'value' in field.node ? String(field.node.value) : 'nothing';
}
