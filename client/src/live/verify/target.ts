import type { Json } from '../change';
import { LiveFailure } from '../failure';
import { clusterName } from '../find/resource';
import type { Cluster } from '../ports';
import type { Asking, Question, Verdict } from './check';
import { balancerQuestions } from './load-balancers';
import { networkQuestions } from './network';
import { balancersIn, networkIn, serviceOf, serviceQuestion } from './service';
import type { Aim } from './verify';
import type { Written } from './written';

/** Whether the definition can run where its target says. */
export async function targetQuestions(
  definition: Written<Json>,
  aim: Aim,
  asking: Asking,
): Promise<readonly Question[]> {
  const { target } = aim;
  const cluster = await quietly(() => clusterOf(aim, asking));
  const network = target.kind === 'run' ? networkQuestions(definition, target.network, asking) : [];
  // Without a cluster there is nothing to be asked in it.
  const within = cluster ? await inCluster(definition, aim, cluster, asking) : [];
  return [clusterQuestion(aim, asking), ...within, ...network];
}

async function inCluster(
  definition: Written<Json>,
  aim: Aim,
  cluster: Cluster,
  asking: Asking,
): Promise<readonly Question[]> {
  const { target } = aim;
  if (target.kind === 'run') return capacityQuestions(target.launchType, cluster, asking);
  const seen = await quietly(async () => ({ details: await serviceOf(aim, asking) }));
  // A service that could not be read may be there, whatever its file says.
  if (!seen) return [serviceQuestion(aim, asking)];
  const { details } = seen;
  const file = details ? undefined : aim.serviceFile;
  const launchType = details ? details.service.launchType : file?.launchType;
  return [
    serviceQuestion(aim, asking),
    ...capacityQuestions(launchType, cluster, asking),
    ...(file ? networkQuestions(definition, networkIn(file), asking) : []),
    ...balancerQuestions(definition, details?.loadBalancers ?? balancersIn(file ?? {}), asking),
  ];
}

/** What fails is told by the question about it. */
async function quietly<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof LiveFailure) return undefined;
    throw error;
  }
}

function clusterOf({ target }: Aim, { gateway, once, signal }: Asking): Promise<Cluster | undefined> {
  return once('cluster', async () => {
    const { items } = await gateway.describeClusters([target.cluster], signal);
    return items.find(({ status }) => status !== 'INACTIVE' && status !== 'FAILED');
  });
}

function clusterQuestion(aim: Aim, asking: Asking): Question {
  const { t, gateway } = asking;
  const about = t('Cluster {0}', clusterName(aim.target.cluster));
  const ask = async (): Promise<readonly Verdict[]> => {
    const cluster = await clusterOf(aim, asking);
    if (cluster && ['ACTIVE', ''].includes(cluster.status)) return [{ state: 'ok', sentence: t('{0} exists.', about) }];
    const sentence = cluster
      ? t('{0} is not active, but {1}.', about, cluster.status)
      : t('{0} does not exist in {1}.', about, gateway.connection.region);
    return [{ state: 'failed', sentence, fix: t('Correct the target, or choose another connection.') }];
  };
  return { id: 'cluster', path: '', about, ask };
}

/** Of launch types with instances of their own: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/launch_types.html */
function capacityQuestions(
  launchType: unknown,
  { name, containerInstances }: Cluster,
  { t }: Asking,
): readonly Question[] {
  if (launchType !== 'EC2' && launchType !== 'EXTERNAL') return [];
  const about = t('Capacity of cluster {0}', name);
  const verdict: Verdict =
    containerInstances > 0
      ? { state: 'ok', sentence: t('Cluster {0} has container instances for launch type {1}.', name, launchType) }
      : {
          state: 'failed',
          sentence: t('Cluster {0} has no container instance, which launch type {1} needs.', name, launchType),
          fix: t('Register an instance in the cluster, or choose another launch type.'),
        };
  return [{ id: 'capacity', path: '', about, ask: async () => [verdict] }];
}
