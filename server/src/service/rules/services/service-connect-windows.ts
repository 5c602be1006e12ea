import { serviceExample, taskExample } from '../request-example';
import { defineRule, report } from '../rule';

export const rule = defineRule({
  id: 'service-connect-windows',
  category: 'compatibility',
  severity: 'error',
  title: 'Service Connect is used by Linux tasks',
  why: 'The proxy that ECS adds to each task is for Linux. ECS answers: “Unsupported operating system in task definition. Please choose Linux”.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect.html',
  about: 'request',
  beside: taskExample('\n  "runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE" },'),
  bad: [
    serviceExample(`"serviceConnectConfiguration": { "enabled": true, "namespace": "internal" }
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^`),
  ],
  good: [
    serviceExample('"serviceConnectConfiguration": { "enabled": false }'),
    serviceExample('"serviceConnectConfiguration": "${CONNECT}"'),
    '{ "serviceName": "web", "taskDefinition": "unknown-here", "serviceConnectConfiguration": { "enabled": true } }',
  ],

  *checkRequest({ serviceConnectConfiguration: { at, enabled } }, { task }) {
    if (!task?.isWindows || enabled.literal !== true) return;
    yield report(
      at,
      'The tasks run on Windows, and Service Connect is for Linux. Disable it; load balancers and service discovery work on Windows too.',
      {
        atKey: true,
        related: [
          {
            place: task.runtimePlatform.operatingSystemFamily,
            message: 'The operating system of the tasks.',
            elsewhere: true,
          },
        ],
      },
    );
  },
});
