import { isEssential, nameOf } from '../../model/container';
import { proposedHealthCommand } from '../../model/proposed-health-check';
import { defineRule, report, set, suggestion } from '../rule';

const served = (container: string) => `{
  "family": "web",
  "containerDefinitions": [
    ${container}
  ]
}`;

export const rule = defineRule({
  id: 'health-check-missing',
  category: 'reliability',
  severity: 'hint',
  title: 'An essential container with ports has a health check',
  why: 'Without one ECS knows only that the process runs: a server that hangs stays in place, and containers that depend on it cannot wait until it is HEALTHY. A load balancer checks from outside, and only containers that it sends to.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/healthcheck.html',
  bad: [
    served(`{
      "name": "app",
//            ^^^^^
      "image": "nginx:1.27",
      "memory": 512,
      "portMappings": [{ "containerPort": 8080 }]
    }`),
    served(`{
      "name": "db",
//            ^^^^
      "image": "postgres:17",
      "memory": 512,
      "portMappings": [{ "containerPort": 5432 }]
    }`),
  ],
  fixed: [
    served(`{
      "name": "app",
      "image": "nginx:1.27",
      "memory": 512,
      "portMappings": [{ "containerPort": 8080 }],
      "healthCheck": {
        "command": [
          "CMD-SHELL",
          "curl -f http://127.0.0.1:8080/ || exit 1"
        ]
      }
    }`),
  ],
  good: [
    served(`{ "name": "worker", "image": "example/worker:1.2", "memory": 512 },
    { "name": "side", "image": "nginx:1.27", "memory": 64, "essential": false, "portMappings": [{ "containerPort": 81 }] },
    { "name": "other", "image": "nginx:1.27", "memory": 64, "portMappings": [{ "containerPort": 82 }], "healthCheck": "\${CHECK}" }`),
  ],

  *check(task) {
    for (const container of task.containerDefinitions.items) {
      const { at, name, healthCheck, portMappings } = container;
      if (healthCheck.present || portMappings.items.length === 0 || isEssential(container) !== true) continue;
      const command = proposedHealthCommand(task, container);
      yield report(
        name,
        `The container ${nameOf(container)} is essential and has ports, but no health check: ECS will not notice that it hangs.`,
        command && { fix: suggestion('Insert a health check', set(at, 'healthCheck', { command })) },
      );
    }
  },
});
