import { logOptionsOf } from '../../data/log-options';
import type { Container } from '../../model/container';
import { isKnown } from '../../model/known';
import { hasOption } from '../../model/option-names';
import type { Fix } from '../../problem';
import { awslogsOptions } from '../log-to-cloudwatch';
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
          "awslogs-group": "/ecs/web",
          "awslogs-create-group": "true"
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
          "awslogs-stream-prefix": "ecs",
          "awslogs-create-group": "true",
          "mode": "non-blocking",
          "max-buffer-size": "25m"
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

  *check(task, context) {
    for (const { logConfiguration } of task.containerDefinitions.items) {
      const { logDriver, options } = logConfiguration;
      if (logDriver.literal !== 'awslogs' || !isKnown(options)) continue;
      const missing = ['awslogs-group', 'awslogs-region'].filter((name) => !hasOption(options, name, known));
      if (missing.length === 0) continue;
      const names = missing.join(' and ');
      yield report(
        options.present ? options : logDriver,
        `The awslogs driver needs ${names}: without ${missing.length > 1 ? 'them' : 'it'} ECS refuses the definition.`,
        { fix: insert(`Add ${names}`, logConfiguration, missing, awslogsOptions(task, context)) },
      );
    }
  },
});

const known = logOptionsOf('awslogs').options;

function insert(
  title: string,
  { at, options }: Container['logConfiguration'],
  missing: readonly string[],
  all: Readonly<Record<string, Json>>,
): Fix {
  if (options.keys.length === 0)
    return suggestion(title, options.present ? replace(options, all) : set(at, 'options', all));
  // A group of our naming does not exist yet.
  const names = missing.includes('awslogs-group') ? [...missing, 'awslogs-create-group'] : missing;
  return suggestion(
    title,
    ...names.flatMap((name) => (hasOption(options, name, known) ? [] : [set(options, name, all[name] ?? '')])),
  );
}
