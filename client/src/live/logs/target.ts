import { readArn } from '../find/resource';
import type { TreeNode } from '../tree/node';

/** What logs are read of: a task, one of its containers, or the tasks of a service, those to come included. */
export type LogTarget = {
  readonly clusterArn: string;
  /** Only of this container; absent: of all. */
  readonly container?: string;
} & ({ readonly taskArn: string } | { readonly serviceName: string });

/**
 * What a command was asked to show the logs of: a row of a task, service or container, or `{clusterArn, taskArn}` or
 * `{clusterArn, service}`, the service by name or ARN, each with an optional `container`. Undefined for anything else.
 */
export function logTarget(argument: unknown): LogTarget | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { clusterArn, taskArn, service, arn, container, label } = argument as Partial<
    Readonly<Record<keyof Asked, unknown>>
  >;
  if (typeof clusterArn !== 'string') return undefined;
  // The row of a container says the task, and is labelled with its name.
  const only = container ?? (typeof taskArn === 'string' && 'accessibleLabel' in argument ? label : undefined);
  const common = { clusterArn, ...(typeof only === 'string' ? { container: only } : {}) };
  if (typeof taskArn === 'string') return { ...common, taskArn };
  if (typeof service === 'string') return { ...common, serviceName: readArn(service)?.name ?? service };
  const found = typeof arn === 'string' ? readArn(arn) : undefined;
  if (found?.kind === 'task') return { ...common, taskArn: arn as string };
  return found?.kind === 'service' ? { ...common, serviceName: found.name } : undefined;
}

/** A target in a few words: `web`, `1a2b3c4d`, `1a2b3c4d, app`. */
export function targetName(target: LogTarget): string {
  const of = 'taskArn' in target ? shortId(lastPart(target.taskArn)) : target.serviceName;
  return target.container === undefined ? of : `${of}, ${target.container}`;
}

/** The ARN of a log group in the account of the target; undefined when its cluster is not told by ARN. */
export function logGroupArn({ clusterArn }: LogTarget, group: string, region: string): string | undefined {
  const [, partition, account] = /^arn:([\w-]+):ecs:[\w-]+:(\d+):/.exec(clusterArn) ?? [];
  return partition && account ? `arn:${partition}:logs:${region}:${account}:log-group:${group}` : undefined;
}

/** The beginning of a task's ID, by which people tell tasks apart. */
export function shortId(id: string): string {
  return id.slice(0, 8);
}

type Asked = Pick<TreeNode, 'arn' | 'clusterArn' | 'label' | 'taskArn'> & {
  readonly service: string;
  readonly container: string;
};

function lastPart(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}
