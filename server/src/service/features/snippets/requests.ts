import { loadBalancers } from '../../data/load-balancing';
import type { TaskDefinition } from '../../model/task-definition';
import type { Request } from '../../snapshot';
import { safe } from '../complete-proposals';
import { circuitBreaker, network, rollingUpdate, spreadThenPack, targetGroup, targetGroupArn } from './request-parts';
import { stop } from './sketch';
import type { Snippet } from './snippet';
import { wholeRequests } from './whole-requests';

/** What a snippet of a request fits into: the request, and the task definition it is about, if that is known. */
export interface RequestAround extends Pick<Request, 'schema' | 'input'> {
  readonly task: TaskDefinition | undefined;
}

/** Strategies that shift traffic from one target group to another. */
const shifting: readonly (string | undefined)[] = ['BLUE_GREEN', 'LINEAR', 'CANARY'];

/**
 * Parts of services and runs, wired to the task definition.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-load-balancing.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-blue-green.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ebs-volumes.html
 */
export const requestSnippets: readonly Snippet<RequestAround>[] = [
  ...wholeRequests.map(
    ({ label, detail, schema, make }): Snippet<RequestAround> => ({
      label,
      detail,
      at: '',
      make: (around) => (around.schema === schema ? make(around.task) : undefined),
    }),
  ),
  {
    label: loadBalancers.application.title,
    detail: loadBalancers.application.use,
    at: 'loadBalancers.*',
    make: ({ task }) => targetGroup(1, task),
  },
  {
    label: loadBalancers.network.title,
    detail: loadBalancers.network.use,
    at: 'loadBalancers.*',
    make: ({ task }) => targetGroup(1, task),
  },
  {
    label: 'Two target groups',
    detail: 'between which a blue/green, linear or canary deployment shifts the traffic',
    at: 'loadBalancers.*',
    make: ({ input, task }) =>
      shifting.includes(input.deploymentConfiguration.strategy.literal)
        ? {
            ...targetGroup(1, task),
            advancedConfiguration: {
              alternateTargetGroupArn: targetGroupArn('${4:web-green/0123456789abcdef}', task),
              productionListenerRule:
                'arn:aws:elasticloadbalancing:us-east-1:111122223333:listener-rule/${5:app/web/0123456789abcdef/0123456789abcdef/0123456789abcdef}',
              roleArn: 'arn:aws:iam::111122223333:role/${6:ecsInfrastructureRole}',
            },
          }
        : undefined,
  },
  {
    label: 'Private subnets',
    detail: 'the way out is a NAT gateway or VPC endpoints',
    at: 'networkConfiguration',
    make: () => network(1),
  },
  {
    label: 'Public subnets',
    detail: 'with a public IP address for each task: Fargate only',
    at: 'networkConfiguration',
    make: () => network(1, 'ENABLED'),
  },
  {
    label: 'Fargate and Fargate Spot',
    detail: 'one task on Fargate for sure, of the others three of four on spare capacity',
    at: 'capacityProviderStrategy',
    make: () => [
      { capacityProvider: 'FARGATE', base: stop(1, 1), weight: stop(2, 1) },
      { capacityProvider: 'FARGATE_SPOT', weight: stop(3, 3) },
    ],
  },
  {
    label: 'Fargate',
    detail: 'a part of the tasks, by weight',
    at: 'capacityProviderStrategy.*',
    make: ({ input }) =>
      hasProvider(input, 'FARGATE') ? undefined : { capacityProvider: 'FARGATE', weight: stop(1, 1) },
  },
  {
    label: 'Fargate Spot',
    detail: 'a part of the tasks on spare capacity, by weight',
    at: 'capacityProviderStrategy.*',
    make: ({ input }) =>
      hasProvider(input, 'FARGATE_SPOT') ? undefined : { capacityProvider: 'FARGATE_SPOT', weight: stop(1, 3) },
  },
  {
    label: 'Rolling update with circuit breaker',
    detail: 'new tasks before the old ones stop, back when they fail',
    at: 'deploymentConfiguration',
    make: () => rollingUpdate,
  },
  {
    label: 'Blue/green',
    detail: 'all traffic at once to new tasks, back within the bake time',
    at: 'deploymentConfiguration',
    make: () => ({ strategy: 'BLUE_GREEN', bakeTimeInMinutes: stop(1, 15) }),
  },
  {
    label: 'Circuit breaker with rollback',
    detail: 'a deployment that fails goes back to the last that did not',
    at: 'deploymentConfiguration.deploymentCircuitBreaker',
    make: () => circuitBreaker,
  },
  {
    label: 'Service Connect for others',
    detail: 'other services reach a named port of this one',
    at: 'serviceConnectConfiguration',
    make: ({ task }) => ({ enabled: true, namespace: '${1:local}', services: [connected(task, 2)] }),
  },
  {
    label: 'Service Connect as a client',
    detail: 'this service reaches others of the namespace',
    at: 'serviceConnectConfiguration',
    make: () => ({ enabled: true, namespace: '${1:local}' }),
  },
  {
    label: 'Named port',
    detail: 'that other services reach by a name',
    at: 'serviceConnectConfiguration.services.*',
    make: ({ task }) => connected(task, 1),
  },
  {
    label: 'EBS volume',
    detail: 'made when a task starts, gone when it stops',
    at: 'volumeConfigurations.*',
    make: ({ input, task }) => {
      const configured = input.volumeConfigurations.items.map(({ name }) => name.literal);
      const open = task?.volumes.items.filter(({ configuredAtLaunch }) => configuredAtLaunch.literal) ?? [];
      const name = open.find((volume) => !configured.includes(volume.name.literal))?.name.literal;
      if (task && name === undefined) return undefined;
      return {
        name: `\${1:${task ? safe(name) : 'data'}}`,
        managedEBSVolume: {
          roleArn: 'arn:aws:iam::${2:111122223333}:role/${3:ecsInfrastructureRole}',
          volumeType: 'gp3',
          sizeInGiB: stop(4, 20),
          encrypted: true,
          filesystemType: task?.isWindows ? 'ntfs' : 'xfs',
        },
      };
    },
  },
  {
    label: 'Spread over zones, then few instances',
    detail: 'available and cheap',
    at: 'placementStrategy',
    make: () => spreadThenPack,
  },
  {
    label: 'Another command',
    detail: 'for one container of this run',
    at: 'overrides.containerOverrides.*',
    make: (around) => ({ name: containerName(around), command: ['${2:run-job}'] }),
  },
  {
    label: 'Another environment',
    detail: 'added to that of the task definition, variable by variable',
    at: 'overrides.containerOverrides.*',
    make: (around) => ({ name: containerName(around), environment: [{ name: '${2:NAME}', value: '${3:value}' }] }),
  },
  {
    label: 'Overrides of a container',
    detail: 'another command for this run',
    at: 'overrides',
    make: (around) => ({ containerOverrides: [{ name: containerName(around), command: ['${2:run-job}'] }] }),
  },
];

function hasProvider({ capacityProviderStrategy }: RequestAround['input'], name: string): boolean {
  return capacityProviderStrategy.items.some(({ capacityProvider }) => capacityProvider.literal === name);
}

/** The first container that has no overrides yet. */
function containerName({ input, task }: RequestAround): string {
  const taken = input.overrides.containerOverrides.items.map(({ name }) => name.literal);
  const free = task?.containerDefinitions.items.find(({ name }) => name.literal && !taken.includes(name.literal));
  return `\${1:${safe(free?.name.literal)}}`;
}

/** The first port of the task definition that has a name. */
function connected(task: TaskDefinition | undefined, first: number) {
  const ports = task?.containerDefinitions.items.flatMap(({ portMappings }) => portMappings.items);
  const port = ports?.find(({ name, containerPort }) => name.literal && containerPort.literal);
  const name = port?.name.literal === undefined ? 'http' : safe(port.name.literal);
  return {
    portName: `\${${first}:${name}}`,
    clientAliases: [
      {
        port: stop(first + 1, port?.containerPort.literal ?? 80),
        dnsName: `\${${first + 2}:${safe(task?.family.literal)}}`,
      },
    ],
  };
}
