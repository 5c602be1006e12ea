import {
  type DaemonDeployment,
  type DaemonDetail,
  DescribeDaemonCommand,
  DescribeDaemonDeploymentsCommand,
  ListDaemonsCommand,
} from '@aws-sdk/client-ecs';
import { LiveFailure } from '../live/failure';
import type { EcsGateway, Listing } from '../live/ports';
import type { Daemon, DaemonShare, DaemonDeployment as Deployment } from '../live/records';
import { defined, lastPart } from './members';
import { pageInput } from './pages';
import { parts } from './parts';
import { ecsCalls, type Send } from './send';

/** The daemons of a cluster; ECS describes them one at a time. */
export function daemonReads(send: Send): Pick<EcsGateway, 'hasDaemons' | 'daemonPages' | 'daemonDeployment'> {
  const call = ecsCalls(send);
  return {
    hasDaemons: (clusterArn, signal) =>
      call('ListDaemons', signal, async (ecs, options) => {
        const { daemonSummariesList = [], nextToken } = await ecs.send(new ListDaemonsCommand({ clusterArn }), options);
        return daemonSummariesList.length > 0 || nextToken !== undefined;
      }).catch(noneIfUnknown),
    daemonPages: (clusterArn) =>
      parts({
        batch: 1,
        list: (token, signal) =>
          call('ListDaemons', signal, async (ecs, options) => {
            const request = new ListDaemonsCommand({ clusterArn, ...pageInput(token) });
            const { daemonSummariesList = [], nextToken } = await ecs.send(request, options);
            return { items: daemonSummariesList.map(({ daemonArn }) => daemonArn ?? ''), nextToken };
          }),
        describe: ([daemonArn = ''], signal) =>
          call('DescribeDaemon', signal, async (ecs, options): Promise<Listing<Daemon>> => {
            const answer = await ecs.send(new DescribeDaemonCommand({ daemonArn }), options).catch(thereIsNone);
            if (!answer?.daemon) return { items: [], failures: [{ arn: daemonArn, reason: 'MISSING' }] };
            return { items: [toDaemon(answer.daemon, daemonArn)], failures: [] };
          }),
      }),
    daemonDeployment: (arn, signal) =>
      call('DescribeDaemonDeployments', signal, async (ecs, options) => {
        const request = new DescribeDaemonDeploymentsCommand({ daemonDeploymentArns: [arn] });
        const { daemonDeployments: [found] = [] } = await ecs.send(request, options);
        return found && toDeployment(found);
      }),
  };
}

function toDaemon(given: DaemonDetail, arn: string): Daemon {
  const revisions = given.currentRevisions ?? [];
  const shares = new Map<string, DaemonShare>();
  for (const { arn: provider = '', runningCount = 0, withoutDaemonCount = 0 } of revisions.flatMap(
    ({ capacityProviders = [] }) => capacityProviders,
  )) {
    const { running, without } = shares.get(provider) ?? { running: 0, without: 0 };
    shares.set(provider, {
      provider: lastPart(provider),
      running: running + runningCount,
      without: without + withoutDaemonCount,
    });
  }
  return {
    arn,
    name: lastPart(arn),
    status: given.status ?? 'ACTIVE',
    providers: [...shares.values()],
    revisionArns: revisions.map((it) => it.arn ?? ''),
    ...defined({
      deploymentArn: given.deploymentArn,
      createdAt: given.createdAt?.toISOString(),
      updatedAt: given.updatedAt?.toISOString(),
    }),
  };
}

function toDeployment(given: DaemonDeployment): Deployment {
  const { totalRunningInstanceCount, totalWithoutDaemonInstanceCount, totalDrainingInstanceCount } =
    given.targetDaemonRevision ?? {};
  return {
    arn: given.daemonDeploymentArn ?? '',
    status: given.status ?? 'UNKNOWN',
    running: totalRunningInstanceCount ?? 0,
    without: totalWithoutDaemonInstanceCount ?? 0,
    draining: totalDrainingInstanceCount ?? 0,
    ...defined({
      reason: given.statusReason,
      createdAt: given.createdAt?.toISOString(),
      finishedAt: (given.finishedAt ?? given.stoppedAt)?.toISOString(),
      rollbackReason: given.rollback?.reason,
    }),
  };
}

function thereIsNone(error: unknown): undefined {
  if (error instanceof Error && error.name === 'DaemonNotFoundException') return;
  throw error;
}

// Regions and endpoints that are older than daemons; some answer with a page for people.
function noneIfUnknown(error: unknown): false {
  const { name } = (error instanceof LiveFailure ? error.details.cause : {}) as { readonly name?: string };
  const unknown = name !== undefined && /^(UnknownOperation|InvalidAction|UnsupportedFeature)/.test(name);
  if (unknown || (error instanceof LiveFailure && error.kind === 'not-ecs')) return false;
  throw error;
}
