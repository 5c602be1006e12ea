import type { WouldRunOnReport } from '../../../../../server/src/lsp/protocol';
import type { Choice, Translate } from '../../../live/ports';

export type ReportItem = WouldRunOnReport['items'][number];

/** What a row of the report does. */
export type Action =
  | { readonly kind: 'apply-all' }
  | { readonly kind: 'preview' }
  | { readonly kind: 'item'; readonly item: ReportItem };

/** The rows of a report: what can be done at once, then one a change. */
export function reportChoices(report: WouldRunOnReport, t: Translate): readonly Choice<Action>[] {
  const lines = report.items.map((item) => line(item, t));
  if (report.edits.length === 0) return lines;
  return [
    { label: `$(check-all) ${t('Apply All That Can Be Applied')}`, value: { kind: 'apply-all' } },
    { label: `$(diff) ${t('Preview as Diff')}`, value: { kind: 'preview' } },
    ...lines,
  ];
}

/** How many changes there are, and how many of them wait for a person. */
export function reportSummary({ items }: WouldRunOnReport, t: Translate): string {
  const open = items.filter((item) => !canBeMended(item)).length;
  const changes = items.length === 1 ? t('1 change') : t('{0} changes', items.length);
  if (open === 0) return changes;
  return open === 1 ? t('{0}, 1 needs a decision', changes) : t('{0}, {1} need a decision', changes, open);
}

/** True for what can be applied, by itself or with all. */
export function canBeMended({ edits, mended }: ReportItem): boolean {
  return edits !== undefined || mended;
}

// A row is one line; what to do about it comes below.
function line(item: ReportItem, t: Translate): Choice<Action> {
  const [, what = item.message, rest] = /^(.+?)(?::|(?<=[.?]))\s+(.+)$/s.exec(item.message) ?? [];
  const { icon, note } = mending(item, t);
  const description = [note, item.rule].filter(Boolean).join(' · ');
  return {
    // The place first: a narrow list cuts off what comes last, and two containers may have the same to change.
    label: `$(${icon}) ${plain(item.place === undefined ? what : `${item.place}: ${what}`)}`,
    ...(description !== '' && { description }),
    ...(rest !== undefined && { detail: plain(rest) }),
    value: { kind: 'item', item },
  };
}

function mending(item: ReportItem, t: Translate): { readonly icon: string; readonly note?: string } {
  if (item.edits) return { icon: 'wrench' };
  // It comes to light, or is mended, only with another change.
  if (canBeMended(item)) return { icon: 'check', note: t('done by Apply All') };
  return { icon: 'question', note: t('needs a decision') };
}

// Messages quote the document, and a quick pick would make pictures of it.
function plain(text: string): string {
  return text.replaceAll('$(', '\\$(');
}
