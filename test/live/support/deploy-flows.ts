import type { Outcome } from '../../../client/src/live/deploy/input';
import type { Target } from '../../../client/src/live/deploy/target';
import { LiveFailure } from '../../../client/src/live/failure';
import type { EcsGateway } from '../../../client/src/live/ports';
import { type DeployStage, runTarget, serviceTarget } from './deploy-stage';
import { web } from './stage';

/** `web`, changed: the next revision. */
export const file = { ...web, cpu: '512', memory: '1024' };
export const serviceFile = {
  desiredCount: 1,
  launchType: 'FARGATE',
  networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-0a1b2c3d4e5f60001'] } },
};

/** A way to deploy, and the calls it makes. */
export interface Flow {
  readonly name: string;
  readonly target: Target;
  readonly steps: readonly Step[];
  readonly hasService: boolean;
}

export type Step = keyof typeof calls;

/** The methods of the gateway behind the steps, and what the progress says as they begin. */
export const calls = {
  GetCallerIdentity: { method: 'identity' },
  DescribeClusters: { method: 'describeClusters' },
  DescribeServices: { method: 'serviceDetails' },
  DescribeTaskDefinition: { method: 'newestRevision' },
  RegisterTaskDefinition: { method: 'register', says: 'Registering' },
  UpdateService: { method: 'updateService', says: 'Updating' },
  CreateService: { method: 'createService', says: 'Creating' },
  RunTask: { method: 'runTask', says: 'Starting' },
} as const;

export const flows: readonly Flow[] = [
  {
    name: 'update',
    target: serviceTarget,
    hasService: true,
    steps: [
      'GetCallerIdentity',
      'DescribeClusters',
      'DescribeServices',
      'DescribeTaskDefinition',
      'RegisterTaskDefinition',
      'UpdateService',
    ],
  },
  { name: 'create', target: serviceTarget, hasService: false, steps: ['RegisterTaskDefinition', 'CreateService'] },
  { name: 'run', target: runTarget, hasService: true, steps: ['RegisterTaskDefinition', 'RunTask'] },
];

/** The gateway of a window that is closed while a call is under way: its answer is never seen. */
export function lost(gateway: EcsGateway, method: keyof EcsGateway, arrives: boolean, closed: () => void): EcsGateway {
  const call = gateway[method] as (...args: readonly unknown[]) => Promise<unknown>;
  const never = async (...args: readonly unknown[]): Promise<unknown> => {
    if (arrives) await call(...args);
    closed();
    return new Promise(() => undefined);
  };
  return { ...gateway, [method]: never };
}

/** The kind of an outcome or failure, with `?` where nobody can tell. */
export async function settled(outcome: Promise<Outcome>): Promise<string> {
  try {
    return (await outcome).kind;
  } catch (error) {
    if (error instanceof LiveFailure) return error.details.maybeApplied ? `${error.kind}?` : error.kind;
    throw error;
  }
}

/** Deployments or runs so far. */
export function begun({ ecs }: DeployStage, { target }: Flow): number {
  return target.kind === 'run' ? ecs.taskSets() : ecs.deployments('shop', 'web').length;
}
