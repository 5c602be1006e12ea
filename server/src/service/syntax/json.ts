import {
  type ASTNode,
  DiagnosticSeverity,
  ErrorCode,
  type JSONDocument,
  type LanguageService,
  TextDocument,
} from 'vscode-json-languageservice';
import { maxDepth, maxDocumentLength } from '../data/limits';
import type { Span } from '../problem';
import { depthOf } from './depth';
import { toolToken, unquoted } from './placeholder';

/** What any bytes become: a tree (absent for empty or refused text) and what is wrong with the text. */
export interface Tree {
  readonly root: ASTNode | undefined;
  /** The content of each document of the text: YAML may hold several, JSON holds one. */
  readonly roots: readonly ASTNode[];
  /** The text as it was parsed; its offsets are the document's. */
  readonly text: string;
  /** Set when the text was not parsed at all. */
  readonly refused?: 'too-large' | 'too-deep';
  /** Mistakes in the JSON text itself. Comments and trailing commas are accepted. */
  syntaxProblems(): Promise<readonly SyntaxProblem[]>;
  /** What is accepted although JSON has no such thing; absent where it is part of the syntax. */
  extensions?(): Promise<readonly Extension[]>;
}

/** A comment, or a comma before a closing bracket. */
export interface Extension {
  readonly kind: 'comment' | 'trailing-comma';
  readonly span: Span;
}

export interface SyntaxProblem {
  readonly span: Span;
  readonly message: string;
}

/** Parses JSON with comments and trailing commas; never fails. */
export function parseJson(json: LanguageService, document: TextDocument): Tree {
  const text = document.getText();
  if (text.length > maxDocumentLength) return refusal('too-large', text);
  if (depthOf(text) > maxDepth) return refusal('too-deep', text);
  const read = readable(document);
  const parsed: JSONDocument & { readonly root?: ASTNode | undefined } = json.parseJSONDocument(read);
  return {
    root: parsed.root,
    roots: parsed.root ? [parsed.root] : [],
    text: read.getText(),
    syntaxProblems: () => syntaxProblems(json, read, parsed),
    extensions: () => extensions(json, read, parsed),
  };
}

function refusal(refused: 'too-large' | 'too-deep', text: string): Tree {
  return { root: undefined, roots: [], text, refused, syntaxProblems: () => Promise.resolve([]) };
}

/**
 * The document as the parser can read it, every offset kept: a byte order mark becomes a blank, a placeholder that stands
 * where a value should (`"cpu": {{ cpu }}`) becomes a string with a placeholder.
 */
function readable(document: TextDocument): TextDocument {
  const text = document.getText();
  const quoted = /[$<%]|\{\{|#\{|@@|__/.test(text) ? text.replace(tokens, quotePlaceholder) : text;
  const read = quoted.charCodeAt(0) === 0xfeff ? ` ${quoted.slice(1)}` : quoted;
  return read === text ? document : TextDocument.create(document.uri, document.languageId, document.version, read);
}

/** Strings and comments, to be passed over, and placeholders outside them. A short name takes the blank before it along. */
const tokens = new RegExp(
  [
    /"(?:[^"\\\n]|\\.)*"?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/,
    /\$?\{\{(?!\s*")[^{}\n]+\}\}|\$\{[^{}\n]+(?:\{[^{}\n]*\}[^{}\n]*)?\}/,
    /<[A-Za-z][^<>"\n]{0,80}>|%[A-Za-z_]\w*%|[ \t]?\$[A-Za-z_]\w*/,
    toolToken,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

function quotePlaceholder(token: string): string {
  if (token.startsWith('"') || token.startsWith('/')) return token;
  return token.length < 4 ? `"${unquoted}"` : `"$${'X'.repeat(token.length - 3)}"`;
}

async function syntaxProblems(
  json: LanguageService,
  document: TextDocument,
  parsed: JSONDocument,
): Promise<readonly SyntaxProblem[]> {
  if (document.getText().trim() === '') return [];
  const found = await json.doValidation(document, parsed, {
    comments: 'ignore',
    trailingCommas: 'ignore',
    schemaValidation: 'ignore',
    schemaRequest: 'ignore',
  });
  return found
    .filter(({ severity }) => severity === undefined || severity === DiagnosticSeverity.Error)
    .map(({ range, message }) => ({
      span: { offset: document.offsetAt(range.start), end: document.offsetAt(range.end) },
      message: String(message),
    }));
}

const extensionKinds: ReadonlyMap<unknown, Extension['kind']> = new Map([
  [ErrorCode.CommentNotPermitted, 'comment'],
  [ErrorCode.TrailingComma, 'trailing-comma'],
]);

async function extensions(
  json: LanguageService,
  document: TextDocument,
  parsed: JSONDocument,
): Promise<readonly Extension[]> {
  if (!/\/[/*]|,\s*[\]}/]/.test(document.getText())) return [];
  const found = await json.doValidation(document, parsed, {
    comments: 'error',
    trailingCommas: 'error',
    schemaValidation: 'ignore',
    schemaRequest: 'ignore',
  });
  return found
    .flatMap(({ code, range }): readonly Extension[] => {
      const kind = extensionKinds.get(code);
      const span = { offset: document.offsetAt(range.start), end: document.offsetAt(range.end) };
      return kind ? [{ kind, span }] : [];
    })
    .toSorted((a, b) => a.span.offset - b.span.offset);
}
