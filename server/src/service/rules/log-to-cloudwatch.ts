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
  const configuration = { logDriver: 'awslogs', options: cloudWatchOptions(task, context) };
  return suggestion(
    "Log to CloudWatch Logs with 'awslogs'",
    at.node ? replace(at, configuration) : set(at, at.name, configuration),
  );
}

/** All options of `awslogs` that a container should have. */
export function cloudWatchOptions(
  task: TaskDefinition,
  { shape }: Pick<Context, 'shape'>,
): { readonly [name: string]: Json } {
  return {
    'awslogs-group': `/ecs/${task.family.literal ?? '<family>'}`,
    'awslogs-region': task.logRegion ?? (shape === 'cloudformation' ? { Ref: 'AWS::Region' } : '<region>'),
    'awslogs-stream-prefix': 'ecs',
    'awslogs-create-group': 'true',
    mode: 'non-blocking',
    'max-buffer-size': '25m',
  };
}
