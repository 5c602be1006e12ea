import { maxDepth } from '../data/limits';
import type { Span } from '../problem';
import { maxDocuments, maxEntries, maxMembers } from './yaml-limits';

/** A text that may be parsed, or why not. */
export interface Guarded {
  readonly refused: 'too-deep' | 'too-large' | undefined;
  /** The text with keys that begin or go on with a sign (`-a: …`, `/users/{id}: …`) as words: the parser takes no such keys. */
  readonly text: string;
}

/**
 * Looks for nesting too deep and mappings too large to be parsed. It reads each character about once and keeps no call
 * stack, because the parser behind it needs quadratic time for the one and recurses for the other.
 */
export function guard(text: string): Guarded {
  if (hasLongRow(text)) return { refused: 'too-deep', text };
  return new Guard(text).read();
}

/** Whether a line has more dashes, question marks or colons in a row than may nest: whatever is around it, parsers choke. */
function hasLongRow(text: string): boolean {
  for (const [row] of text.matchAll(rows)) if (row.replace(/[ \t]/g, '').length > maxDepth) return true;
  return false;
}

const rows = /(?:[-?:][ \t]+){8}(?:[-?:][ \t]+)*/g;

/** A block collection that is open: the column of its keys or dashes, and how many there are. */
interface Open {
  readonly column: number;
  readonly sequence: boolean;
  members: number;
}

class Guard {
  private at = 0;
  private lineStart = 0;
  /** The flow collections that are open. */
  private readonly flow: { readonly mapping: boolean; members: number }[] = [];
  private entries = 0;
  private documents = 0;
  /** An unfinished plain scalar that the next line may continue. */
  private plain = false;
  private readonly open: Open[] = [];
  private readonly oddKeys: Span[] = [];
  private refused: 'too-deep' | 'too-large' | undefined;

  constructor(private readonly text: string) {}

  read(): Guarded {
    while (this.at < this.text.length && !this.refused) this.line();
    return { refused: this.refused, text: this.masked() };
  }

  private masked(): string {
    const parts: string[] = [];
    let done = 0;
    for (const { offset, end } of this.oddKeys) {
      parts.push(this.text.slice(done, offset), this.text.slice(offset, end).replace(/^[-?]|[[\]{},]/g, 'X'));
      done = end;
    }
    return parts.length === 0 ? this.text : parts.join('') + this.text.slice(done);
  }

  private line(): void {
    this.lineStart = this.at;
    while (this.char() === ' ') this.at++;
    const indent = this.at - this.lineStart;
    this.skipBlanks();
    if (this.char() === '\n' || this.char() === '#') {
      if (this.char() === '#') this.entry();
      this.toNextLine();
      return;
    }
    if (indent === 0 && this.marker()) {
      if (++this.documents > maxDocuments) this.refused = 'too-large';
      this.open.length = 0;
      this.plain = false;
      this.at += 3;
    } else if (this.plain && indent > this.column()) {
      this.plainScalar(this.at - this.lineStart);
    } else {
      this.plain = false;
      this.close(indent);
    }
    this.tokens();
  }

  /** The tokens up to the end of the line where the last of them ends. */
  private tokens(): void {
    let properties = 0;
    let start: number | undefined;
    while (!this.refused) {
      this.skipBlanks();
      const char = this.char();
      if (char === undefined || char === '\n') break;
      const column: number = start ?? this.at - this.lineStart;
      start = undefined;
      if (char === '#') break;
      if ((char === '-' || char === '?' || char === ':') && this.separator(this.at + 1)) {
        this.member(column, char === '-');
        this.at++;
      } else if (char === '!' || char === '&') {
        if (++properties > maxDepth) this.refused = 'too-deep';
        this.word();
        start = column;
      } else if (char === '|' || char === '>') {
        this.blockScalar();
        return;
      } else if (char === '[' || char === '{') {
        this.flowCollection();
        this.key(column);
      } else if (char === '"' || char === "'") {
        this.quoted(char);
        this.key(column);
      } else if (char === '*') {
        this.word();
        this.key(column);
      } else {
        this.plainScalar(column);
      }
    }
    this.toNextLine();
  }

  /** A scalar without quotes, up to the end of its line, a comment, or the colon that makes it a key. */
  private plainScalar(column: number): void {
    const offset = this.at;
    let odd = this.char() === '-' || this.char() === '?';
    for (; this.at < this.text.length; this.at++) {
      const char = this.char();
      if (char === '\n') break;
      if (char === ':' && this.separator(this.at + 1)) break;
      if (char === '#' && this.blank(this.at - 1)) break;
      if (char === '[' || char === ']' || char === '{' || char === '}' || char === ',') odd = true;
    }
    this.plain = this.char() === '\n';
    if (odd && this.char() === ':') this.oddKeys.push({ offset, end: this.at });
    this.key(column);
  }

