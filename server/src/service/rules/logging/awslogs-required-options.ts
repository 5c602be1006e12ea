import type { Container } from '../../model/container';
import { isKnown } from '../../model/known';
import type { TaskDefinition } from '../../model/task-definition';
import type { Fix } from '../../problem';
import { defineRule, type Json, replace, report, set, suggestion } from '../rule';

export const rule = defineRule({
  id: 'awslogs-required-options',
  category: 'logging',
  severity: 'error',
  title: 'The awslogs driver knows its log group and region',
  why: 'The driver sends to one CloudWatch log group in one region, and has a default for neither. ECS refuses the definition without them.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html',
  bad: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": {
//      ^^^^^^^^^
          "awslogs-region": "us-east-1",
          "awslogs-stream-prefix": "ecs"
        }
      }
    }
  ]
}`,
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "logConfiguration": {
        "logDriver": "awslogs"
//                   ^^^^^^^^^
      }
    }
  ]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": {
          "awslogs-region": "us-east-1",
          "awslogs-stream-prefix": "ecs",
          "awslogs-group": "/ecs/web"
        }
      }
    }
  ]
}`,
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": {
          "awslogs-group": "/ecs/web",
          "awslogs-region": "<region>",
          "awslogs-stream-prefix": "ecs"
        }
      }
    }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": { "awslogs-group": "/ecs/web", "awslogs-region": "\${region}", "awslogs-stream-prefix": "ecs" }
      }
    }
  ]
}`,
  ],

  *check(task) {
    for (const { logConfiguration } of task.containerDefinitions.items) {
      const { logDriver, options } = logConfiguration;
      if (logDriver.literal !== 'awslogs' || !isKnown(options)) continue;
      const missing = ['awslogs-group', 'awslogs-region'].filter((name) => {
        const option = options.get(name);
        return !option.present || option.literal === '';
      });
      if (missing.length === 0) continue;
      const insert = fixOf(task, logConfiguration, missing);
      yield report(
        options.present ? options : logDriver,
        `The awslogs driver needs ${missing.join(' and ')}: without ${missing.length > 1 ? 'them' : 'it'} ECS refuses the definition.`,
        insert && { fix: insert },
      );
    }
  },
});

function fixOf(
  task: TaskDefinition,
  { at, options }: Container['logConfiguration'],
  missing: readonly string[],
): Fix | undefined {
  const values: Record<string, Json> = {
    'awslogs-group': `/ecs/${task.family.literal ?? '<family>'}`,
    'awslogs-region': regionOf(task) ?? '<region>',
  };
  const title = `Add ${missing.join(' and ')}`;
  const [only, ...others] = missing;
  if (options.keys.length === 0) {
    const all = { ...values, 'awslogs-stream-prefix': 'ecs' };
    return suggestion(title, options.present ? replace(options, all) : set(at, 'options', all));
  }
  const value = only === undefined ? undefined : values[only];
  if (only !== undefined && value !== undefined && others.length === 0)
    return suggestion(title, set(options, only, value));
  const stated = options.keys.map((key) => [key, options.get(key).literal] as const);
  const known = stated.flatMap(([key, literal]) => (literal === undefined ? [] : [[key, literal] as const]));
  if (known.length < stated.length) return undefined;
  return suggestion(title, replace(options, { ...Object.fromEntries(known), ...values }));
}

/** The region that another container of the task logs to. */
function regionOf({ containerDefinitions }: TaskDefinition): string | undefined {
  return containerDefinitions.items
    .map(({ logConfiguration }) => logConfiguration.options.get('awslogs-region').literal)
    .find(Boolean);
}
