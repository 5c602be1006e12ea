import { loadBalancers } from '../data/load-balancing';
import type { RequestInput } from '../model/request';
import type { TaskDefinition } from '../model/task-definition';
import type { Request } from '../snapshot';
import type { Refusal } from './complete-site';
import { titleOf } from './complete-support';

/** What a request says elsewhere, and the task definition it is about. */
interface About extends Pick<Request, 'action' | 'shape' | 'input'> {
  readonly task: TaskDefinition | undefined;
}

/**
 * Why members and values have no place in a request.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-anywhere.html
 */
export function requestRefusal({ action, shape, input }: Request, task: TaskDefinition | undefined): Refusal {
  const about: About = { action, shape, input, task };
  return {
    member: (path) => (Object.hasOwn(members, path) ? members[path]?.(about) : undefined),
    value: (path, value) => (Object.hasOwn(values, path) ? values[path]?.(about, value) : undefined),
  };
}

const members: Readonly<Record<string, (about: About) => string | undefined>> = {
  launchType: (about) =>
    toCreate(about) ?? (about.input.capacityProviderStrategy.present ? 'not with capacityProviderStrategy' : undefined),
  capacityProviderStrategy: ({ input }) => (input.launchType.present ? 'not with launchType' : undefined),
  platformVersion: (about) => notOn(about, 'EC2', 'EXTERNAL'),
  placementConstraints: onFargate,
  placementStrategy: (about) => onFargate(about) ?? asDaemon(about),
  desiredCount: asDaemon,
  loadBalancers: (about) => notOn(about, 'EXTERNAL'),
  serviceRegistries: (about) => notOn(about, 'EXTERNAL'),
  networkConfiguration({ task }) {
    const mode = task?.effectiveNetworkMode;
    return mode && mode !== 'awsvpc' ? `not in ${mode} network mode` : undefined;
  },
  role: (about) =>
    toCreate(about) ?? (about.task?.effectiveNetworkMode === 'awsvpc' ? 'not in awsvpc network mode' : undefined),
  serviceConnectConfiguration: ({ task }) => (task?.isWindows ? 'not on Windows' : undefined),
  'loadBalancers.loadBalancerName': () => `${loadBalancers.classic.title}, ${loadBalancers.classic.use}`,
  'deploymentConfiguration.linearConfiguration': (about) => onlyWith(about, 'LINEAR'),
  'deploymentConfiguration.canaryConfiguration': (about) => onlyWith(about, 'CANARY'),
  service: toUpdate,
  forceNewDeployment: toUpdate,
  serviceName: toCreate,
  schedulingStrategy: toCreate,
  tags: toCreate,
  clientToken: (about) => (about.shape === 'cloudformation' ? 'not in CloudFormation' : toCreate(about)),
};

const values: Readonly<Record<string, (about: About, value: string) => string | undefined>> = {
  launchType({ task }, value) {
    if (value === 'MANAGED_INSTANCES') return 'by a capacity provider strategy instead';
    const wanted = task?.requiresCompatibilities;
    const known = wanted?.items.flatMap(({ literal }) => literal ?? []) ?? [];
    return known.length > 0 && known.length === wanted?.items.length && !known.includes(value)
      ? `the task definition is for ${known.map(titleOf).join(', ')}`
      : undefined;
  },
  schedulingStrategy: (about, value) => (value === 'DAEMON' ? onFargate(about) : undefined),
  'networkConfiguration.awsvpcConfiguration.assignPublicIp': (about, value) =>
    value === 'ENABLED' ? notOn(about, 'EC2', 'EXTERNAL') : undefined,
};

function notOn({ input }: About, ...launchTypes: readonly string[]): string | undefined {
  const own = input.launchType.literal;
  return own !== undefined && launchTypes.includes(own) ? `not on ${titleOf(own)}` : undefined;
}

/** Whether the request says that its tasks run on Fargate. */
function onFargate({ input }: About): string | undefined {
  return runsOnFargate(input) ? 'not on Fargate' : undefined;
}

function runsOnFargate({ launchType, capacityProviderStrategy }: RequestInput): boolean {
  return [launchType, ...capacityProviderStrategy.items.map((it) => it.capacityProvider)].some(
    ({ literal }) => literal === 'FARGATE' || literal === 'FARGATE_SPOT',
  );
}

function asDaemon({ input }: About): string | undefined {
  return input.schedulingStrategy.literal === 'DAEMON' ? 'not for a DAEMON' : undefined;
}

function onlyWith({ input: { deploymentConfiguration } }: About, strategy: string): string | undefined {
  const { present, literal } = deploymentConfiguration.strategy;
  return present && (literal === undefined || literal === strategy) ? undefined : `only with strategy ${strategy}`;
}

function toCreate({ action }: About): string | undefined {
  return action === 'UpdateService' ? 'only to create a service' : undefined;
}

/** In CloudFormation, the service is known by its resource, and a deployment is forced in another form. */
function toUpdate({ action, shape }: About): string | undefined {
  if (shape === 'cloudformation') return 'not in CloudFormation';
  return action === 'CreateService' ? 'only to update a service' : undefined;
}
