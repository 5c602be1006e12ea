import type { Container } from '../../model/container';
import { isKnown } from '../../model/known';
import { logRegionOf } from '../../model/log-region';
import type { Fix } from '../../problem';
import { defineRule, replace, report, set, suggestion } from '../rule';

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
    const values = {
      'awslogs-group': `/ecs/${task.family.literal ?? '<family>'}`,
      'awslogs-region': logRegionOf(task) ?? '<region>',
    };
    for (const { logConfiguration } of task.containerDefinitions.items) {
      const { logDriver, options } = logConfiguration;
      if (logDriver.literal !== 'awslogs' || !isKnown(options)) continue;
      const missing = Object.entries(values).filter(([name]) => {
        const option = options.get(name);
        return !option.present || option.literal === '';
      });
      if (missing.length === 0) continue;
      const names = missing.map(([name]) => name).join(' and ');
      yield report(
        options.present ? options : logDriver,
        `The awslogs driver needs ${names}: without ${missing.length > 1 ? 'them' : 'it'} ECS refuses the definition.`,
        { fix: insert(`Add ${names}`, logConfiguration, missing) },
      );
    }
  },
});

function insert(
  title: string,
  { at, options }: Container['logConfiguration'],
  missing: readonly (readonly [name: string, value: string])[],
): Fix {
  if (options.keys.length > 0) return suggestion(title, ...missing.map(([name, value]) => set(options, name, value)));
  const all = { ...Object.fromEntries(missing), 'awslogs-stream-prefix': 'ecs' };
  return suggestion(title, options.present ? replace(options, all) : set(at, 'options', all));
}
