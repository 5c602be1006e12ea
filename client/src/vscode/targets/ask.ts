import * as vscode from 'vscode';
import { loadAws } from '../../aws/load';
import { type ConnectionChoice, isSameChoice } from '../../live/connection/choice';
import type { Target } from '../../live/deploy/target';
import type { Choice, Translate, Ui } from '../../live/ports';
import { newTarget } from '../../live/targets/new-target';
import { shapeOf } from '../../live/targets/shape';
import type { Connections } from '../connection/connections';
import type { LanguageServer } from '../language/server';
import type { DefinitionToRun } from '../language/target';
import type { Targets } from './store';

/** What asking for a target needs. */
export interface AskPorts {
  readonly ui: Ui;
  readonly t: Translate;
  readonly connections: Connections;
  readonly server: LanguageServer;
  readonly targets: Targets;
}

/** Asks for a new target of a definition; undefined when the user leaves. Nothing is kept yet. Throws `LiveFailure`. */
export async function askForTarget(
  definition: DefinitionToRun,
  kind: Target['kind'] | undefined,
  { ui, t, connections, server, targets }: AskPorts,
): Promise<Target | undefined> {
  const { uri, info, isOneOfMany } = definition;
  const [all, services] = await Promise.all([choices(connections, t), server.serviceFiles(uri, info.index)]);
  const around = targets.around(uri);
  const own = targets.of({ uri, family: info.family });
  const isOfKind = (it: Target): boolean => kind === undefined || it.kind === kind;
  return newTarget({
    shape: shapeOf(info),
    file: { file: targets.file(uri), isOneOfMany },
    ...(kind ? { kind } : {}),
    connections: all,
    serviceFiles: services.flatMap(({ uri: at, name, input }) => {
      const file = pathIn(targets, uri, vscode.Uri.parse(at, true));
      return file === undefined ? [] : { file, name, input };
    }),
    taken: new Set(around.map(({ name }) => name)),
    last: own.findLast(isOfKind) ?? around.findLast(isOfKind),
    gateway: (choice) => connections.gateway(choice),
    ui,
    t,
  });
}

/** The connections side by side, the active one first; then the other profiles of the AWS config. */
async function choices(connections: Connections, t: Translate): Promise<readonly Choice<ConnectionChoice>[]> {
  const [pinned, profiles] = await Promise.all([connections.all(), loadAws().listProfiles()]);
  const sorted = [...pinned.filter(({ active }) => active), ...pinned.filter(({ active }) => !active)];
  const others = profiles
    .map(({ name, region }) => ({ profile: name, ...(region === undefined ? {} : { region }) }))
    .filter((it) => sorted.every(({ connection }) => !isSameChoice(withRegion(connection), it)));
  return [
    ...sorted.map(({ choice, connection, active }) => ({
      label: connection.profile ?? t('Default chain'),
      description: [connection.region, active ? t('in use') : undefined].filter(Boolean).join(' · '),
      value: choice,
    })),
    ...others.map((value) => ({
      label: value.profile,
      ...(value.region === undefined ? {} : { description: value.region }),
      value,
    })),
  ];
}

function withRegion({ profile = 'default', region }: ConnectionChoice): ConnectionChoice {
  return { profile, ...(region === undefined ? {} : { region }) };
}

/** As `Target.serviceFile`; undefined for a file in another folder than the definition's. */
function pathIn(targets: Targets, uri: vscode.Uri, file: vscode.Uri): string | undefined {
  const folder = targets.folder(uri);
  return folder && targets.folder(file) === folder ? targets.file(file) : undefined;
}
