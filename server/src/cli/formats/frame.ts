import type { Snapshot, Span } from '../../service';
import type { Paint } from '../paint';
import { printable } from './printable';

/** Most characters of a line that are shown, and how many of them stand before what is underlined. */
const maxLength = 120;
const lead = 40;

/** The lines around a finding, what it is about underlined. `hidden` is not for logs: stars stand for it. */
export function frame(
  { document }: Pick<Snapshot, 'document'>,
  span: Span,
  hidden: readonly Span[],
  paint: Paint,
): string {
  const { line: at } = document.positionAt(span.offset);
  const gutter = String(at + 2).length;
  const text = (part: Span) => withoutHidden(document.getText(), part, hidden);
  const row = (mark: string, number: string, rest: string) =>
    `${paint('dim', `${mark} ${number.padStart(gutter)} |`)}${rest === '' ? '' : ` ${rest}`}\n`;
  return [at - 1, at, at + 1]
    .filter((it) => it >= 0 && it < document.lineCount)
    .map((it) => {
      const whole = lineAt(document, it);
      const number = String(it + 1);
      if (it !== at) return row(' ', number, cut(text(whole), 0));
      const from = Math.min(span.offset, whole.end);
      const to = Math.max(from, Math.min(span.end, whole.end));
      const [before, marked, after] = [
        text({ ...whole, end: from }),
        text({ offset: from, end: to }),
        text({ ...whole, offset: to }),
      ];
      const line = before + marked + after;
      const start = Math.max(0, Math.min(length(before) - lead, length(line) - maxLength));
      const carets = '^'.repeat(Math.max(1, width(cut(marked, 0, maxLength - length(before) + start))));
      const blank = cut(before, start).replace(/[^\t]/gu, (character) => ' '.repeat(width(character)));
      return `${row('>', number, cut(line, start))}${row(' ', '', `${blank}${paint('red', carets)}`)}`;
    })
    .join('');
}

/** A line without its end and without a byte order mark. */
function lineAt(document: Snapshot['document'], line: number): Span {
  const text = document.getText();
  const offset = document.offsetAt({ line, character: 0 });
  const next = line + 1 < document.lineCount ? document.offsetAt({ line: line + 1, character: 0 }) : text.length;
  const end = offset + text.slice(offset, next).replace(/(?:\r\n?|\n)$/, '').length;
  return { offset: offset === 0 && text.startsWith('\ufeff') ? 1 : offset, end };
}

function withoutHidden(text: string, { offset, end }: Span, hidden: readonly Span[]): string {
  let shown = '';
  let at = offset;
  for (const it of hidden) {
    if (it.end <= at || it.offset >= end) continue;
    shown += `${text.slice(at, Math.max(at, it.offset))}***`;
    at = Math.min(it.end, end);
  }
  return printable(shown + text.slice(at, end));
}

/** What of a line is shown from a character on; dots stand for the rest. */
function cut(line: string, start: number, most = maxLength): string {
  const characters = Array.from(line);
  const shown = characters.slice(start, start + most);
  if (start > 0 && shown.length > 0) shown[0] = '…';
  if (start + most < characters.length && shown.length > 0) shown[shown.length - 1] = '…';
  return shown.join('');
}

function length(text: string): number {
  return Array.from(text).length;
}

/** Columns of a terminal, nearly: characters of East Asia and pictures take two. */
function width(text: string): number {
  return Array.from(text).reduce((sum, it) => sum + (wide.test(it) ? 2 : 1), 0);
}

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}]/u;
