import {
  DescribeClustersCommand,
  DescribeServicesCommand,
  DescribeTasksCommand,
  ListClustersCommand,
  ListServicesCommand,
  ListTasksCommand,
} from '@aws-sdk/client-ecs';
import type { EcsGateway, Listing, Signal, Task } from '../live/ports';
import { allPages, batches, type Page } from './pages';
import { toCluster, toFailureRecord, toService, toTask } from './records';
import type { Send } from './send';

/**
 * The lists of ECS, each read to its end and described in batches as large as ECS takes.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServices.html (10),
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeTasks.html and DescribeClusters (100)
 */
export function listings(send: Send): Pick<EcsGateway, 'clusters' | 'services' | 'tasks' | 'describeTasks'> {
  const describeTasks = (clusterArn: string, taskArns: readonly string[], signal?: Signal): Promise<Listing<Task>> =>
    inBatches(taskArns, 100, (tasks) =>
      send({ service: 'ecs', operation: 'DescribeTasks', signal }, async ({ ecs }, options) => {
        const request = new DescribeTasksCommand({ cluster: clusterArn, tasks: [...tasks] });
        const { tasks: found = [], failures = [] } = await ecs.send(request, options);
        return { items: found.map((it) => toTask(it, clusterArn)), failures: failures.map(toFailureRecord) };
      }),
    );
  return {
    describeTasks,
    clusters: async (signal) => {
      const arns = await allPages((nextToken) =>
        send({ service: 'ecs', operation: 'ListClusters', signal }, async ({ ecs }, options) => {
          const page = await ecs.send(new ListClustersCommand(pageInput(nextToken)), options);
          return toPage(page.clusterArns, page.nextToken);
        }),
      );
      const found = await inBatches(arns, 100, (clusters) =>
        send({ service: 'ecs', operation: 'DescribeClusters', signal }, async ({ ecs }, options) => {
          const request = new DescribeClustersCommand({ clusters: [...clusters] });
          const { clusters: items = [], failures = [] } = await ecs.send(request, options);
          return { items: items.map(toCluster), failures: failures.map(toFailureRecord) };
        }),
      );
      return active(found);
    },
    services: async (clusterArn, signal) => {
      const arns = await allPages((nextToken) =>
        send({ service: 'ecs', operation: 'ListServices', signal }, async ({ ecs }, options) => {
          const input = { cluster: clusterArn, ...pageInput(nextToken) };
          const page = await ecs.send(new ListServicesCommand(input), options);
          return toPage(page.serviceArns, page.nextToken);
        }),
      );
      const found = await inBatches(arns, 10, (services) =>
        send({ service: 'ecs', operation: 'DescribeServices', signal }, async ({ ecs }, options) => {
          const request = new DescribeServicesCommand({ cluster: clusterArn, services: [...services] });
          const { services: items = [], failures = [] } = await ecs.send(request, options);
          return { items: items.map((it) => toService(it, clusterArn)), failures: failures.map(toFailureRecord) };
        }),
      );
      return active(found);
    },
    tasks: async (clusterArn, filter, signal) => {
      const arns = await allPages((nextToken) =>
        send({ service: 'ecs', operation: 'ListTasks', signal }, async ({ ecs }, options) => {
          const input = { cluster: clusterArn, ...filter, ...pageInput(nextToken) };
          const page = await ecs.send(new ListTasksCommand(input), options);
          return toPage(page.taskArns, page.nextToken);
        }),
      );
      return describeTasks(clusterArn, arns, signal);
    },
  };
}

// ListServices answers 10 when nothing is said, the others 100; 100 is the most all of them give.
function pageInput(nextToken: string | undefined): { readonly maxResults: number; readonly nextToken?: string } {
  return { maxResults: 100, ...(nextToken ? { nextToken } : {}) };
}

function toPage(items: readonly string[] | undefined, nextToken: string | undefined): Page<string> {
  return { items, nextToken };
}

async function inBatches<T>(
  arns: readonly string[],
  size: number,
  describe: (arns: readonly string[]) => Promise<Listing<T>>,
): Promise<Listing<T>> {
  const answers = await Promise.all(batches(arns, size).map(describe));
  return { items: answers.flatMap(({ items }) => items), failures: answers.flatMap(({ failures }) => failures) };
}

// Deleted clusters and services stay in answers for a while, some endpoints list them for ever.
function active<T extends { readonly status: string }>({ items, failures }: Listing<T>): Listing<T> {
  return { items: items.filter(({ status }) => status !== 'INACTIVE'), failures };
}
