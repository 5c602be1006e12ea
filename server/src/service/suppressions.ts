import type { Problem, Span } from './problem';
import type { Snapshot } from './snapshot';
import { commentsIn } from './syntax/comments';
import { endOfLine, endOfLineBreak, lineStart } from './syntax/trivia';

/** The words that make a comment a directive. */
export const directiveWords = [
  { word: 'taskdef-disable-next-line', detail: 'Suppresses rules on the next line, or all where none is named' },
  { word: 'taskdef-disable', detail: 'Suppresses rules in this file, or all where none is named' },
] as const;

/** A comment that keeps findings from being told: `taskdef-disable-next-line rule-id, rule-id -- reason`, or `taskdef-disable`. */
export interface Directive {
  /** The comment, marks included. */
  readonly comment: Span;
  /** The word that makes it a directive. */
  readonly word: Span;
  /** The rules that it names; none means all. */
  readonly rules: readonly RuleName[];
  /** Where findings begin that it is about. */
  readonly scope: Span;
}

export interface RuleName {
  readonly id: string;
  readonly span: Span;
}

/** What is left to tell, and which words of which directives keep nothing from being told. */
export interface Suppressed {
  readonly problems: readonly Problem[];
  readonly unused: readonly Unused[];
}

export interface Unused {
  readonly directive: Directive;
  /** The rule that is not found there; absent where the directive names none. */
  readonly rule?: RuleName;
}

const directive = /^(?:\/[/*]|#)\s*(?<word>taskdef-disable(?:-next-line)?)(?=\s|$|\*\/)(?<rest>.*)$/s;

/** The directives of a document, in order. */
export function directivesIn({ tree, syntax }: Snapshot): readonly Directive[] {
  if (!tree?.text.includes('taskdef-disable')) return [];
  const { text } = tree;
  const comments = commentsIn(tree, syntax);
  const starts = new Set(comments.map(({ offset }) => offset));
  return comments.flatMap((comment) => {
    const { word, rest } = directive.exec(text.slice(comment.offset, comment.end))?.groups ?? {};
    if (word === undefined || rest === undefined) return [];
    const at = text.indexOf(word, comment.offset);
    const ruleText = rest.replace(/(?:--|\*\/).*$/s, '');
    const rules = namesIn(ruleText, at + word.length);
    const scope = word === 'taskdef-disable' ? { offset: 0, end: text.length + 1 } : lineAfter(text, comment, starts);
    return [{ comment, word: { offset: at, end: at + word.length }, rules, scope }];
  });
}

/** Takes out what the directives keep from being told; `isRun` tells which rules were looked at, of the others nothing is unused. */
export function suppress(
  problems: readonly Problem[],
  directives: readonly Directive[],
  isRun: (rule: string) => boolean,
): Suppressed {
  if (directives.length === 0) return { problems, unused: [] };
  const used = new Set<Directive | RuleName>();
  const left = problems.filter(({ rule, span }) => {
    const holding = directives.flatMap((it): readonly (Directive | RuleName)[] => {
      if (span.offset < it.scope.offset || span.offset >= it.scope.end) return [];
      return it.rules.length === 0 ? [it] : it.rules.filter(({ id }) => id === rule);
    });
    for (const it of holding) used.add(it);
    return holding.length === 0;
  });
  const unused = directives.flatMap((it): readonly Unused[] => {
    if (it.rules.length === 0) return used.has(it) ? [] : [{ directive: it }];
    return it.rules.filter((rule) => !used.has(rule) && isRun(rule.id)).map((rule) => ({ directive: it, rule }));
  });
  return { problems: left, unused };
}

function namesIn(text: string, offset: number): readonly RuleName[] {
  return Array.from(text.matchAll(/[^\s,]+/g), ({ 0: id, index }) => ({
    id,
    span: { offset: offset + index, end: offset + index + id.length },
  }));
}

/** The next line that holds more than a comment. */
function lineAfter(text: string, comment: Span, comments: ReadonlySet<number>): Span {
  let offset = endOfLineBreak(text, comment.end);
  while (offset < text.length && comments.has(firstOf(text, offset))) offset = endOfLineBreak(text, offset);
  return { offset: lineStart(text, offset), end: endOfLine(text, offset) + 1 };
}

/** Offset of the first character of a line that is no blank. */
function firstOf(text: string, start: number): number {
  const end = endOfLine(text, start);
  const blanks = /^[ \t]*/.exec(text.slice(start, end))?.[0].length ?? 0;
  return start + blanks;
}
