import { logOptionsOf } from '../data/log-options';
import { folderKey } from '../model/file-uri';
import type { Lookup } from '../schema/lookup';
import type { Definition, Request, Snapshot } from '../snapshot';
import { definitionsFor, type Workspace } from './companions';
import { keys } from './complete-keys';
import { opening } from './complete-opens';
import { optionValues, sets, skeletonsAt } from './complete-proposals';
import { namesFor } from './complete-request-names';
import { requestRefusal } from './complete-request-support';
import { anySite, type Proposal, type RequestSite } from './complete-site';
import { fitting } from './complete-snippets';
import { parameters, references } from './complete-template';
import type { Cursor } from './cursor';
import { requestSnippets } from './snippets/requests';

/** The site of a cursor in a request, and what can stand there; names come from the task definition it is about. */
export function requestProposals(
  cursor: Cursor,
  request: Request,
  snapshot: Snapshot,
  lookup: Lookup,
  workspace: Workspace,
): { readonly site: RequestSite; readonly proposals: readonly Proposal[] } {
  const [linked] = definitionsFor(cursor.read, workspace, request.node.offset);
  const task = linked?.definition.task;
  const site: RequestSite = {
    ...anySite(cursor, snapshot, lookup, requestRefusal(request, task)),
    request,
    linked,
    workspace,
  };
  // A request that names no task definition yet is about the one beside it.
  const alone = request.input.taskDefinition.present ? undefined : neighbour(cursor.read, workspace);
  const proposalsAt = (at: RequestSite) => [
    ...(at.at === 'key' ? keys(at, logOptionsIn(at)) : values(at)),
    ...fitting(requestSnippets, at, { schema: request.schema, input: request.input, task: task ?? alone?.task }),
  ];
  return { site, proposals: opening(site, proposalsAt) };
}

function values(site: RequestSite): readonly Proposal[] {
  return [
    ...references(site),
    ...namesFor(site),
    ...sets(site),
    ...logValues(site),
    ...skeletonsAt(site),
    ...parameters(site),
  ].filter(({ label }) => !site.present.includes(label));
}

const logOptionsShape = 'serviceConnectConfiguration.logConfiguration.options';

/** The options of the log driver of Service Connect, for its map of options. */
function logOptionsIn({ shape, request: { input } }: RequestSite) {
  const driver = input.serviceConnectConfiguration.logConfiguration.logDriver.literal;
  return driver !== undefined && shape.startsWith(logOptionsShape) ? logOptionsOf(driver).options : {};
}

function logValues(site: RequestSite): readonly Proposal[] {
  const name = site.path[3];
  if (typeof name !== 'string' || !site.shape.startsWith(logOptionsShape)) return [];
  const whose = { family: site.linked?.definition.task.family.literal, container: 'service-connect' };
  return optionValues(site, name, logOptionsIn(site), whose);
}

/** The task definition in the folder of a document, if there is only one. */
export function neighbour({ uri }: Snapshot, { snapshots }: Workspace): Definition | undefined {
  const folder = folderKey(uri);
  const found = snapshots.filter((other) => folderKey(other.uri) === folder).flatMap((other) => other.definitions);
  return found.length === 1 ? found[0] : undefined;
}
