import type { Problem, Span } from '../../problem';
import type { Rule } from '../../rules/rule';
import type { Snapshot } from '../../snapshot';
import { type Directive, directivesIn, directiveWords } from '../../suppressions';
import { commentAt } from '../../syntax/comments';
import { applyChanges } from '../../syntax/edit';
import type { Completion } from '../complete-site';

/** What is wanted at a cursor in a comment. */
export type SuppressionSite =
  /** A word that begins a directive. */
  | { readonly wants: 'directive'; readonly replace: Span }
  /** A rule that the directive names. */
  | { readonly wants: 'rule'; readonly replace: Span; readonly directive: Directive };

/** Undefined outside comments, and where a comment says something of its own. */
export function suppressionSite(snapshot: Snapshot, offset: number): SuppressionSite | undefined {
  const { tree, syntax } = snapshot;
  const comment = tree && !tree.refused ? commentAt(tree, syntax, offset) : undefined;
  if (!tree || !comment) return undefined;
  const before = tree.text.slice(comment.offset, offset);
  const after = /^[\w-]*/.exec(tree.text.slice(offset, comment.end))?.[0] ?? '';
  const typed = /^(?:\/[/*]|#)[ \t]*(?<typed>[\w-]*)$/.exec(before)?.groups?.typed;
  if (typed !== undefined) {
    if (!directiveWords.some(({ word }) => word.startsWith(typed))) return undefined;
    return { wants: 'directive', replace: { offset: offset - typed.length, end: offset + after.length } };
  }
  const directive = directivesIn(snapshot).find((it) => it.comment.offset === comment.offset);
  if (!directive || offset <= directive.word.end || before.includes('--')) return undefined;
  const name = /[\w-]*$/.exec(before)?.[0] ?? '';
  return { wants: 'rule', replace: { offset: offset - name.length, end: offset + after.length }, directive };
}

/** The words that begin a directive. */
export function directiveCompletions(snapshot: Snapshot, replace: Span): readonly Completion[] {
  const hasBlank = /[ \t]/.test(snapshot.document.getText().charAt(replace.end));
  return directiveWords.map(({ word, detail }, index) =>
    completion({ label: word, kind: 'snippet', detail, insert: hasBlank ? word : `${word} `, replace }, index),
  );
}

/** The rules that are not named yet: those found there first. `problems` are those without the comment. */
export function ruleCompletions(
  { replace, directive }: SuppressionSite & { readonly wants: 'rule' },
  rules: readonly Rule[],
  problems: readonly Problem[],
): readonly Completion[] {
  const named = new Set(directive.rules.filter(({ span }) => span.offset !== replace.offset).map(({ id }) => id));
  const { scope } = directive;
  const found = new Set(
    problems.filter(({ span }) => span.offset >= scope.offset && span.offset < scope.end).map(({ rule }) => rule),
  );
  const ofThese = rules.filter(({ id, checkUnused }) => !named.has(id) && !checkUnused);
  const sorted = [...ofThese.filter(({ id }) => found.has(id)), ...ofThese.filter(({ id }) => !found.has(id))];
  return sorted.map(({ id, title }, index) =>
    completion({ label: id, kind: 'value', detail: title, insert: id, replace }, index),
  );
}

/** The text as if a directive were not there; every offset stays. */
export function without(text: string, { comment: { offset, end } }: Directive): string {
  return applyChanges(text, [{ offset, length: end - offset, text: ' '.repeat(end - offset) }]);
}

function completion(
  item: Pick<Completion, 'label' | 'kind' | 'detail' | 'insert' | 'replace'>,
  index: number,
): Completion {
  return {
    ...item,
    filter: item.label,
    sort: String(index).padStart(3, '0'),
    deprecated: false,
    opensValue: item.kind === 'snippet',
    schema: 'task-definition',
    path: [],
  };
}
