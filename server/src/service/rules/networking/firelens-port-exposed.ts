import { nameOf } from '../../model/container';
import { isKnown } from '../../model/known';
import { defineRule, removeItem, report, suggestion } from '../rule';

/** Log routers listen here for the containers of their task. */
const routerPort = 24224;

export const rule = defineRule({
  id: 'firelens-port-exposed',
  category: 'security',
  severity: 'warning',
  title: 'The port of the log router is not mapped',
  why: 'A FireLens log router listens on port 24224 for the containers of its own task, which need no mapping for it. With a mapping anyone who reaches the port can write logs in the name of the task.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html',
  bad: [
    `{
  "family": "web",
  "networkMode": "bridge",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "logConfiguration": { "logDriver": "awsfirelens", "options": { "Name": "stdout" } }
    },
    {
      "name": "log_router",
      "image": "fluent-bit:3.1",
      "memory": 128,
      "firelensConfiguration": { "type": "fluentbit" },
      "portMappings": [{ "containerPort": 24224 }, { "containerPort": 2020 }]
//                                        ^^^^^
    }
  ]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "networkMode": "bridge",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "logConfiguration": { "logDriver": "awsfirelens", "options": { "Name": "stdout" } }
    },
    {
      "name": "log_router",
      "image": "fluent-bit:3.1",
      "memory": 128,
      "firelensConfiguration": { "type": "fluentbit" },
      "portMappings": [{ "containerPort": 2020 }]
    }
  ]
}`,
  ],
  good: [
    `{
  "family": "aggregator",
  "networkMode": "bridge",
  "containerDefinitions": [
    { "name": "fluentd", "image": "fluentd:1.17", "memory": 128, "portMappings": [{ "containerPort": 24224 }] }
  ]
}`,
    `{
  "family": "web",
  "networkMode": "bridge",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "portMappings": [{ "containerPort": 80 }],
      "logConfiguration": { "logDriver": "awsfirelens", "options": { "Name": "stdout" } }
    },
    {
      "name": "log_router",
      "image": "fluent-bit:3.1",
      "memory": 128,
      "firelensConfiguration": { "type": "fluentbit" }
    }
  ]
}`,
  ],

  *check(task) {
    const exposed = task.ports.filter(({ ports }) => ports && ports.first <= routerPort && routerPort <= ports.last);
    if (exposed.length === 0) return;
    const router = task.containerDefinitions.items.find(
      ({ firelensConfiguration }) => firelensConfiguration.present && isKnown(firelensConfiguration.at),
    );
    if (!router) return;
    for (const { container, mapping, ports } of exposed) {
      yield report(
        ports?.place ?? mapping.at,
        `The log router ${nameOf(router)} listens on port ${routerPort} for this task alone: do not map it, or others can send it logs.`,
        ports?.isRange
          ? {}
          : {
              fix: suggestion(
                `Remove the mapping of port ${routerPort}`,
                removeItem(container.portMappings, mapping.at),
              ),
            },
      );
    }
  },
});
