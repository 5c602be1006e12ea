import type { TaskDefinition } from '../../model/task-definition';
import { safe } from '../complete-proposals';
import { network, rollingUpdate, spreadThenPack, targetGroup } from './request-parts';
import { type SketchObject, stop } from './sketch';

/** A request to begin with. */
export interface WholeRequest {
  readonly label: string;
  readonly detail: string;
  readonly schema: 'service' | 'run-task';
  /** For a task definition, if one is known. */
  make(task: TaskDefinition | undefined): SketchObject;
}

/**
 * Services and runs that ECS accepts once their ids are filled in.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html
 */
export const wholeRequests: readonly WholeRequest[] = [
  {
    label: 'Fargate service behind an Application Load Balancer',
    detail: 'two tasks in private subnets, rolled back when a deployment fails',
    schema: 'service',
    make: (task) => ({
      ...service(task, 2),
      launchType: 'FARGATE',
      networkConfiguration: network(4),
      loadBalancers: [targetGroup(7, task)],
      healthCheckGracePeriodSeconds: 60,
      deploymentConfiguration: rollingUpdate,
      ...tagging,
    }),
  },
  {
    label: 'Fargate worker service',
    detail: 'takes its work from elsewhere: no load balancer',
    schema: 'service',
    make: (task) => ({
      ...service(task, 1),
      launchType: 'FARGATE',
      networkConfiguration: network(4),
      deploymentConfiguration: rollingUpdate,
      ...tagging,
    }),
  },
  {
    label: 'EC2 service',
    detail: 'spread over zones, then packed on few instances, behind an Application Load Balancer',
    schema: 'service',
    make: (task) => ({
      ...service(task, 2),
      launchType: 'EC2',
      ...(task?.effectiveNetworkMode === 'awsvpc' && { networkConfiguration: network(4) }),
      placementStrategy: spreadThenPack,
      loadBalancers: [targetGroup(7, task)],
      healthCheckGracePeriodSeconds: 60,
      deploymentConfiguration: rollingUpdate,
      ...tagging,
    }),
  },
  {
    label: 'Scheduled or batch run on Fargate',
    detail: 'one task that runs to its end',
    schema: 'run-task',
    make: (task) => ({
      ...run(task),
      startedBy: '${7:nightly}',
      propagateTags: 'TASK_DEFINITION',
    }),
  },
  {
    label: 'One command on Fargate',
    detail: 'the image of the service with another command, e.g. a migration',
    schema: 'run-task',
    make: (task) => ({
      ...run(task),
      overrides: {
        containerOverrides: [
          { name: `\${7:${safe(task?.containerDefinitions.items[0]?.name.literal)}}`, command: ['${8:run-migration}'] },
        ],
      },
      startedBy: '${9:migration}',
    }),
  },
];

const tagging: SketchObject = { enableECSManagedTags: true, propagateTags: 'SERVICE' };

/** Three stops. */
function service(task: TaskDefinition | undefined, desiredCount: number): SketchObject {
  const family = safe(task?.family.literal);
  return {
    serviceName: `\${1:${family}}`,
    cluster: '${2:default}',
    taskDefinition: `\${3:${family}}`,
    desiredCount,
  };
}

/** Up to the sixth stop. */
function run(task: TaskDefinition | undefined): SketchObject {
  return {
    cluster: '${1:default}',
    taskDefinition: `\${2:${safe(task?.family.literal)}}`,
    count: stop(3, 1),
    launchType: 'FARGATE',
    networkConfiguration: network(4),
  };
}
