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
import type { Answered, EcsGateway, Log } from '../live/ports';
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

/** Sends, and answers what came of it with what the SDK knows of the call. */
type Work<T> = (once: Clients['once']) => Promise<readonly [T, { readonly requestId?: string | undefined }]>;

/** What changes something. Never sent twice, but for calls with a client token, with the same one. */
export function changes(send: Send, log: Log): Changes {
  const change = <T extends object>(operation: string, work: Work<T>): Promise<Answered<T>> =>
    send({ service: 'ecs', operation, changes: true }, async ({ once }) => {
      const [answer, { requestId }] = await work(once);
      return requestId === undefined ? answer : { ...answer, requestId };
    });
  const withToken = async <T extends object>(operation: string, work: Work<T>): Promise<Answered<T>> => {
    try {
      return await change(operation, work);
    } catch (error) {
      if (!(error instanceof LiveFailure) || !error.details.maybeApplied) throw error;
      log.info(`${operation} had no answer; asking again with the same client token.`);
      return change(operation, work).catch(stillMaybe);
    }
  };
  return {
    // The SDK leaves out what it does not know; rules and schemas have checked the rest.
    register: (definition) =>
      change('RegisterTaskDefinition', async (once) => {
        const input = definition as unknown as RegisterTaskDefinitionCommandInput;
        const { taskDefinition = {}, tags, $metadata } = await once.send(new RegisterTaskDefinitionCommand(input));
        return [toRevision(taskDefinition, tags), $metadata];
      }),
    deregister: (arn) =>
      change('DeregisterTaskDefinition', async (once) => {
        const request = new DeregisterTaskDefinitionCommand({ taskDefinition: arn });
        const { taskDefinition = {}, $metadata } = await once.send(request);
        return [toRevision({ taskDefinitionArn: arn, ...taskDefinition }, undefined), $metadata];
      }),
    runTask: (input) =>
      withToken('RunTask', async (once) => {
        const request = new RunTaskCommand(input as RunTaskCommandInput);
        const { tasks = [], failures = [], $metadata } = await once.send(request);
        const items = tasks.map((it) => toTask(it, input.cluster));
        return [{ items, failures: failures.map(toFailureRecord) }, $metadata];
      }),
    stopTask: (input) =>
      change('StopTask', async (once) => {
        const { task = {}, $metadata } = await once.send(new StopTaskCommand(input));
        return [toTask({ taskArn: input.task, ...task }, input.cluster), $metadata];
      }),
    createService: (input) =>
      withToken('CreateService', async (once) => {
        const request = new CreateServiceCommand(input as CreateServiceCommandInput);
        const { service = {}, $metadata } = await once.send(request);
        return [toServiceDetails({ serviceName: input.serviceName, ...service }, input.cluster), $metadata];
      }),
    updateService: (input) =>
      change('UpdateService', async (once) => {
        const request = new UpdateServiceCommand(input as UpdateServiceCommandInput);
        const { service = {}, $metadata } = await once.send(request);
        return [toServiceDetails({ serviceName: input.service, ...service }, input.cluster), $metadata];
      }),
    stopServiceDeployment: (input) =>
      change('StopServiceDeployment', async (once) => {
        const { $metadata } = await once.send(new StopServiceDeploymentCommand(input));
        return [{}, $metadata];
      }),
    continueServiceDeployment: (input) =>
      change('ContinueServiceDeployment', async (once) => {
        const { $metadata } = await once.send(new ContinueServiceDeploymentCommand(input));
        return [{}, $metadata];
      }),
  };
}

// That the repeated call was refused says nothing of the first one.
function stillMaybe(error: unknown): never {
  if (!(error instanceof LiveFailure)) throw error;
  const { kind, sentence, action, details } = error;
  throw new LiveFailure(kind, sentence, action, { ...details, maybeApplied: true });
}
