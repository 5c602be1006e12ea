import { type ASTNode, DiagnosticSeverity, type JSONDocument, type LanguageService } from 'vscode-json-languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { maxDepth, maxDocumentLength } from '../data/limits';
import type { Span } from '../problem';
import { depthOf } from './depth';

/** What any bytes become: a tree (absent for empty or refused text) and what is wrong with the text. */
export interface Tree {
  readonly root: ASTNode | undefined;
  /** Set when the text was not parsed at all. */
  readonly refused?: 'too-large' | 'too-deep';
  /** Mistakes in the JSON text itself. Comments and trailing commas are accepted. */
  syntaxProblems(): Promise<readonly SyntaxProblem[]>;
}

export interface SyntaxProblem {
  readonly span: Span;
  readonly message: string;
}

/** Parses JSON with comments and trailing commas; never fails. */
export function parseJson(json: LanguageService, document: TextDocument): Tree {
  const text = document.getText();
  if (text.length > maxDocumentLength) return refusal('too-large');
  if (depthOf(text) > maxDepth) return refusal('too-deep');
  const readable = withoutByteOrderMark(document);
  const parsed: JSONDocument & { readonly root?: ASTNode | undefined } = json.parseJSONDocument(readable);
  return { root: parsed.root, syntaxProblems: () => syntaxProblems(json, readable, parsed) };
}

function refusal(refused: 'too-large' | 'too-deep'): Tree {
  return { root: undefined, refused, syntaxProblems: () => Promise.resolve([]) };
}

/** The parser takes a byte order mark for garbage; a blank in its place keeps every offset. */
function withoutByteOrderMark(document: TextDocument): TextDocument {
  const text = document.getText();
  if (text.charCodeAt(0) !== 0xfeff) return document;
  return TextDocument.create(document.uri, document.languageId, document.version, ` ${text.slice(1)}`);
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
