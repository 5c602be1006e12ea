import type { TextDocument } from 'vscode-json-languageservice';
import type { Edit } from './syntax/edit';

/** As in LSP; `off` exists in configuration only. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** UTF-16 offsets into the document, end exclusive. */
export interface Span {
  readonly offset: number;
  readonly end: number;
}

/** A change that removes the cause of a problem, as structure; `syntax/edit` prints it. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** True when the fix cannot change what the user meant: offered first and applied by "fix all". */
  readonly safe: boolean;
}

/** One finding, the same for every host. */
export interface Problem {
  /** Rule id, also the name of its documentation page. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** The token to change. */
  readonly span: Span;
  /** RFC 6901 pointer within the document to the value the finding is about. */
  readonly pointer: string;
  readonly fix?: Fix;
  /** The other half of the defect, e.g. the first container with the same name. */
  readonly related?: readonly Related[];
}

/** Another place that a finding is about. */
export interface Related {
  readonly span: Span;
  readonly message: string;
  /** The document that holds it; the problem's own when absent. */
  readonly document?: TextDocument;
}
