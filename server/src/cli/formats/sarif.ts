import { createHash } from 'node:crypto';
import type {
  ArtifactLocation,
  Fix,
  Location,
  MultiformatMessageString,
  PhysicalLocation,
  Region,
  ReportingDescriptor,
  Result,
  ToolComponent,
} from 'sarif';
import {
  fileKey,
  type Fix as ProblemFix,
  printEditsIn,
  type Rule,
  rulePage,
  ruleUrl,
  type Severity,
  type Snapshot,
  type Span,
} from '../../service';
import { below, pathOf, uriOf } from '../paths';
import type { FileResult } from '../result';
import { indented, jsonItems } from './json-items';
import type { ReportContext, Reporter } from './reporter';

/**
 * SARIF 2.1.0, as code scanning reads it. What has findings comes first, so that of the tool only the rules are told that found something.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html
 */
export function sarifReporter({ root, rules, version }: ReportContext): Reporter {
  const results = jsonItems(3);
  const found = new Map<string, number>();
  const indexOf = (rule: string): number => {
    const index = found.get(rule) ?? found.size;
    found.set(rule, index);
    return index;
  };
  return {
    begin: () => head,
    file: (result) =>
      resultsOf(result, root)
        .map((it) => results.item({ ...it, ruleIndex: indexOf(it.ruleId) }))
        .join(''),
    end({ failed }) {
      const driver: ToolComponent = {
        name: 'taskdef',
        informationUri: 'https://github.com/taskdef/taskdef',
        semanticVersion: version,
        rules: [...found.keys()].flatMap((id) => rules.filter((rule) => rule.id === id).map(descriptor)),
      };
      const rest = { tool: { driver }, invocations: [{ executionSuccessful: !failed }], ...run };
      const members = indented(rest, 2).replace(/^ *\{\n|\n *\}$/g, '');
      return `${results.close()},\n${members}\n    }\n  ]\n}\n`;
    },
  };
}

const head = `{
  "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
  "version": "2.1.0",
  "runs": [
    {
      "results": [`;

/** Where the checkout is depends on the machine, and is left to whoever reads the report. */
const sourceRoot = '%SRCROOT%';

const run = {
  columnKind: 'utf16CodeUnits',
  originalUriBaseIds: {
    [sourceRoot]: { description: { text: 'The folder that the command ran in, or the checkout around it.' } },
  },
} as const;

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

function descriptor(rule: Rule): ReportingDescriptor {
  const isSecurity = rule.category === 'security' || rule.category === 'iam';
  const help: MultiformatMessageString = { text: `${rule.why}\n${rule.source}`, markdown: rulePage(rule) };
  return {
    id: rule.id,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.why },
    help,
    helpUri: ruleUrl(rule.id),
    defaultConfiguration: { level: levels[rule.severity], enabled: rule.optIn !== true },
    properties: {
      tags: [
        ...(isSecurity ? ['security'] : []),
        ...(rule.category === 'security' ? [] : [rule.category]),
        ...(rule.controls ?? []),
      ],
    },
  };
}

type FoundResult = Result & { readonly ruleId: string };

function resultsOf({ path, file, snapshot, problems }: FileResult, root: string): readonly FoundResult[] {
  const artifact = artifactOf(file === '-' ? undefined : path, root);
  const seen = new Map<string, number>();
  return problems.map(({ rule, severity, message, span, pointer, fix, related = [] }) => {
    const same = `${rule}\n${pointer}`;
    const ordinal = (seen.get(same) ?? 0) + 1;
    seen.set(same, ordinal);
    return {
      ruleId: rule,
      level: levels[severity],
      message: { text: message },
      locations: [
        {
          physicalLocation: { artifactLocation: artifact, region: regionOf(snapshot, span) },
          ...(pointer !== '' && { logicalLocations: [{ fullyQualifiedName: pointer }] }),
        },
      ],
      ...(related.length > 0 && {
        relatedLocations: related.map((it, index): Location => {
          const physicalLocation: PhysicalLocation = it.document
            ? {
                artifactLocation: artifactOf(pathOf(fileKey(it.document.uri)), root),
                region: regionOf({ document: it.document }, it.span),
              }
            : { artifactLocation: artifact, region: regionOf(snapshot, it.span) };
          return { id: index + 1, physicalLocation, message: { text: it.message } };
        }),
      }),
      partialFingerprints: { 'taskdefPointer/v1': fingerprint(`${same}\n${ordinal}`) },
      ...(fix?.safe && { fixes: fixesOf(snapshot, span, fix, artifact) }),
    };
  });
}

/** The same wherever the lines are. */
function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

function fixesOf(
  snapshot: Snapshot,
  span: Span,
  { title, edits }: ProblemFix,
  artifactLocation: ArtifactLocation,
): Fix[] {
  const replacements = (printEditsIn(snapshot, span.offset, edits) ?? []).map(({ offset, length, text }) => ({
    deletedRegion: regionOf(snapshot, { offset, end: offset + length }),
    insertedContent: { text },
  }));
  if (replacements.length === 0) return [];
  return [{ description: { text: title }, artifactChanges: [{ artifactLocation, replacements }] }];
}

function regionOf({ document }: Pick<Snapshot, 'document'>, { offset, end }: Span): Region {
  const [from, to] = [document.positionAt(offset), document.positionAt(end)];
  return {
    startLine: from.line + 1,
    startColumn: from.character + 1,
    endLine: to.line + 1,
    endColumn: to.character + 1,
  };
}

function artifactOf(path: string | undefined, root: string): ArtifactLocation {
  if (path === undefined) return { uri: 'stdin' };
  const way = below(root, path);
  if (way === undefined) return { uri: uriOf(path) };
  return { uri: way.split('/').map(encodeURIComponent).join('/'), uriBaseId: sourceRoot };
}
