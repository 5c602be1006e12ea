import type { Rule } from '../../rules/rule';
import type { Snapshot } from '../../snapshot';
import { directivesIn, directiveWords } from '../../suppressions';
import type { HoverText } from '../hover-value';

/** What a rule that a comment names demands, or what the comment does. */
export function hoverSuppression(
  snapshot: Snapshot,
  offset: number,
  rules: readonly Rule[],
  pageOf: (rule: string) => string,
): HoverText | undefined {
  const directive = directivesIn(snapshot).find(({ comment }) => comment.offset <= offset && offset <= comment.end);
  if (!directive) return undefined;
  const { word } = directive;
  if (word.offset <= offset && offset <= word.end) {
    const text = snapshot.document.getText().slice(word.offset, word.end);
    const detail = directiveWords.find((it) => it.word === text)?.detail;
    return detail === undefined ? undefined : { markdown: `**${text}**\n\n${detail}.`, span: word };
  }
  const named = directive.rules.find(({ span }) => span.offset <= offset && offset <= span.end);
  const rule = rules.find(({ id }) => id === named?.id);
  if (!named || !rule) return undefined;
  const head = `**${rule.id}** · ${rule.severity}${rule.optIn ? ' · off by default' : ''}`;
  const parts = [head, `${rule.title}.`, rule.why, `[${rule.id}](${pageOf(rule.id)})`];
  return { markdown: parts.join('\n\n'), span: named.span };
}
