import {
  ContinueServiceDeploymentCommand,
  CreateServiceCommand,
  type CreateServiceCommandInput,
  DeregisterTaskDefinitionCommand,
  RegisterTaskDefinitionCommand,
  type RegisterTaskDefinitionCommandInput,
  RunTaskCommand,
  type RunTaskCommandInput,
  StopServiceDeploymentCommand,
  StopTaskCommand,
  UpdateServiceCommand,
  type UpdateServiceCommandInput,
} from '@aws-sdk/client-ecs';
import { LiveFailure } from '../live/failure';
import type { EcsGateway, Log } from '../live/ports';
import type { Clients } from './clients';
import { toFailureRecord, toTask } from './records';
import { toRevision } from './revision-records';
import type { Send } from './send';
import { toServiceDetails } from './service-records';

type Changes = Pick<
  EcsGateway,
  | 'register'
  | 'deregister'
  | 'runTask'
  | 'stopTask'
  | 'createService'
  | 'updateService'
  | 'stopServiceDeployment'
  | 'continueServiceDeployment'
>;

/** What changes something. Never sent twice, but for calls with a client token, with the same one. */
export function changes(send: Send, log: Log): Changes {
  const change = <T>(operation: string, work: (once: Clients['once']) => Promise<T>): Promise<T> =>
    send({ service: 'ecs', operation, changes: true }, ({ once }) => work(once));
  const withToken = async <T>(operation: string, work: (once: Clients['once']) => Promise<T>): Promise<T> => {
    try {
      return await change(operation, work);
    } catch (error) {
      if (!(error instanceof LiveFailure) || !error.details.maybeApplied) throw error;
      log.info(`${operation} had no answer; asking again with the same client token.`);
      return change(operation, work);
    }
  };
  return {
    // The SDK leaves out what it does not know; rules and schemas have checked the rest.
    register: (definition) =>
      change('RegisterTaskDefinition', async (once) => {
        const input = definition as unknown as RegisterTaskDefinitionCommandInput;
        const { taskDefinition = {}, tags } = await once.send(new RegisterTaskDefinitionCommand(input));
        return toRevision(taskDefinition, tags);
      }),
    deregister: (arn) =>
      change('DeregisterTaskDefinition', async (once) => {
        const request = new DeregisterTaskDefinitionCommand({ taskDefinition: arn });
        const { taskDefinition = {} } = await once.send(request);
        return toRevision({ taskDefinitionArn: arn, ...taskDefinition }, undefined);
      }),
    runTask: (input) =>
      withToken('RunTask', async (once) => {
        const request = new RunTaskCommand(input as RunTaskCommandInput);
        const { tasks = [], failures = [] } = await once.send(request);
        return { items: tasks.map((it) => toTask(it, input.cluster)), failures: failures.map(toFailureRecord) };
      }),
    stopTask: (input) =>
      change('StopTask', async (once) => {
        const { task = {} } = await once.send(new StopTaskCommand(input));
        return toTask({ taskArn: input.task, ...task }, input.cluster);
      }),
    createService: (input) =>
      withToken('CreateService', async (once) => {
        const request = new CreateServiceCommand(input as CreateServiceCommandInput);
        const { service = {} } = await once.send(request);
        return toServiceDetails({ serviceName: input.serviceName, ...service }, input.cluster);
      }),
    updateService: (input) =>
      change('UpdateService', async (once) => {
        const request = new UpdateServiceCommand(input as UpdateServiceCommandInput);
        const { service = {} } = await once.send(request);
        return toServiceDetails({ serviceName: input.service, ...service }, input.cluster);
      }),
    stopServiceDeployment: (input) =>
      change('StopServiceDeployment', async (once) => {
        await once.send(new StopServiceDeploymentCommand(input));
      }),
    continueServiceDeployment: (input) =>
      change('ContinueServiceDeployment', async (once) => {
        await once.send(new ContinueServiceDeploymentCommand(input));
      }),
  };
}
