import { portNamed } from '../../model/port-names';
import { serviceExample, taskExample } from '../request-example';
import { defineRule, remove, report, suggestion } from '../rule';

const timeout = (port: string, members: string) =>
  serviceExample(`"serviceConnectConfiguration": {
  "enabled": true,
  "namespace": "internal",
  "services": [
    {
      "portName": "${port}",
      "clientAliases": [{ "port": 80 }],
      "timeout": ${members}
    }
  ]
}`);

export const rule = defineRule({
  id: 'service-connect-timeout',
  category: 'correctness',
  severity: 'error',
  title: 'A timeout for requests is set where the port speaks HTTP',
  why: 'Without an appProtocol the proxy of Service Connect passes on a stream of bytes and sees no requests in it; ECS accepts an idle timeout alone.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TimeoutConfiguration.html',
  about: 'request',
  beside: taskExample(
    '',
    ', "portMappings": [{ "name": "raw", "containerPort": 80 }, { "name": "http", "containerPort": 81, "appProtocol": "http" }]',
  ),
  bad: [
    timeout(
      'raw',
      `{ "idleTimeoutSeconds": 60, "perRequestTimeoutSeconds": 5 }
                                                                         ^`,
    ),
  ],
  fixed: [timeout('raw', '{ "idleTimeoutSeconds": 60 }')],
  good: [
    timeout('raw', '{ "idleTimeoutSeconds": 60 }'),
    timeout('raw', '{ "perRequestTimeoutSeconds": "${TIMEOUT}" }'),
    timeout('http', '{ "perRequestTimeoutSeconds": 5 }'),
    timeout('unknown-here', '{ "perRequestTimeoutSeconds": 5 }'),
  ],

  *checkRequest({ serviceConnectConfiguration: { services } }, { task }) {
    if (!task) return;
    for (const {
      portName,
      timeout: { perRequestTimeoutSeconds },
    } of services.items) {
      const mapping = portNamed(task, portName.literal)?.mapping;
      if (!mapping || mapping.appProtocol.present || !perRequestTimeoutSeconds.literal) continue;
      yield report(
        perRequestTimeoutSeconds,
        `The port '${portName.literal}' has no appProtocol, so its requests cannot be told apart. Set the appProtocol of the port mapping, or use idleTimeoutSeconds alone.`,
        {
          fix: suggestion("Remove 'perRequestTimeoutSeconds'", remove(perRequestTimeoutSeconds)),
          related: [{ place: mapping.at, message: `The port mapping '${portName.literal}'.`, elsewhere: true }],
        },
      );
    }
  },
});