  private key(column: number): void {
    this.skipBlanks();
    if (this.char() !== ':' || !this.separator(this.at + 1)) return;
    this.member(column, false);
    this.at++;
  }

  private member(column: number, sequence: boolean): void {
    this.entry();
    const last = this.open.at(-1);
    if (last?.column === column && last.sequence === sequence) {
      if (++last.members > maxMembers && !sequence) this.refused = 'too-large';
    } else {
      this.open.push({ column, sequence, members: 1 });
      this.measure();
    }
  }

  private close(indent: number): void {
    const dash = this.char() === '-' && this.separator(this.at + 1);
    for (let last = this.open.at(-1); last; last = this.open.at(-1)) {
      if (last.column < indent || (last.column === indent && (!last.sequence || dash))) return;
      this.open.pop();
    }
  }

  private flowCollection(): void {
    do {
      const char = this.char();
      if (char === '[' || char === '{') this.openFlow(char === '{');
      else if (char === ']' || char === '}') this.flow.pop();
      else if (char === ',') this.flowEntry();
      else if (char === '\n') this.lineStart = this.at + 1;
      else if (char === '#' && this.separator(this.at - 1)) {
        this.toLineEnd();
        continue;
      } else if ((char === '"' || char === "'") && this.startsFlowValue()) {
        this.quoted(char);
        continue;
      }
      this.at++;
    } while (this.flow.length > 0 && this.at < this.text.length && !this.refused);
    this.flow.length = 0;
  }

  private openFlow(mapping: boolean): void {
    this.flow.push({ mapping, members: 1 });
    this.entry();
    this.measure();
  }

  private flowEntry(): void {
    this.entry();
    const last = this.flow.at(-1);
    if (last?.mapping && ++last.members > maxMembers) this.refused = 'too-large';
  }

  private startsFlowValue(): boolean {
    return this.separator(this.at - 1) || ',:?[]{}'.includes(this.text.charAt(this.at - 1));
  }

  private quoted(quote: string): void {
    for (this.at++; this.at < this.text.length; this.at++) {
      const char = this.char();
      if (char === '\n') this.lineStart = this.at + 1;
      else if (char === '\\' && quote === '"') this.at++;
      else if (char === quote) {
        this.at++;
        if (quote === '"' || this.char() !== "'") return;
      }
    }
  }

  private blockScalar(): void {
    const header = this.at;
    this.toNextLine();
    const stated = /^[|>][+-]?([1-9])/.exec(this.text.slice(header, header + 3))?.[1];
    let indent = stated === undefined ? undefined : this.column() + Number(stated);
    while (this.at < this.text.length) {
      const start = this.at;
      let end = start;
      while (this.text[end] === ' ') end++;
      const blank = this.text[end] === '\n' || end === this.text.length;
      if (!blank) {
        indent ??= Math.max(this.column() + 1, end - start);
        if (end - start < indent || (end === start && this.marker())) return;
      }
      this.at = end;
      this.toNextLine();
    }
  }

  private entry(): void {
    if (++this.entries > maxEntries) this.refused ??= 'too-large';
  }

  private measure(): void {
    if (this.open.length + this.flow.length > maxDepth) this.refused = 'too-deep';
  }

  private column(): number {
    return this.open.at(-1)?.column ?? -1;
  }

  private char(): string | undefined {
    return this.text[this.at];
  }

  private blank(at: number): boolean {
    return this.text[at] === ' ' || this.text[at] === '\t';
  }

  private separator(at: number): boolean {
    return at < 0 || at >= this.text.length || this.blank(at) || this.text[at] === '\n';
  }

  /** `---` or `...`, which end a document at a line's start. */
  private marker(): boolean {
    return (
      (this.text.startsWith('---', this.at) || this.text.startsWith('...', this.at)) && this.separator(this.at + 3)
    );
  }

  private word(): void {
    this.at++;
    while (!this.separator(this.at) && !'[]{},'.includes(this.text.charAt(this.at))) this.at++;
  }

  private skipBlanks(): void {
    while (this.blank(this.at)) this.at++;
  }

  private toLineEnd(): void {
    const end = this.text.indexOf('\n', this.at);
    this.at = end < 0 ? this.text.length : end;
  }

  private toNextLine(): void {
    this.toLineEnd();
    this.at++;
  }
}
