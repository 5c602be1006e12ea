import type { Range } from 'vscode-languageserver-types';

/** Request of the client: which task definitions a document holds. Parameters `{ uri }`, answer `DefinitionInfo[]`. */
export const definitionsRequest = 'taskdef/definitions';

export interface DefinitionsParams {
  readonly uri: string;
}

/** What the client needs to know of a definition to register and run it. */
export interface DefinitionInfo {
  /** Absent when missing or filled in by a template. */
  readonly family?: string;
  readonly range: Range;
  /** Findings of severity error in the document that stand in this definition, or in the text around it. */
  readonly errors: number;
  readonly requiresCompatibilities: readonly string[];
  readonly networkMode?: string;
  /** The definition as data, as it stands in the document. */
  readonly definition: Readonly<Record<string, unknown>>;
}

/** Options of the `initialize` request. */
export interface InitializationOptions {
  /** False when the editor reports mistakes in the JSON text itself, as VS Code's own JSON support does. */
  readonly syntaxErrors?: boolean;
  /** Show "Register and Run" above definitions; only for clients that have the command. */
  readonly runCodeLens?: boolean;
}

/** Command of the CodeLens; its argument is the document's URI. */
export const registerAndRunCommand = 'taskdef.registerAndRun';
