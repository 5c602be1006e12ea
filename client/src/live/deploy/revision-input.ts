import { shortName } from '../definitions/revision-name';
import { clusterName } from '../find/resource';
import type { Choice, EcsGateway } from '../ports';
import type { RevisionDetails } from '../records';
import type { DeployInput } from './input';
import type { Target } from './target';

/** A registered revision to be deployed or run as it is. */
export function inputOfRevision(revision: RevisionDetails, target: Target): DeployInput {
  const { family, definition } = revision;
  return { source: `${family}:${revision.revision}`, family, definition, target, revision };
}

/** A service that is there, as a target. */
export function targetOfService(clusterArn: string, serviceArn: string): Target {
  const name = `${clusterName(clusterArn)}/${clusterName(serviceArn)}`;
  return { name, file: '', kind: 'service', cluster: clusterArn, service: serviceArn };
}

/** The active revisions of a family, newest first, but for the one in use. Throws `LiveFailure`. */
export async function otherRevisions(
  family: string,
  inUse: string,
  gateway: Pick<EcsGateway, 'revisions'>,
): Promise<readonly Choice<string>[]> {
  const arns = await gateway.revisions(family, 'ACTIVE');
  return arns.filter((arn) => arn !== inUse).map((arn) => ({ label: shortName(arn), value: arn }));
}
