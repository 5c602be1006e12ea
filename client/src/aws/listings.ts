import {
  DescribeClustersCommand,
  DescribeContainerInstancesCommand,
  DescribeServicesCommand,
  DescribeTasksCommand,
  ListClustersCommand,
  ListContainerInstancesCommand,
  ListServicesCommand,
  ListTasksCommand,
} from '@aws-sdk/client-ecs';
import type { Cluster, EcsGateway, Listing, Service, Signal, Task } from '../live/ports';
import { toContainerInstance } from './capacity-records';
import { batches, pageInput } from './pages';
import { parts, whole } from './parts';
import { toCluster, toFailureRecord, toService, toTask } from './records';
import { type EcsCall, ecsCalls, type Send } from './send';

type Listings = Pick<
  EcsGateway,
  | 'clusters'
  | 'services'
  | 'tasks'
  | 'clusterPages'
  | 'servicePages'
  | 'taskPages'
  | 'containerInstancePages'
  | 'describeClusters'
  | 'describeServices'
  | 'describeTasks'
>;

/**
 * The lists of ECS, described in batches as large as ECS takes.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServices.html (10),
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeTasks.html, DescribeClusters and
 * DescribeContainerInstances (100)
 */
export function listings(send: Send): Listings {
  const call = ecsCalls(send);
  const clusterPages: Listings['clusterPages'] = () =>
    parts({
      batch: 100,
      describe: (clusters, signal) => describeClusters(call, clusters, signal),
      list: (token, signal) =>
        call('ListClusters', signal, async (ecs, options) => {
          const page = await ecs.send(new ListClustersCommand(pageInput(token)), options);
          return { items: page.clusterArns, nextToken: page.nextToken };
        }),
    });
  const servicePages: Listings['servicePages'] = (cluster) =>
    parts({
      batch: 10,
      describe: (services, signal) => describeServices(call, cluster, services, signal),
      list: (token, signal) =>
        call('ListServices', signal, async (ecs, options) => {
          const page = await ecs.send(new ListServicesCommand({ cluster, ...pageInput(token) }), options);
          return { items: page.serviceArns, nextToken: page.nextToken };
        }),
    });
  const taskPages: Listings['taskPages'] = (cluster, filter) =>
    parts({
      batch: 100,
      describe: (tasks, signal) => describeTasks(call, cluster, tasks, signal),
      list: (token, signal) =>
        call('ListTasks', signal, async (ecs, options) => {
          const page = await ecs.send(new ListTasksCommand({ cluster, ...filter, ...pageInput(token) }), options);
          return { items: page.taskArns, nextToken: page.nextToken };
        }),
    });
  return {
    clusterPages,
    servicePages,
    taskPages,
    clusters: (signal) => whole(clusterPages(), signal),
    services: (clusterArn, signal) => whole(servicePages(clusterArn), signal),
    tasks: (clusterArn, filter, signal) => whole(taskPages(clusterArn, filter), signal),
    containerInstancePages: (cluster) =>
      parts({
        batch: 100,
        list: (token, signal) =>
          call('ListContainerInstances', signal, async (ecs, options) => {
            const page = await ecs.send(new ListContainerInstancesCommand({ cluster, ...pageInput(token) }), options);
            return { items: page.containerInstanceArns, nextToken: page.nextToken };
          }),
        describe: (instances, signal) =>
          call('DescribeContainerInstances', signal, async (ecs, options) => {
            const request = new DescribeContainerInstancesCommand({ cluster, containerInstances: [...instances] });
            const { containerInstances = [], failures = [] } = await ecs.send(request, options);
            return active({
              items: containerInstances.map(toContainerInstance),
              failures: failures.map(toFailureRecord),
            });
          }),
      }),
    describeClusters: (arns, signal) => inBatches(arns, 100, (some) => describeClusters(call, some, signal)),
    describeServices: (cluster, services, signal) =>
      inBatches(services, 10, (some) => describeServices(call, cluster, some, signal)),
    describeTasks: (cluster, tasks, signal) =>
      inBatches(tasks, 100, (some) => describeTasks(call, cluster, some, signal)),
  };
}

function describeClusters(
  call: EcsCall,
  arns: readonly string[],
  signal: Signal | undefined,
): Promise<Listing<Cluster>> {
  return call('DescribeClusters', signal, async (ecs, options) => {
    const request = new DescribeClustersCommand({ clusters: [...arns] });
    const { clusters = [], failures = [] } = await ecs.send(request, options);
    return active({ items: clusters.map(toCluster), failures: failures.map(toFailureRecord) });
  });
}

function describeServices(
  call: EcsCall,
  cluster: string,
  arns: readonly string[],
  signal: Signal | undefined,
): Promise<Listing<Service>> {
  return call('DescribeServices', signal, async (ecs, options) => {
    const request = new DescribeServicesCommand({ cluster, services: [...arns] });
    const { services = [], failures = [] } = await ecs.send(request, options);
    return active({ items: services.map((it) => toService(it, cluster)), failures: failures.map(toFailureRecord) });
  });
}

function describeTasks(
  call: EcsCall,
  cluster: string,
  arns: readonly string[],
  signal: Signal | undefined,
): Promise<Listing<Task>> {
  return call('DescribeTasks', signal, async (ecs, options) => {
    const request = new DescribeTasksCommand({ cluster, tasks: [...arns] });
    const { tasks = [], failures = [] } = await ecs.send(request, options);
    return { items: tasks.map((it) => toTask(it, cluster)), failures: failures.map(toFailureRecord) };
  });
}

async function inBatches<T>(
  arns: readonly string[],
  size: number,
  describe: (arns: readonly string[]) => Promise<Listing<T>>,
): Promise<Listing<T>> {
  const answers = await Promise.all(batches(arns, size).map(describe));
  return { items: answers.flatMap(({ items }) => items), failures: answers.flatMap(({ failures }) => failures) };
}

// What was deleted stays in answers for a while; some endpoints list it for ever.
function active<T extends { readonly status: string }>({ items, failures }: Listing<T>): Listing<T> {
  return { items: items.filter(({ status }) => status !== 'INACTIVE'), failures };
}
