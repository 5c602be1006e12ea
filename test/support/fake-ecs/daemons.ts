import type {
  DaemonDeployment,
  DaemonDetail,
  DescribeDaemonDeploymentsRequest,
  DescribeDaemonDeploymentsResponse,
  DescribeDaemonRequest,
  DescribeDaemonResponse,
  ListDaemonsRequest,
  ListDaemonsResponse,
} from '@aws-sdk/client-ecs';
import { ApiError } from './api-error';
import { type PageFault, pageOf } from './paging';
import { clusterOf, type World } from './world';

/** A daemon and its newest deployment. */
export interface DaemonRecord {
  readonly detail: DaemonDetail;
  readonly deployment: DaemonDeployment;
}

export interface DaemonSeed {
  readonly status?: 'ACTIVE' | 'DELETE_IN_PROGRESS';
  /** Instances with and without it by the name of their capacity provider. */
  readonly providers?: Readonly<Record<string, { readonly running: number; readonly without?: number }>>;
  readonly deployment?: Partial<DaemonDeployment>;
}

export function listDaemons(world: World, request: ListDaemonsRequest, page: PageFault): ListDaemonsResponse {
  const { arn } = clusterOf(world, request.clusterArn);
  const own = [...world.daemons.values()].filter(({ detail }) => detail.clusterArn === arn);
  const { items, next } = pageOf(own, request, { scope: `daemons ${arn}`, defaultSize: 100, fault: page });
  const summary = ({ detail: { daemonArn, status, createdAt, updatedAt } }: DaemonRecord) => ({
    daemonArn,
    status,
    createdAt,
    updatedAt,
  });
  return { daemonSummariesList: items.map(summary), ...next };
}

export function describeDaemon(world: World, { daemonArn = '' }: DescribeDaemonRequest): DescribeDaemonResponse {
  const found = world.daemons.get(daemonArn);
  if (!found) throw new ApiError('DaemonNotFoundException', 'Daemon not found.');
  return { daemon: found.detail };
}

export function describeDaemonDeployments(
  world: World,
  { daemonDeploymentArns = [] }: DescribeDaemonDeploymentsRequest,
): DescribeDaemonDeploymentsResponse {
  const all = [...world.daemons.values()].map(({ deployment }) => deployment);
  const known = all.filter((it) => daemonDeploymentArns.includes(it.daemonDeploymentArn ?? ''));
  return { daemonDeployments: known, failures: [] };
}

/** A daemon that has been deployed an hour ago; answers its ARN. */
export function addDaemon(world: World, clusterName: string, name: string, seed: DaemonSeed): string {
  const { status = 'ACTIVE', providers = {}, deployment = {} } = seed;
  const arn = world.arn(`daemon/${clusterName}/${name}`);
  const deploymentArn = world.arn(`daemon-deployment/${clusterName}/${name}/0123456789`);
  const at = new Date(world.clock.now() - 3_600_000);
  const shares = Object.entries(providers).map(([provider, { running, without = 0 }]) => ({
    arn: world.arn(`capacity-provider/${provider}`),
    runningCount: running,
    withoutDaemonCount: without,
  }));
  const total = (of: 'runningCount' | 'withoutDaemonCount') => shares.reduce((sum, it) => sum + it[of], 0);
  const detail: DaemonDetail = {
    daemonArn: arn,
    clusterArn: clusterOf(world, clusterName).arn,
    status,
    currentRevisions: [
      {
        arn: world.arn(`daemon-revision/${clusterName}/${name}/9876543210`),
        capacityProviders: shares,
        totalRunningCount: total('runningCount'),
        totalWithoutDaemonCount: total('withoutDaemonCount'),
      },
    ],
    deploymentArn,
    createdAt: at,
    updatedAt: at,
  };
  const newest: DaemonDeployment = {
    daemonDeploymentArn: deploymentArn,
    clusterArn: clusterOf(world, clusterName).arn,
    status: 'SUCCESSFUL',
    targetDaemonRevision: {
      totalRunningInstanceCount: total('runningCount'),
      totalWithoutDaemonInstanceCount: total('withoutDaemonCount'),
      totalDrainingInstanceCount: 0,
    },
    createdAt: at,
    finishedAt: at,
    ...deployment,
  };
  world.daemons.set(arn, { detail, deployment: newest });
  return arn;
}
