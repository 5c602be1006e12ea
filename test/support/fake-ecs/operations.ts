import { ApiError } from './api-error';
import { describeClusters, listClusters } from './clusters';
import { ec2Operations, type QueryForm, type QueryOperation } from './ec2';
import type { PageRules } from './paging';
import { runTask } from './run-task';
import { describeServices, listServices } from './services';
import {
  describeTaskDefinition,
  listTaskDefinitionFamilies,
  listTaskDefinitions,
  registerTaskDefinition,
} from './task-definitions';
import { describeTasks, listTasks, stopTask } from './tasks';
import { account, type World } from './world';

type Page = Pick<PageRules, 'empty'>;

const ecs = {
  ListClusters: listClusters,
  DescribeClusters: describeClusters,
  ListServices: listServices,
  DescribeServices: describeServices,
  ListTasks: listTasks,
  DescribeTasks: describeTasks,
  RegisterTaskDefinition: registerTaskDefinition,
  DescribeTaskDefinition: describeTaskDefinition,
  ListTaskDefinitions: listTaskDefinitions,
  ListTaskDefinitionFamilies: listTaskDefinitionFamilies,
  RunTask: runTask,
  StopTask: stopTask,
} satisfies Readonly<Record<string, (world: World, request: never, page: Page) => object>>;

const sts: Readonly<Record<string, QueryOperation>> = {
  GetCallerIdentity: () => ({
    Account: account,
    UserId: 'AIDAEXAMPLEEXAMPLEEXA',
    Arn: `arn:aws:iam::${account}:user/dev`,
  }),
};

/** An operation of the fake, as the faults and the request log name it. */
export type Operation =
  | keyof typeof ecs
  | 'GetCallerIdentity'
  | 'DescribeVpcs'
  | 'DescribeSubnets'
  | 'DescribeSecurityGroups';

/** Runs an operation of the JSON protocol; the body was made by a client whose types are the SDK's. */
export function runJson(world: World, operation: string, body: unknown, page: Page): object {
  const table: Readonly<Record<string, (world: World, request: never, page: Page) => object>> = ecs;
  const run = Object.hasOwn(table, operation) ? table[operation] : undefined;
  if (!run) throw new ApiError('UnknownOperationException', `The fake has no operation ${operation}.`);
  return run(world, body as never, page);
}

/** Runs an operation of the query protocol of EC2 or STS. */
export function runQuery(world: World, service: string, operation: string, form: QueryForm, page: Page) {
  const table = service === 'sts' ? sts : ec2Operations;
  const run = Object.hasOwn(table, operation) ? table[operation] : undefined;
  if (!run) throw new ApiError('InvalidAction', `The fake has no action ${operation}.`);
  return run(world, form, page);
}
