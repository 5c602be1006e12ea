import { isEssential } from '../../model/container';
import { isSidecar } from '../../model/sidecar';
import type { TaskDefinition } from '../../model/task-definition';
import { defineRule, report, set, suggestion } from '../rule';

const beside = (agent: string, more = '') => `{
  "family": "web",${more}
  "containerDefinitions": [
    { "name": "app", "image": "example/app:1.2", "memory": 512 },
    ${agent}
  ]
}`;

export const rule = defineRule({
  id: 'single-container-non-essential-sidecar',
  category: 'reliability',
  severity: 'hint',
  title: 'Agents beside the application say whether they are essential',
  why: 'A container is essential unless it says otherwise: when an agent for metrics or traces crashes, or is killed for its memory, ECS stops the whole task with it. Routers of logs and proxies are essential in fact.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  bad: [
    beside(`{ "name": "datadog-agent", "image": "public.ecr.aws/datadog/agent:7.60.0", "memory": 256 }
//            ^^^^^^^^^^^^^^^`),
  ],
  fixed: [
    beside(
      '{ "name": "datadog-agent", "image": "public.ecr.aws/datadog/agent:7.60.0", "memory": 256, "essential": false }',
    ),
  ],
  good: [
    beside('{ "name": "xray-daemon", "image": "amazon/aws-xray-daemon:3.x", "memory": 64, "essential": true }'),
    beside('{ "name": "xray-daemon", "image": "amazon/aws-xray-daemon:3.x", "memory": 64, "essential": "${E}" }'),
    beside(
      '{ "name": "log_router", "image": "amazon/aws-for-fluent-bit:stable", "memory": 64, "firelensConfiguration": { "type": "fluentbit" } }',
    ),
    beside(
      '{ "name": "envoy", "image": "envoyproxy/envoy:v1.31.0", "memory": 64 }',
      '\n  "networkMode": "awsvpc",\n  "proxyConfiguration": { "type": "APPMESH", "containerName": "envoy" },',
    ),
    `{
  "family": "collector",
  "containerDefinitions": [{ "name": "aws-otel-collector", "image": "amazon/aws-otel-collector:v0.41.0", "memory": 512 }]
}`,
  ],

  *check(task) {
    const { containerDefinitions } = task;
    const served = containerDefinitions.items.find((it) => !helps(it, task) && isEssential(it));
    if (!served) return;
    for (const container of containerDefinitions.items) {
      const { at, name, essential } = container;
      if (essential.present || !helps(container, task)) continue;
      yield report(
        name,
        `'${name.literal}' is essential by default: when it stops, so does the whole task. Say "essential": false if '${served.name.literal}' can do without it.`,
        {
          fix: suggestion('Make it not essential', set(at, 'essential', false)),
          related: [{ place: served.name, message: 'Stops too' }],
        },
      );
    }
  },
});

/** True for a container that others can do without: what they log through or talk through is none. */
function helps(container: TaskDefinition['containerDefinitions']['items'][number], task: TaskDefinition): boolean {
  const { at, containerName } = task.proxyConfiguration;
  const isProxy = at.node !== undefined && [undefined, container.name.literal].includes(containerName.literal);
  return (
    container.name.literal !== undefined && isSidecar(container) && !container.firelensConfiguration.present && !isProxy
  );
}
