import type { Connection } from 'vscode-languageserver';
import {
  type LaunchTypeSource,
  located,
  marks,
  render,
  ruleUrl,
  type Service,
  type Snapshot,
  templates,
  type Workspace,
  whyStopped,
} from '../service';
import { toRange, toTextEdit } from './convert';
import type { Diagnostics } from './diagnostics';
import type { Documents } from './documents';
import type { createGuard } from './guard';
import {
  type ConvertParams,
  convertRequest,
  type DefinitionInfo,
  type DefinitionsParams,
  definitionsRequest,
  type LaunchTypesInfo,
  type LocatedInfo,
  locatedRequest,
  type MarkInfo,
  type MarksParams,
  marksRequest,
  type TemplateInfo,
  type TemplateParams,
  templateRequest,
  templatesRequest,
  type WhyStoppedInfo,
  type WhyStoppedParams,
  type WouldRunOnParams,
  type WouldRunOnReport,
  whyStoppedRequest,
  wouldRunOnRequest,
} from './protocol';
import type { LspSettings } from './settings';

/** Registers the requests of our own, for clients that have commands for them. */
export function registerRequests(
  connection: Connection,
  service: Service,
  documents: Documents,
  around: (snapshot: Snapshot) => Promise<Workspace>,
  diagnostics: Pick<Diagnostics, 'allProblemsOf'>,
  settings: Pick<LspSettings, 'of'>,
  guard: ReturnType<typeof createGuard>,
): void {
  connection.onRequest(
    definitionsRequest,
    guard<DefinitionsParams, readonly DefinitionInfo[]>('definitions', [], async ({ uri }) => {
      const snapshot = documents.get(uri);
      if (!snapshot) return [];
      // Every error counts here, also those that the editor shows by itself.
      return service
        .summarise(snapshot, await diagnostics.allProblemsOf(snapshot))
        .map(({ span, ...summary }) => ({ ...summary, range: toRange(snapshot, span) }));
    }),
  );
  connection.onRequest(
    locatedRequest,
    guard<DefinitionsParams, readonly LocatedInfo[]>('located', [], async ({ uri }) => {
      // Configurations may say what definitions are for.
      if (documents.get(uri)?.tree) await settings.of(uri);
      const snapshot = documents.get(uri);
      if (!snapshot) return [];
      return located(snapshot, await around(snapshot)).map(({ span, launchTypes, ...info }) => ({
        ...info,
        range: toRange(snapshot, span),
        launchTypes: toLaunchTypes(snapshot, launchTypes, documents.isConfigured(uri)),
      }));
    }),
  );
  connection.onRequest(
    wouldRunOnRequest,
    guard<WouldRunOnParams, WouldRunOnReport | null>('would run on', null, async ({ uri, index, target }) => {
      const snapshot = documents.get(uri);
      const report = snapshot && (await service.wouldRunOn(snapshot, index, target));
      if (!snapshot || !report) return null;
      const items = report.items.map(({ message, rule, place, span, mended, changes }) => ({
        message,
        range: toRange(snapshot, span),
        mended,
        ...(place !== undefined && { place }),
        ...(rule !== undefined && { rule, url: ruleUrl(rule) }),
        ...(changes && { edits: changes.map((change) => toTextEdit(snapshot, change)) }),
      }));
      const edits = report.changes.map((change) => toTextEdit(snapshot, change));
      return { version: snapshot.version, text: report.text, edits, items };
    }),
  );
  connection.onRequest(
    whyStoppedRequest,
    guard<WhyStoppedParams, WhyStoppedInfo | null>('why stopped', null, ({ uri, stop, ...which }) => {
      const snapshot = documents.get(uri);
      const found = snapshot && whyStopped(snapshot, which, stop);
      if (!snapshot || !found) return null;
      const { span, ...info } = found;
      return { ...info, range: toRange(snapshot, span) };
    }),
  );
  connection.onRequest(
    marksRequest,
    guard<MarksParams, readonly (MarkInfo | null)[]>('marks', [], ({ uri, marks: asked, ...which }) => {
      const snapshot = documents.get(uri);
      if (!snapshot) return asked.map(() => null);
      return marks(snapshot, which, asked).map((found) => {
        if (!found) return null;
        const { span, ...info } = found;
        return { ...info, range: toRange(snapshot, span) };
      });
    }),
  );
  connection.onRequest(
    templatesRequest,
    guard<unknown, readonly TemplateInfo[]>('templates', [], () => templates),
  );
  connection.onRequest(
    templateRequest,
    guard<TemplateParams, string>('template', '', ({ id, syntax, family }) => render(id, syntax, family)),
  );

  connection.onRequest(
    convertRequest,
    guard<ConvertParams, string | null>('convert', null, ({ uri, to }) => {
      const snapshot = documents.get(uri);
      return (snapshot && service.convert(snapshot, to)) ?? null;
    }),
  );
}

function toLaunchTypes(snapshot: Snapshot, from: LaunchTypeSource, isConfigured: boolean): LaunchTypesInfo {
  if (from.source === 'client' && isConfigured) return { source: 'configuration', names: from.names };
  if (from.source !== 'file') return from;
  return { source: 'file', names: from.names, range: toRange(snapshot, from.span) };
}
