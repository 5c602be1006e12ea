import type { Container } from '../../model/container';
import { defineRule, type Report, remove, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'secret-env-name-collision',
  category: 'correctness',
  severity: 'error',
  title: 'A secret has a name of its own',
  why: 'A secret becomes an environment variable, so its name must not be that of another secret or of an entry in environment. ECS refuses the definition.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html',
  bad: [
    `{
  "family": "web",
  "executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "environment": [
        {
          "name": "PORT",
          "value": "8080"
        },
        {
          "name": "DB_HOST",
          "value": "db.example.com"
        }
      ],
      "secrets": [{ "name": "DB_HOST", "valueFrom": "/app/db-host" }]
//                          ^^^^^^^^^
    }
  ]
}`,
    `{
  "family": "web",
  "executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "secrets": [
        { "name": "DB_HOST", "valueFrom": "/app/db-host" },
        { "name": "DB_HOST", "valueFrom": "/web/db-host" }
//                ^^^^^^^^^
      ]
    }
  ]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "environment": [
        {
          "name": "PORT",
          "value": "8080"
        }
      ],
      "secrets": [{ "name": "DB_HOST", "valueFrom": "/app/db-host" }]
    }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "environment": [{ "name": "DB_HOST", "value": "db.example.com" }],
      "secrets": [{ "name": "DB_TOKEN", "valueFrom": "/app/db-token" }]
    }
  ]
}`,
  ],

  *check(task) {
    for (const container of task.containerDefinitions.items) yield* inContainer(container);
  },
});

function* inContainer({ environment, secrets }: Container): Iterable<Report> {
  const variables = new Map(environment.items.map((variable) => [variable.name.literal, variable]));
  const earlier = new Map<string, (typeof secrets.items)[number]>();
  for (const secret of secrets.items) {
    const name = secret.name.literal;
    if (name === undefined) continue;
    const variable = variables.get(name);
    const twin = earlier.get(name);
    if (variable)
      yield report(secret.name, `'${name}' is also set in environment. Keep the secret or the variable, not both.`, {
        fix: suggestion(
          `Remove '${name}' from environment`,
          remove(environment.items.length > 1 ? variable.at : environment),
        ),
        related: [{ place: variable.name, message: 'Set in environment here' }],
      });
    else if (twin)
      yield report(secret.name, `Another secret is already named '${name}'. Remove one of them or rename it.`, {
        related: [{ place: twin.name, message: 'The first secret of this name' }],
      });
    earlier.set(name, twin ?? secret);
  }
}
