import * as vscode from 'vscode';
import type { Json } from '../../live/change';
import type { DeployInput, Outcome } from '../../live/deploy/input';
import type { Target } from '../../live/deploy/target';
import { LiveFailure } from '../../live/failure';
import type { EcsGateway, Ui } from '../../live/ports';
import type { DefinitionToRun } from '../language/target';
import type { AskPorts } from './ask';

/** What deploying to a target needs. */
export interface UsePorts extends AskPorts {
  /** Plans, asks, and carries out what was confirmed. */
  deploy(input: DeployInput & { readonly document: vscode.Uri }, gateway: EcsGateway, ui: Ui): Promise<Outcome>;
}

/** Deploys a definition to a target, which is the one in use from then on. Throws `LiveFailure`. */
export async function useTarget(definition: DefinitionToRun, target: Target, ports: UsePorts): Promise<Outcome> {
  const { connections, targets, ui } = ports;
  const { uri, source, info } = definition;
  const { profile, region } = { ...connections.choice(), ...target };
  const choice = { ...(profile === undefined ? {} : { profile }), ...(region === undefined ? {} : { region }) };
  const [gateway, serviceFile] = await Promise.all([
    connections.gateway(choice),
    readServiceFile(definition, target, ports),
  ]);
  await targets.use({ uri, family: info.family }, target);
  const input = { document: uri, source, family: info.family, definition: info.definition, target };
  return ports.deploy({ ...input, ...(serviceFile ? { serviceFile } : {}) }, gateway, ui);
}

/** What the service file of a target says of its service; undefined where it names none. Throws `LiveFailure`. */
export async function readServiceFile(
  { uri, info }: DefinitionToRun,
  { file, service, serviceFile }: Target,
  { server, targets, t }: Pick<UsePorts, 'server' | 'targets' | 't'>,
): Promise<Json | undefined> {
  const folder = targets.folder(uri);
  if (serviceFile === undefined || !folder) return undefined;
  const at = vscode.Uri.joinPath(folder.uri, serviceFile);
  const found = (await server.serviceFiles(uri, info.index, at)).filter(
    (it) => vscode.Uri.parse(it.uri, true).toString() === at.toString(),
  );
  const fitting = service === undefined ? found : found.filter(({ name }) => name === service);
  const [only, ...others] = fitting;
  if (only && others.length === 0) return only.input;
  const sentence = only
    ? t('{0} holds several services: say in the target which one is meant.', serviceFile)
    : t('{0} holds no service that could be made for {1}: name another service file in the target.', serviceFile, file);
  throw new LiveFailure('invalid', sentence, 'retry');
}
