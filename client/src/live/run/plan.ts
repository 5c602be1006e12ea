import { sameDefinition } from '../definition';
import type { Connection, Identity, LaunchType, Network, Revision, Translate } from '../ports';
import type { Answers } from './answers';

/** What a confirmed run will do, as data. */
export interface Plan {
  readonly identity: Identity;
  readonly connection: Connection;
  readonly cluster: { readonly arn: string; readonly name: string };
  readonly family: string;
  /** The revision that is run: an existing one that says the same, or the one to be registered. */
  readonly revision:
    | { readonly kind: 'unchanged'; readonly existing: Revision }
    | { readonly kind: 'new'; readonly number: number };
  readonly launchType: LaunchType;
  readonly network?: Network;
  /** The operations that change something, in order. */
  readonly calls: readonly string[];
}

/** Joins what is known into a plan; the newest revision is run as it is when the definition says nothing else. */
export function makePlan(
  definition: Readonly<Record<string, unknown>>,
  family: string,
  answers: Answers,
  known: { readonly identity: Identity; readonly connection: Connection; readonly newest: Revision | undefined },
): Plan {
  const { identity, connection, newest } = known;
  const existing = newest && sameDefinition(definition, newest.definition) ? newest : undefined;
  return {
    identity,
    connection,
    family,
    ...answers,
    revision: existing ? { kind: 'unchanged', existing } : { kind: 'new', number: (newest?.revision ?? 0) + 1 },
    calls: [...(existing ? [] : ['ecs:RegisterTaskDefinition']), 'ecs:RunTask'],
  };
}

/** The plan for the confirmation, a fact a line. */
export function planLines(plan: Plan, t: Translate): readonly string[] {
  const { identity, connection, cluster, family, revision, launchType, network, calls } = plan;
  return [
    t('Account: {0}', identity.account),
    t('Identity: {0}', identity.arn),
    connection.profile ? t('Profile: {0}', connection.profile) : undefined,
    t('Region: {0}', connection.region),
    connection.endpoint ? t('Endpoint: {0}', connection.endpoint) : undefined,
    t('Cluster: {0}', cluster.name),
    revision.kind === 'new'
      ? t('Task definition: {0}:{1} (next revision)', family, revision.number)
      : t('Task definition: {0}:{1} (unchanged: not registered again)', family, revision.existing.revision),
    t('Launch type: {0}', launchType),
    ...(network ? networkLines(network, t) : []),
    t('Will call: {0}', calls.join(', ')),
  ].filter((line) => line !== undefined);
}

function networkLines({ subnets, securityGroups, assignPublicIp }: Network, t: Translate): readonly string[] {
  return [
    t('Subnets: {0}', subnets.join(', ')),
    t('Security groups: {0}', securityGroups.length > 0 ? securityGroups.join(', ') : t('default of the VPC')),
    t('Public IP: {0}', assignPublicIp ? t('yes') : t('no')),
  ];
}
