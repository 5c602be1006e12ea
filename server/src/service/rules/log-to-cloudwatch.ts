import type { Container } from '../model/container';
import { logRegionOf } from '../model/log-region';
import type { TaskDefinition } from '../model/task-definition';
import type { Fix } from '../problem';
import { replace, suggestion } from './rule';

/** Puts a log configuration as the ECS console writes it, in the region that the other containers log to. */
export function logToCloudWatch(task: TaskDefinition, { at }: Container['logConfiguration']): Fix {
  const configuration = {
    logDriver: 'awslogs',
    options: {
      'awslogs-group': `/ecs/${task.family.literal ?? '<family>'}`,
      'awslogs-region': logRegionOf(task) ?? '<region>',
      'awslogs-stream-prefix': 'ecs',
    },
  };
  return suggestion("Log to CloudWatch Logs with 'awslogs'", replace(at, configuration));
}
