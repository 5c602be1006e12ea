import { asksFor } from '../../model/known';
import { networkModeOf } from '../../model/request';
import { serviceExample, taskExample } from '../request-example';
import { defineRule, remove, report, suggestion } from '../rule';

const vpc = '{ "awsvpcConfiguration": { "subnets": ["subnet-0123456789abcdef0"] } }';

export const rule = defineRule({
  id: 'service-network-configuration-mode',
  category: 'networking',
  severity: 'error',
  title: 'Only tasks in awsvpc mode have a network configuration',
  why: 'In the other modes tasks use the network of their instance. ECS answers: “Network Configuration is not valid for the given networkMode of this task definition.”',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
  about: 'request',
  beside: taskExample('\n  "networkMode": "bridge",'),
  bad: [
    serviceExample(`"networkConfiguration": ${vpc},
^^^^^^^^^^^^^^^^^^^^^^
"desiredCount": 1`),
  ],
  fixed: [serviceExample('"desiredCount": 1')],
  good: [
    serviceExample('"desiredCount": 1'),
    serviceExample('"desiredCount": 1, "networkConfiguration": null'),
    serviceExample('"desiredCount": 1, "networkConfiguration": "${NETWORK}"'),
    `{ "serviceName": "web", "taskDefinition": "unknown-here", "networkConfiguration": ${vpc} }`,
  ],

  *checkRequest(request, { task }) {
    const mode = networkModeOf(request, task);
    const { networkConfiguration } = request;
    if (!task || !mode || mode === 'awsvpc' || !asksFor(networkConfiguration.at)) return;
    yield report(
      networkConfiguration.at,
      `The tasks are in ${mode} mode, in which they use the network of their instance. Remove 'networkConfiguration', or set the network mode 'awsvpc' in the task definition.`,
      {
        atKey: true,
        fix: suggestion("Remove 'networkConfiguration'", remove(networkConfiguration.at)),
        related: [
          {
            place: task.networkMode,
            message: task.networkMode.present
              ? 'The network mode of the tasks.'
              : `No network mode is set here: it is ${mode}.`,
            elsewhere: true,
          },
        ],
      },
    );
  },
});
