import { getLanguageService, TextDocument } from 'vscode-json-languageservice';
import configDocumented from '../../../schemas/config.schema.json';
import runTaskDocumented from '../../../schemas/run-task.schema.json';
import runTaskEvaluated from '../../../schemas/run-task.slim.generated.json';
import serviceDocumented from '../../../schemas/service.schema.json';
import serviceEvaluated from '../../../schemas/service.slim.generated.json';
import taskDefinitionDocumented from '../../../schemas/task-definition.schema.json';
import taskDefinitionEvaluated from '../../../schemas/task-definition.slim.generated.json';
import { defaults, type Settings } from './config/config';
import { turnOff } from './config/turn-off';
import { diagnose, isOurs } from './diagnose';
import { type QuickFix, quickFixes } from './features/code-actions';
import type { Workspace } from './features/companions';
import { type Completion, complete } from './features/complete';
import { convert } from './features/convert';
import { type DefinitionSummary, summarise } from './features/definitions';
import { documentation } from './features/documentation';
import { alone } from './features/everywhere';
import { fixAll } from './features/fix-all';
import { type HoverText, hover } from './features/hover';
import { adviceAt } from './features/hover-request';
import { type RefactoringAction, refactorings } from './features/refactorings/refactorings';
import {
  directiveCompletions,
  ruleCompletions,
  type SuppressionSite,
  suppressionSite,
  without,
} from './features/suppressions/complete';
import { hoverSuppression } from './features/suppressions/hover';
import { suppressActions } from './features/suppressions/suppress';
import { type OutlineSymbol, symbols } from './features/symbols';
import { type Report, type Target, wouldRunOn } from './features/would-run-on';
import type { Problem, Span } from './problem';
import { rules as allRules } from './rules/index.generated';
import type { Rule } from './rules/rule';
import type { OnCrash } from './rules/run';
import { createEvaluate } from './schema/evaluate';
import { createLookup, type DocumentedSchema } from './schema/lookup';
import type { SchemaName } from './schema/schemas';
import { createSnapshot, type Snapshot, type SnapshotOptions, type Syntax } from './snapshot';
import type { TextChange } from './syntax/edit';

export { type Config, defaults, type Level, levels, type Preset, presets, type Settings } from './config/config';
export { type ReadConfig, readConfig } from './config/read-config';
export { isOurs } from './diagnose';
export type { QuickFix } from './features/code-actions';
export { codeLenses } from './features/code-lens';
export { createCompanionIndex, mayAsk } from './features/companion-index';
export { belongs, mayBelong, needsWorkspace, sameWorkspace, type Workspace } from './features/companions';
export type { Completion } from './features/complete';
export { definition, type Target as DefinitionTarget } from './features/definition';
export type { DefinitionSummary } from './features/definitions';
export { alone, mayLeadElsewhere, type Place } from './features/everywhere';
export { fileReferenceAt } from './features/file-references';
export { type Fold, folding } from './features/folding';
export { format } from './features/format';
export { highlight } from './features/highlight';
export { type InlayHint, type InlayHintKind, inlayHints } from './features/inlay-hints';
export type { LaunchTypeSource } from './features/launch-types';
export { links } from './features/links';
export { type LocatedDefinition, located } from './features/located';
export { type AskedMark, type Mark, marks, type WhichDefinition } from './features/marks';
export { printEditsIn } from './features/print-edits';
export type { RefactoringAction } from './features/refactorings/refactorings';
export { references } from './features/references';
export { type ChangesIn, prepareRename, type Renaming, rename } from './features/rename';
export { rulePage } from './features/rule-page';
export { secretSpans } from './features/secret-spans';
export { selectionRanges } from './features/selection-ranges';
export { type ServiceIn, servicesFor } from './features/services-for';
export { explainStop, type StopExplanation, type StopFacts } from './features/stops/explain';
export { type StopFinding, whyStopped } from './features/stops/why-stopped';
export type { OutlineSymbol, SymbolKind } from './features/symbols';
export { render, templates } from './features/templates';
export { type ReportItem, type Target, targets } from './features/would-run-on';
export { baseName, fileKey } from './model/file-uri';
export { nearest } from './model/nearest';
export { type LaunchType, launchTypes } from './model/task-definition';
export type { Fix, Problem, Severity, Span } from './problem';
export type { Rule } from './rules/rule';
export type { Snapshot } from './snapshot';
export { applyChanges, printEdits, type TextChange } from './syntax/edit';

