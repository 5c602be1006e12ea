import type { Json } from '../change';
import type { Translate } from '../ports';
import type { ActionPlan, Difference, Plan, Where } from './plan';

/** Where a plan changes something and as whom, a fact a line. */
export function placeLines({ identity, connection, cluster, service }: Where, t: Translate): readonly string[] {
  const { profile, region, endpoint } = connection;
  return [
    t('Account: {0}', identity.account),
    t('Identity: {0}', identity.arn),
    profile === undefined ? undefined : t('Profile: {0}', profile),
    t('Region: {0}', region),
    endpoint === undefined ? undefined : t('Endpoint: {0}', withoutPassword(endpoint)),
    cluster && t('Cluster: {0}', cluster.name),
    service && t('Service: {0}', service.name),
  ].filter((line) => line !== undefined);
}

/** What a plan will call, and what to know before. */
export function callLines({ changes, warnings }: ActionPlan, t: Translate): readonly string[] {
  return [
    t('Will call: {0}', changes.map(({ operation }) => `ecs:${operation}`).join(', ')),
    ...warnings.map((warning) => t('Note: {0}', warning)),
  ];
}

/** A plan to deploy for the confirmation, a fact a line. */
export function planLines(plan: Plan, t: Translate): readonly string[] {
  return [...placeLines(plan.place, t), definitionLine(plan, t), ...changeLines(plan, t), ...callLines(plan, t)];
}

/** `~ containerDefinitions[web].image: a → b` */
export function differenceLine({ kind, path, before, after }: Difference, t: Translate): string {
  switch (kind) {
    case 'added':
      return after === undefined ? `+ ${path}` : `+ ${path}: ${after}`;
    case 'removed':
      return before === undefined ? `- ${path}` : `- ${path}: ${before}`;
    case 'changed':
      return before === undefined || after === undefined
        ? `~ ${path}: ${t('changed')}`
        : `~ ${path}: ${before} → ${after}`;
  }
}

function definitionLine({ family, next, inUse }: Plan, t: Translate): string {
  const number = next.kind === 'new' ? next.number : next.revision.revision;
  const name = `${family}:${number}`;
  const used = inUse && `${inUse.family}:${inUse.revision}`;
  const leads = used === undefined || used === name ? name : `${used} → ${name}`;
  return next.kind === 'new'
    ? t('Task definition: {0} (next revision)', leads)
    : t('Task definition: {0} (unchanged: not registered again)', leads);
}

function changeLines({ differences, changes, inUse, newest }: Plan, t: Translate): readonly string[] {
  const input: Json = changes.at(-1)?.input ?? {};
  const shown = differences.slice(0, most);
  const left = differences.length - shown.length;
  return [
    ...(inUse || newest ? [t('Changes: {0}', differences.length)] : []),
    ...shown.map((it) => `  ${differenceLine(it, t)}`),
    ...(left > 0 ? [`  ${t('and {0} more', left)}`] : []),
    ...inputLines(input, t),
  ];
}

/** What a request says besides the definition, as far as one decides about it. */
function inputLines(input: Json, t: Translate): readonly string[] {
  const { launchType, capacityProviderStrategy, networkConfiguration, count, desiredCount } = input;
  const shares = items(capacityProviderStrategy).map((it) => `${it.capacityProvider} ${it.weight ?? 1}`);
  const vpc = object(object(networkConfiguration).awsvpcConfiguration);
  const groups = strings(vpc.securityGroups);
  return [
    typeof launchType === 'string' ? t('Launch type: {0}', launchType) : undefined,
    shares.length > 0 ? t('Capacity providers: {0}', shares.join(', ')) : undefined,
    typeof count === 'number' && count > 1 ? t('Tasks: {0}', count) : undefined,
    typeof desiredCount === 'number' ? t('Tasks wanted: {0}', desiredCount) : undefined,
    ...(networkConfiguration === undefined
      ? []
      : [
          t('Subnets: {0}', strings(vpc.subnets).join(', ')),
          t('Security groups: {0}', groups.length > 0 ? groups.join(', ') : t('default of the VPC')),
          vpc.assignPublicIp === undefined
            ? undefined
            : t('Public IP: {0}', vpc.assignPublicIp === 'ENABLED' ? t('yes') : t('no')),
        ]),
    input.overrides === undefined ? undefined : t('With overrides'),
    items(input.volumeConfigurations).length > 0 ? t('With a volume made at launch') : undefined,
    input.enableExecuteCommand === true ? t('ECS Exec: on') : undefined,
    input.forceNewDeployment === true ? t('A new deployment, also without changes') : undefined,
    object(object(input.deploymentConfiguration).deploymentCircuitBreaker).enable === true
      ? t('Circuit breaker: switched on, with rollback')
      : undefined,
  ].filter((line) => line !== undefined);
}

// Before an @ an address may have a password.
function withoutPassword(endpoint: string): string {
  return endpoint.replace(/\/\/[^/]*@/, '//');
}

function items(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.map(object) : [];
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function object(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

/** Differences that are listed before they are only counted. */
const most = 8;
