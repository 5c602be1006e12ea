import { cloudWatchOptions } from '../model/cloudwatch-options';
import type { Container } from '../model/container';
import type { TaskDefinition } from '../model/task-definition';
import type { Fix } from '../problem';
import { type Context, type Json, replace, set, suggestion } from './rule';

/** Puts a log configuration as the ECS console writes it, in the region that the other containers log to. */
export function logToCloudWatch(
  task: TaskDefinition,
  { at }: Container['logConfiguration'],
  context: Pick<Context, 'shape'>,
): Fix {
  const configuration = { logDriver: 'awslogs', options: awslogsOptions(task, context) };
  return suggestion(
    "Log to CloudWatch Logs with 'awslogs'",
    at.node ? replace(at, configuration) : set(at, at.name, configuration),
  );
}

/** All options that `awslogs` should have. */
export function awslogsOptions(
  task: TaskDefinition,
  { shape }: Pick<Context, 'shape'>,
): { readonly [name: string]: Json } {
  const region = task.logRegion ?? (shape === 'cloudformation' ? { Ref: 'AWS::Region' } : '<region>');
  return cloudWatchOptions(task, region, 'ecs');
}
