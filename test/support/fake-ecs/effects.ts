import type { ServiceDeploymentStatus } from '@aws-sdk/client-ecs';
import { settle } from './agenda';
import { clusterOf, type World } from './world';

/** What came of the calls, for tests that count it. */
export interface Effects {
  /** The ARNs of a family's revisions, oldest first. */
  revisions(family: string): readonly string[];
  /** How many calls of RunTask started tasks. */
  taskSets(): number;
  /** The ARNs of all tasks ever started in a cluster: those of a service, or standalone ones. */
  started(cluster: string, service?: string): readonly string[];
  /** All deployments of a service, oldest first, with the revision each deploys. */
  deployments(
    cluster: string,
    service: string,
  ): readonly { readonly arn: string; readonly status: ServiceDeploymentStatus; readonly taskDefinition: string }[];
}

export function effectsOf(world: World): Effects {
  return {
    revisions: (family) => (world.definitions.get(family) ?? []).map((it) => it.taskDefinitionArn ?? ''),
    taskSets: () => world.counts.taskSets,
    started: (cluster, service) => {
      settle(world);
      return [...clusterOf(world, cluster).tasks.values()]
        .filter(({ group }) => (service ? group === `service:${service}` : !group.startsWith('service:')))
        .map(({ arn }) => arn);
    },
    deployments: (cluster, name) => {
      settle(world);
      const service = clusterOf(world, cluster).services.get(name);
      return (service?.deployments ?? []).map(({ arn, status, definition }) => ({
        arn,
        status,
        taskDefinition: definition.taskDefinitionArn ?? '',
      }));
    },
  };
}
