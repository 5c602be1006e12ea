import { ApiError } from './api-error';
import { belongingOperations, roleOperations } from './belongings';
import { describeCapacityProviders, describeContainerInstances, listContainerInstances } from './capacity';
import { describeClusters, listClusters } from './clusters';
import { describeDaemon, describeDaemonDeployments, listDaemons } from './daemons';
import { continueServiceDeployment, stopServiceDeployment } from './deployment-changes';
import { describeServiceDeployments, listServiceDeployments } from './deployments';
import { ec2Operations, type QueryForm, type QueryOperation } from './ec2';
import { describeLogGroups, describeLogStreams, filterLogEvents, getLogEvents } from './log-reads';
import { machineOperations } from './machines';
import { getMetricData } from './metrics';
import type { PageFault } from './paging';
import { runTask } from './run-task';
import { describeScalableTargets, describeScalingPolicies } from './scaling';
import { createService, updateService } from './service-changes';
import { describeServiceRevisions } from './service-revisions';
import { describeServices, listServices } from './services';
import {
  deregisterTaskDefinition,
  describeTaskDefinition,
  listTaskDefinitionFamilies,
  listTaskDefinitions,
  registerTaskDefinition,
} from './task-definitions';
import { describeTasks, listTasks, stopTask } from './tasks';
import { trafficOperations } from './traffic';
import { account, type World } from './world';

const json = {
  ListClusters: listClusters,
  DescribeClusters: describeClusters,
  ListServices: listServices,
  DescribeServices: describeServices,
  ListTasks: listTasks,
  DescribeTasks: describeTasks,
  RegisterTaskDefinition: registerTaskDefinition,
  DeregisterTaskDefinition: deregisterTaskDefinition,
  DescribeTaskDefinition: describeTaskDefinition,
  ListTaskDefinitions: listTaskDefinitions,
  ListTaskDefinitionFamilies: listTaskDefinitionFamilies,
  CreateService: createService,
  UpdateService: updateService,
  RunTask: runTask,
  StopTask: stopTask,
  ListContainerInstances: listContainerInstances,
  DescribeContainerInstances: describeContainerInstances,
  DescribeCapacityProviders: describeCapacityProviders,
  ListServiceDeployments: listServiceDeployments,
  DescribeServiceDeployments: describeServiceDeployments,
  DescribeServiceRevisions: describeServiceRevisions,
  StopServiceDeployment: stopServiceDeployment,
  ContinueServiceDeployment: continueServiceDeployment,
  FilterLogEvents: filterLogEvents,
  GetLogEvents: getLogEvents,
  DescribeLogStreams: describeLogStreams,
  DescribeLogGroups: describeLogGroups,
  DescribeScalableTargets: describeScalableTargets,
  DescribeScalingPolicies: describeScalingPolicies,
  GetMetricData: getMetricData,
  ListDaemons: listDaemons,
  DescribeDaemon: describeDaemon,
  DescribeDaemonDeployments: describeDaemonDeployments,
  ...belongingOperations,
} satisfies Readonly<Record<string, (world: World, request: never, page: PageFault) => object>>;

const sts: Readonly<Record<string, QueryOperation>> = {
  GetCallerIdentity: ({ callers, clock }) => {
    const arn = callers.findLast(({ from }) => from <= clock.now())?.arn ?? `arn:aws:iam::${account}:user/dev`;
    return { Account: arn.split(':')[4], UserId: 'AIDAEXAMPLEEXAMPLEEXA', Arn: arn };
  },
};

/** An operation of the fake, as the faults and the request log name it. */
export type Operation =
  | keyof typeof json
  | 'StartLiveTail'
  | 'GetCallerIdentity'
  | 'GetRole'
  | 'DescribeVpcs'
  | 'DescribeInstances'
  | 'DescribeSubnets'
  | 'DescribeSecurityGroups'
  | 'DescribeTargetGroups'
  | 'DescribeTargetHealth'
  | 'DescribeLoadBalancers'
  | 'DescribeListeners'
  | 'DescribeRules';

/** Runs an operation of the JSON protocol; the body was made by a client whose types are the SDK's. */
export function runJson(world: World, operation: string, body: unknown, page: PageFault): object {
  const table: Readonly<Record<string, (world: World, request: never, page: PageFault) => object>> = json;
  const run = Object.hasOwn(table, operation) ? table[operation] : undefined;
  if (!run) throw new ApiError('UnknownOperationException', `The fake has no operation ${operation}.`);
  return run(world, body as never, page);
}

/** Runs an operation of the query protocol. */
export function runQuery(world: World, service: string, operation: string, form: QueryForm, page: PageFault) {
  const table =
    service === 'ec2'
      ? { ...ec2Operations, ...machineOperations }
      : service === 'elasticloadbalancing'
        ? trafficOperations
        : { ...sts, ...roleOperations };
  const run = Object.hasOwn(table, operation) ? table[operation] : undefined;
  if (!run) throw new ApiError('InvalidAction', `The fake has no action ${operation}.`);
  return run(world, form, page);
}
