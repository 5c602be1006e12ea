import { getLanguageService } from 'vscode-json-languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import taskDefinitionSchema from '../../../schemas/task-definition.schema.json';
import { diagnose } from './diagnose';
import type { Problem } from './problem';
import { rules as allRules } from './rules/index.generated';
import type { Rule } from './rules/rule';
import type { OnCrash } from './rules/run';
import { createEvaluate } from './schema/evaluate';
import { createLookup, type DocumentedSchema } from './schema/lookup';
import { createSnapshot, type Snapshot } from './snapshot';

export type { Problem, Severity, Span } from './problem';
export type { Rule } from './rules/rule';
export type { Snapshot } from './snapshot';
export { applyChanges, printEdits, type TextChange } from './syntax/edit';

export interface ServiceOptions {
  /** The rules to run; all by default. */
  readonly rules?: readonly Rule[];
  /** Told of a bug in a rule; the other rules go on. */
  readonly onCrash: OnCrash;
}

/** The language service: what all hosts share. It does no I/O and keeps no documents. */
export interface Service {
  readonly rules: readonly Rule[];
  /** A version of a document; `claimed` when the user says that it is a task definition. */
  snapshot(document: TextDocument, claimed?: boolean): Snapshot;
  /** The same, from text alone. */
  open(uri: string, text: string): Snapshot;
  diagnose(snapshot: Snapshot): Promise<readonly Problem[]>;
}

export function createService({ rules = allRules, onCrash }: ServiceOptions): Service {
  const json = getLanguageService({});
  // Its literal type is too large to compare with.
  const schema = taskDefinitionSchema as unknown as DocumentedSchema;
  const lookup = createLookup(schema);
  const evaluate = createEvaluate(json, schema, lookup);
  const snapshot: Service['snapshot'] = (document, claimed) => createSnapshot(json, document, claimed);
  return {
    rules,
    snapshot,
    open: (uri, text) => snapshot(TextDocument.create(uri, 'json', 1, text)),
    diagnose: (it) => diagnose(it, rules, evaluate, onCrash),
  };
}