/** The documentation page of a rule. */
export function ruleUrl(id: string): string {
  return `https://github.com/taskdef/taskdef/blob/main/docs/rules/${id}.md`;
}

export interface ServiceOptions {
  /** The rules that there are; all by default. */
  readonly rules?: readonly Rule[];
  /** Told of a bug in a rule; the other rules go on. */
  readonly onCrash: OnCrash;
}

/** The findings of a document, and what they were found with. */
interface Diagnosed {
  readonly workspace: Workspace;
  readonly settings: Settings;
  readonly problems: Promise<readonly Problem[]>;
}

/** The language service: what all hosts share. It does no I/O and keeps no documents. */
export interface Service {
  readonly rules: readonly Rule[];
  /** A version of a document, which must not be updated afterwards. */
  snapshot(document: TextDocument, options?: SnapshotOptions): Snapshot;
  /** The same, from text alone. */
  open(uri: string, text: string, options?: SnapshotOptions): Snapshot;
  /** All findings. `workspace` holds the documents that requests find their task definitions in, beside their own. */
  diagnose(snapshot: Snapshot, workspace?: Workspace, settings?: Settings): Promise<readonly Problem[]>;
  /** `workspace` holds the documents that requests find their task definitions in, beside their own. */
  complete(snapshot: Snapshot, offset: number, workspace?: Workspace): readonly Completion[];
  /** What a comment wants at an offset that keeps findings from being told; undefined outside such comments. */
  suppressionAt(snapshot: Snapshot, offset: number): SuppressionSite | undefined;
  /** What can stand there, the rules that are found there first. */
  completeSuppression(
    snapshot: Snapshot,
    site: SuppressionSite,
    workspace?: Workspace,
    settings?: Settings,
  ): Promise<readonly Completion[]>;
  /** Markdown about the member at a path in the terms of a schema; empty for what that does not know. */
  document(member: Pick<Completion, 'schema' | 'path'>): string;
  hover(snapshot: Snapshot, offset: number, workspace?: Workspace): HoverText | undefined;
  symbols(snapshot: Snapshot): readonly OutlineSymbol[];
  quickFixes(snapshot: Snapshot, problems: readonly Problem[], span: Span): readonly QuickFix[];
  /** Comments that suppress the findings that touch a span. */
  suppressActions(snapshot: Snapshot, problems: readonly Problem[], span: Span): readonly QuickFix[];
  /** The changes that turn a rule off in the text of a configuration; undefined where that is broken. */
  turnOff(config: string, rule: string): readonly TextChange[] | undefined;
  /** The changes of every safe fix, to a fixed point; none while the text has mistakes of syntax. */
  fixAll(snapshot: Snapshot, workspace?: Workspace, settings?: Settings): Promise<readonly TextChange[]>;
  /** Changes of form at a span; none while the text has mistakes of syntax. */
  refactorings(snapshot: Snapshot, span: Span): Promise<readonly RefactoringAction[]>;
  /** What has to change before the definition at an index runs on a target. */
  wouldRunOn(snapshot: Snapshot, index: number, target: Target): Promise<Report | undefined>;
  /** The definition in the other syntax, comments kept; undefined when the text is broken or holds something else. */
  convert(snapshot: Snapshot, to: Syntax): string | undefined;
  summarise(snapshot: Snapshot, problems: readonly Problem[]): readonly DefinitionSummary[];
}

