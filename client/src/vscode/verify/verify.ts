import * as vscode from 'vscode';
import type { Connection, EcsGateway } from '../../live/ports';
import { type Report, verify } from '../../live/verify/verify';
import { reportLines, summaryOf } from '../../live/verify/words';
import { type DefinitionToRun, namedDefinition } from '../language/target';
import { readServiceFile, type UsePorts } from '../targets/use';
import type { ReadOnlyTexts } from '../ui/read-only-texts';
import { placed, placeOf, type VerifyFindings } from './findings';

/** What checking a definition against an account needs. */
export interface VerifyHost extends Omit<UsePorts, 'deploy'> {
  readonly texts: ReadOnlyTexts;
  readonly verifyFindings: VerifyFindings;
}

/**
 * Asks the account whether what a definition and its target in use name is there, and shows what is missing in the file. Arguments
 * are the document's URI and which of its definitions. Throws `LiveFailure`.
 */
export async function verifyDefinition(host: VerifyHost, argument: unknown, index: unknown): Promise<void> {
  const { server, ui, t } = host;
  const definition = await namedDefinition(server, ui, t, t('Check Against Account'), argument, index);
  if (!definition) return;
  const { uri, info } = definition;
  host.verifyFindings.clear(uri, info.family);
  const { version } = await vscode.workspace.openTextDocument(uri);
  const report = await ask(definition, host);
  await show(definition, version, report, host);
  const details = t('Show Details');
  const level = report.checks.some(({ state }) => state === 'failed') ? 'warning' : 'info';
  const message = t('{0}: {1}.', info.family, summaryOf(report.checks, t));
  if ((await ui.inform(level, message, details)) !== details) return;
  await host.texts.open(`${info.family.replaceAll(/[^\w.-]+/g, '-')}-check.txt`, textOf(definition, report, host));
}

async function ask(definition: DefinitionToRun, host: VerifyHost): Promise<Report> {
  const { connections, targets, ui, t } = host;
  const { uri, info } = definition;
  const target = targets.inUse({ uri, family: info.family });
  const { profile, region } = { ...connections.choice(), ...target };
  const gatewayOf = (given: Partial<Pick<Connection, 'region'>>): Promise<EcsGateway> =>
    connections.gateway({ ...(profile === undefined ? {} : { profile }), ...given });
  const [gateway, serviceFile] = await Promise.all([
    gatewayOf(region === undefined ? {} : { region }),
    target && readServiceFile(definition, target, host),
  ]);
  const aim = target && { target, ...(serviceFile ? { serviceFile } : {}) };
  const inRegion = (wanted: string): Promise<EcsGateway> => gatewayOf({ region: wanted });
  return ui.progress(t('Checking {0} against the account', info.family), (_, signal) =>
    verify(info.definition, aim, { gateway, inRegion, t, signal }),
  );
}

async function show(
  { uri, info }: DefinitionToRun,
  version: number,
  { checks }: Report,
  { server, verifyFindings }: VerifyHost,
): Promise<void> {
  const failed = checks.filter(({ state }) => state === 'failed');
  const marks = await server.marks(
    uri,
    { family: info.family, index: info.index },
    failed.map((it) => ({ pointer: placeOf(it) })),
  );
  const document = await vscode.workspace.openTextDocument(uri);
  // What was typed meanwhile may have moved everything: then the details alone tell.
  if (failed.length > 0 && document.version === version) verifyFindings.set(uri, info.family, placed(failed, marks));
}

function textOf({ uri, source, info }: DefinitionToRun, report: Report, { targets, t }: VerifyHost): string {
  const target = targets.inUse({ uri, family: info.family });
  const lines = [
    t('Task definition: {0} in {1}', info.family, source),
    ...(target ? [t('Target: {0}', target.name)] : []),
    ...reportLines(report, t),
  ];
  return `${lines.join('\n')}\n`;
}
