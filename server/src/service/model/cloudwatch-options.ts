import type { Json } from '../syntax/edit';
import type { TaskDefinition } from './task-definition';

/**
 * The options of `awslogs` as the ECS console writes them. `prefix` begins the names of log streams.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-log-config.html
 */
export function cloudWatchOptions({ family }: TaskDefinition, region: Json, prefix: string) {
  return {
    'awslogs-group': `/ecs/${family.literal ?? '<family>'}`,
    'awslogs-region': region,
    'awslogs-stream-prefix': prefix,
    'awslogs-create-group': 'true',
    mode: 'non-blocking',
    'max-buffer-size': '25m',
  };
}
