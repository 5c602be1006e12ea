import { format as formatJson } from 'jsonc-parser';
import type { Span } from '../problem';
import type { Snapshot } from '../snapshot';
import type { TextChange } from '../syntax/edit';

/** The editor's settings of a document. */
export interface FormatOptions {
  /** Width of a level of indentation in blanks. */
  readonly tabSize: number;
  readonly insertSpaces: boolean;
  readonly insertFinalNewline?: boolean;
  /** The whole document when absent. */
  readonly range?: Span;
}

/** Lays out a JSON document that holds a definition or a request; undefined for every other document. Only white space changes. */
export function format(snapshot: Snapshot, options: FormatOptions): readonly TextChange[] | undefined {
  const { tree, syntax, definitions, requests, document } = snapshot;
  if (syntax !== 'json' || !tree || definitions.length + requests.length === 0) return undefined;
  const { range, tabSize, insertSpaces, insertFinalNewline = false } = options;
  // The text as it was parsed: a placeholder without quotes is one token there.
  const edits = formatJson(tree.text, range && { offset: range.offset, length: range.end - range.offset }, {
    tabSize,
    insertSpaces,
    insertFinalNewline,
    eol: tree.text.includes('\r\n') ? '\r\n' : '\n',
  });
  const start = document.getText().startsWith('\uFEFF') ? 1 : 0;
  return edits
    .filter(({ offset, length }) => offset + length > start || length === 0)
    .map(({ offset, length, content }) => ({
      offset: Math.max(offset, start),
      length: length - Math.max(0, start - offset),
      text: content,
    }));
}
