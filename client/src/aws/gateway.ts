import { DescribeSecurityGroupsCommand, DescribeSubnetsCommand } from '@aws-sdk/client-ec2';
import {
  type AssignPublicIp,
  RegisterTaskDefinitionCommand,
  type RegisterTaskDefinitionCommandInput,
  RunTaskCommand,
  type RunTaskCommandInput,
  StopTaskCommand,
} from '@aws-sdk/client-ecs';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { LiveFailure } from '../live/failure';
import type { Connection, EcsGateway, Listing, Log, Network, RunRequest, Task, Translate } from '../live/ports';
import { capacityReads } from './capacity-reads';
import { type Clients, makeClients, type Timeouts } from './clients';
import { plain } from './connection';
import { definitionReads } from './definition-reads';
import { listings } from './listings';
import { loadBalancing } from './load-balancing';
import { allPages } from './pages';
import { toFailureRecord, toSecurityGroup, toSubnet, toTask } from './records';
import { toRevision } from './revision-records';
import { scaling } from './scaling';
import { type Send, sender } from './send';
import { serviceReads } from './service-reads';

/** What a gateway may be told besides its connection; absent: English, changes allowed, 5 s to connect and 30 s for an answer. */
export interface GatewayOptions {
  readonly t?: Translate;
  /** While it answers true, every call that would change something fails with `read-only` and nothing is sent. */
  readonly readOnly?: () => boolean;
  /** In milliseconds. */
  readonly timeouts?: Timeouts;
}

/**
 * The calls of one connection; nothing is sent, and no file is read, before the first of them. `dispose` closes its
 * sockets once no call is under way; a run that still watches its task may go on calling. Throws `LiveFailure` when there
 * is no region.
 */
export function createGateway(
  connection: Partial<Connection>,
  log: Log,
  options: GatewayOptions = {},
): EcsGateway & { dispose(): void } {
  const { t = plain, readOnly = () => false, timeouts = { connect: 5_000, request: 30_000 } } = options;
  const { region } = connection;
  if (!region) throw new LiveFailure('no-region', t('No AWS region is set: choose one.'), 'pick-connection');
  const settled: Connection = { ...connection, region };
  const made: { clients?: Promise<Clients> } = {};
  const state = { left: false, busy: false };
  const closeIfLeft = (): void => {
    // Closing under a call would look like a lost answer, and lost answers of changes have to be found out about.
    if (state.left && !state.busy) made.clients?.then((it) => it.destroy()).catch(() => undefined);
  };
  const clients = (): Promise<Clients> => {
    state.busy = true;
    made.clients ??= makeClients(settled, timeouts, t);
    return made.clients;
  };
  const onIdle = (): void => {
    state.busy = false;
    closeIfLeft();
  };
  const send = sender(settled, { clients, readOnly, log, t, onIdle });
  return {
    connection: settled,
    ...listings(send),
    ...serviceReads(send),
    ...capacityReads(send),
    ...definitionReads(send),
    ...loadBalancing(send),
    ...scaling(send),
    ...network(send),
    ...changes(send, log),
    identity: (signal) =>
      send({ service: 'sts', operation: 'GetCallerIdentity', signal }, async ({ sts, hosts }, options) => {
        const { Account: account, Arn: arn } = await sts.send(new GetCallerIdentityCommand({}), options);
        if (account && arn) return { account, arn };
        const sentence = t('{0} did not say who is calling: check the endpoint or the proxy.', hosts.sts);
        throw new LiveFailure('not-ecs', sentence, 'pick-connection', { operation: 'GetCallerIdentity' });
      }),
    dispose: () => {
      state.left = true;
      closeIfLeft();
    },
  };
}

function network(send: Send): Pick<EcsGateway, 'subnets' | 'securityGroups'> {
  return {
    subnets: async (signal) => {
      const found = await allPages((token) =>
        send({ service: 'ec2', operation: 'DescribeSubnets', signal }, async ({ ec2 }, options) => {
          const page = { MaxResults: 1000, ...(token ? { NextToken: token } : {}) };
          const { Subnets: items, NextToken: nextToken } = await ec2.send(new DescribeSubnetsCommand(page), options);
          return { items, nextToken };
        }),
      );
      return found.map(toSubnet);
    },
    securityGroups: async (vpcId, signal) => {
      const found = await allPages((token) =>
        send({ service: 'ec2', operation: 'DescribeSecurityGroups', signal }, async ({ ec2 }, options) => {
          const request = new DescribeSecurityGroupsCommand({
            MaxResults: 1000,
            Filters: [{ Name: 'vpc-id', Values: [vpcId] }],
            ...(token ? { NextToken: token } : {}),
          });
          const { SecurityGroups: items, NextToken: nextToken } = await ec2.send(request, options);
          return { items, nextToken };
        }),
      );
      return found.map(toSecurityGroup);
    },
  };
}

function changes(send: Send, log: Log): Pick<EcsGateway, 'register' | 'runTask' | 'stopTask'> {
  const run = (request: RunRequest): Promise<Listing<Task>> =>
    send({ service: 'ecs', operation: 'RunTask', changes: true }, async ({ once }) => {
      const { tasks = [], failures = [] } = await once.send(new RunTaskCommand(runInput(request)));
      return { items: tasks.map((it) => toTask(it, request.clusterArn)), failures: failures.map(toFailureRecord) };
    });
  return {
    register: (definition) =>
      send({ service: 'ecs', operation: 'RegisterTaskDefinition', changes: true }, async ({ once }) => {
        // The SDK leaves out what it does not know; the rules have checked the rest.
        const input = definition as unknown as RegisterTaskDefinitionCommandInput;
        const { taskDefinition = {}, tags } = await once.send(new RegisterTaskDefinitionCommand(input));
        return toRevision(taskDefinition, tags);
      }),
    runTask: async (request) => {
      try {
        return await run(request);
      } catch (error) {
        if (!(error instanceof LiveFailure) || !error.details.maybeApplied) throw error;
        log.info('RunTask had no answer; asking again with the same client token.');
        return run(request);
      }
    },
    stopTask: (clusterArn, taskArn, reason) =>
      send({ service: 'ecs', operation: 'StopTask', changes: true }, async ({ once }) => {
        const request = new StopTaskCommand({ cluster: clusterArn, task: taskArn, reason });
        const { task = {} } = await once.send(request);
        return toTask({ taskArn, ...task }, clusterArn);
      }),
  };
}

function runInput({ clusterArn, taskDefinition, launchType, clientToken, network }: RunRequest): RunTaskCommandInput {
  const input = { cluster: clusterArn, taskDefinition, launchType, clientToken, count: 1 };
  return network ? { ...input, networkConfiguration: { awsvpcConfiguration: awsvpc(network) } } : input;
}

function awsvpc({ subnets, securityGroups, assignPublicIp }: Network) {
  const publicIp: AssignPublicIp = assignPublicIp ? 'ENABLED' : 'DISABLED';
  return {
    subnets: [...subnets],
    ...(securityGroups.length > 0 ? { securityGroups: [...securityGroups] } : {}),
    assignPublicIp: publicIp,
  };
}
