import { LiveFailure } from '../failure';
import type { EcsGateway, Signal } from '../ports';
import type { ServiceDeployment, ServiceDetails } from '../records';
import { definitionName } from '../task-state';
import type { DeploymentSubject } from './subject';

/** `none-yet`: ECS lists it later. `none-at-all`: there are no service deployments, as where an endpoint only feigns them. `unsupported`: the endpoint has no service deployments, or these may not be read. */
export type Found = { readonly arn: string } | 'none-yet' | 'none-at-all' | 'unsupported';

/**
 * The service deployment that the watched call began: of those that are not older and lead to our revision, the one that began
 * with our row, else the newest. Somebody may have deployed the same revision again since. Throws `LiveFailure` for what passes by itself.
 */
export async function findDeployment(
  { place, taskDefinitionArn, deploymentArn, deploymentId, startedAt }: DeploymentSubject,
  { currentDeploymentArn, deployments }: ServiceDetails,
  since: number,
  gateway: EcsGateway,
  signal: Signal,
): Promise<Found> {
  if (deploymentArn) return { arn: deploymentArn };
  const ours = (candidates: readonly ServiceDeployment[]): Promise<readonly ServiceDeployment[]> =>
    leadingTo(taskDefinitionArn, candidates.filter(notBefore(since)), gateway, signal);
  const row = deployments.find(({ id }) => id === deploymentId);
  // Where ours is not the last one, what is current may be somebody else's.
  const isLast = row?.status === 'PRIMARY';
  const began = row?.createdAt === undefined ? deploymentId && startedAt : Date.parse(row.createdAt);
  try {
    const current = isLast && currentDeploymentArn && (await gateway.serviceDeployment(currentDeploymentArn, signal));
    const [it] = current ? await ours([current]) : [];
    if (it) return { arn: it.arn };
    const { items } = await gateway.serviceDeployments(place.cluster.arn, place.service.arn, signal);
    const listed = nearest(await ours(items), began);
    return listed ? { arn: listed.arn } : items.length > 0 ? 'none-yet' : 'none-at-all';
  } catch (error) {
    if (error instanceof LiveFailure && lacking.has(error.kind)) return 'unsupported';
    throw error;
  }
}

/** Milliseconds since the epoch from which on a deployment may be ours, by the clock of AWS where it has told a time. */
export function sinceOf({ deploymentId, startedAt }: DeploymentSubject, { deployments }: ServiceDetails): number {
  const created = Date.parse(deployments.find(({ id }) => id === deploymentId)?.createdAt ?? '');
  return Number.isNaN(created) ? startedAt - 60_000 : created - 10_000;
}

function notBefore(since: number): (deployment: ServiceDeployment) => boolean {
  return ({ createdAt }) => createdAt === undefined || Date.parse(createdAt) >= since;
}

async function leadingTo(
  taskDefinitionArn: string,
  candidates: readonly ServiceDeployment[],
  gateway: EcsGateway,
  signal: Signal,
): Promise<readonly ServiceDeployment[]> {
  const arns = candidates.map(({ targetRevisionArn }) => targetRevisionArn).filter((arn) => arn !== undefined);
  if (arns.length === 0) return [];
  const { items } = await gateway.serviceRevisions(arns.slice(0, atOnce), signal);
  const leading = new Set(
    items.filter((it) => sameDefinition(it.taskDefinitionArn, taskDefinitionArn)).map(({ arn }) => arn),
  );
  return candidates.filter(({ targetRevisionArn }) => leading.has(targetRevisionArn ?? ''));
}

function nearest(found: readonly ServiceDeployment[], began: number | '' | undefined): ServiceDeployment | undefined {
  if (!began) return found[0];
  const apart = ({ createdAt }: ServiceDeployment): number => Math.abs(Date.parse(createdAt ?? '') - began) || 0;
  return found.toSorted((a, b) => apart(a) - apart(b))[0];
}

/** Not every endpoint answers an ARN where ECS does. */
export function sameDefinition(a: string | undefined, b: string): boolean {
  return definitionName(a) === definitionName(b);
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServiceRevisions.html */
const atOnce = 20;

const lacking: ReadonlySet<LiveFailure['kind']> = new Set(['invalid', 'not-ecs', 'not-found', 'access-denied']);
