import {
  type AssignPublicIp,
  RegisterTaskDefinitionCommand,
  type RegisterTaskDefinitionCommandInput,
  RunTaskCommand,
  type RunTaskCommandInput,
  StopTaskCommand,
} from '@aws-sdk/client-ecs';
import { LiveFailure } from '../live/failure';
import type { EcsGateway, Listing, Log, Network, RunRequest, Task } from '../live/ports';
import { toFailureRecord, toTask } from './records';
import { toRevision } from './revision-records';
import type { Send } from './send';

/** What changes something. Never sent twice, but RunTask with the same client token. */
export function changes(send: Send, log: Log): Pick<EcsGateway, 'register' | 'runTask' | 'stopTask'> {
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