export function createService({ rules = allRules, onCrash }: ServiceOptions): Service {
  const json = getLanguageService({});
  const lookups = forSchemas((name) => createLookup(schemas[name].documented));
  const lookup = lookups['task-definition'];
  const evaluate = forSchemas((name) =>
    createEvaluate(getLanguageService({}), schemas[name].evaluated, lookups[name], schemas[name].whole),
  );
  const snapshot: Service['snapshot'] = (document, options) => createSnapshot({ json, lookups }, document, options);
  const probe = (previous: Snapshot, text: string) => {
    const { uri, languageId, version } = previous.document;
    return snapshot(TextDocument.create(uri, languageId, version, text), { previous });
  };
  const diagnosed = new WeakMap<Snapshot, Diagnosed>();
  const findProblems: Service['diagnose'] = (it, workspace = alone, settings = defaults) => {
    const known = diagnosed.get(it);
    if (known?.workspace === workspace && known.settings === settings) return known.problems;
    const problems = diagnose(it, rules, evaluate, onCrash, workspace, settings);
    diagnosed.set(it, { workspace, settings, problems });
    return problems;
  };
  return {
    rules,
    snapshot,
    open: (uri, text, options) => snapshot(TextDocument.create(uri, '', 1, text), options),
    diagnose: findProblems,
    complete: (it, offset, workspace = alone) => complete(it, offset, lookups, (text) => probe(it, text), workspace),
    document({ schema: name, path }) {
      const lookup = lookups[name];
      // An item is documented by the list that holds it.
      const named = path.findLastIndex((step) => typeof step === 'string');
      const schema = lookup(path.slice(0, named + 1));
      const at = path.slice(0, named + 1);
      return schema && named >= 0
        ? documentation(String(path[named]), schema, lookup(path.slice(0, named)), adviceAt(name, at))
        : '';
    },
    suppressionAt: (it, offset) => (isOurs(it) ? suppressionSite(it, offset) : undefined),
    completeSuppression: async (it, site, workspace, settings) => {
      if (site.wants === 'directive') return directiveCompletions(it, site.replace);
      const before = probe(it, without(it.document.getText(), site.directive));
      return ruleCompletions(site, rules, await findProblems(before, workspace, settings));
    },
    hover: (it, offset, workspace = alone) =>
      hoverSuppression(it, offset, rules, ruleUrl) ?? hover(it, offset, lookups, workspace),
    symbols,
    quickFixes,
    turnOff: (config, rule) => turnOff(json, config, rule),
    suppressActions: (it, problems, span) => suppressActions(it, problems, span, (text) => probe(it, text)),
    fixAll: (it, workspace, settings) =>
      fixAll(it, { open: (text) => probe(it, text), diagnose: (read) => findProblems(read, workspace, settings) }),
    refactorings: async (it, span) => {
      const problems = await it.tree?.syntaxProblems();
      return problems?.length === 0 ? refactorings(it, span, lookup) : [];
    },
    summarise,
    convert: (it, to) => convert(it, to, lookup),
    wouldRunOn: (it, index, target) =>
      wouldRunOn(it, index, target, { open: (text) => probe(it, text), diagnose: findProblems }),
  };
}

// The literal types of these files are too large to compare with. The JSON service resolves references in place, so each has its own.
const schemas = {
  'task-definition': {
    whole: 'the task definition',
    documented: taskDefinitionDocumented as unknown as DocumentedSchema,
    evaluated: taskDefinitionEvaluated as unknown as DocumentedSchema,
  },
  service: {
    whole: 'the service',
    documented: serviceDocumented as unknown as DocumentedSchema,
    evaluated: serviceEvaluated as unknown as DocumentedSchema,
  },
  'run-task': {
    whole: 'the request',
    documented: runTaskDocumented as unknown as DocumentedSchema,
    evaluated: runTaskEvaluated as unknown as DocumentedSchema,
  },
};

/** The JSON Schemas that there are: of what ECS takes, and of the configuration of a project. */
export const schemaNames = ['task-definition', 'service', 'run-task', 'config'] as const;

export function schemaNamed(name: (typeof schemaNames)[number]): unknown {
  return name === 'config' ? configDocumented : schemas[name].documented;
}

function forSchemas<T>(make: (name: SchemaName) => T): Readonly<Record<SchemaName, T>> {
  return { 'task-definition': make('task-definition'), service: make('service'), 'run-task': make('run-task') };
}
