import type { ConnectionChoice } from '../../live/connection/choice';
import { type LogTarget, logTarget } from '../../live/logs/target';
import type { TreeNode } from '../../live/tree/node';
import type { ClustersView } from '../clusters/view';
import type { Handler } from '../commands/registry';
import type { Logs } from './logs';

/** What the commands of logs work with. */
export interface LogHandlerPorts {
  readonly logs: Logs;
  readonly clusters: Pick<ClustersView, 'connectionOf'>;
}

/**
 * The commands that read logs, by id; they take what `logTarget` reads, with an optional `connection`. `live` is the gate
 * before those that reach AWS, `nodeOf` the row that a menu passes.
 */
export function logHandlers(
  { logs, clusters }: LogHandlerPorts,
  live: (handler: Handler) => Handler,
  nodeOf: (argument: unknown) => TreeNode | undefined,
): Readonly<Record<string, Handler>> {
  const onTarget = (work: (target: LogTarget, connection?: ConnectionChoice) => Promise<void>): Handler =>
    live(async (argument) => {
      const target = logTarget(argument);
      if (!target) return undefined;
      const node = nodeOf(argument);
      return work(target, (node && clusters.connectionOf(node)) ?? givenConnection(argument));
    });
  return {
    'taskdef.logs.show': onTarget(logs.show),
    'taskdef.logs.open': onTarget(logs.open),
    'taskdef.logs.save': onTarget(logs.save),
  };
}

function givenConnection(argument: unknown): ConnectionChoice | undefined {
  const { connection } = argument as { readonly connection?: unknown };
  if (typeof connection !== 'object' || connection === null) return undefined;
  const { profile, region } = connection as Readonly<Record<string, unknown>>;
  return {
    ...(typeof profile === 'string' ? { profile } : {}),
    ...(typeof region === 'string' ? { region } : {}),
  };
}
