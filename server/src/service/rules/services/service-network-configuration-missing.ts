import { isStartedElsewhere, networkModeOf } from '../../model/request';
import { serviceExample, taskExample } from '../request-example';
import { defineRule, report, set, suggestion } from '../rule';

const awsvpcConfiguration = { subnets: ['<subnet>'], securityGroups: ['<security-group>'] };

export const rule = defineRule({
  id: 'service-network-configuration-missing',
  category: 'networking',
  severity: 'error',
  title: 'Tasks in awsvpc mode are given subnets',
  why: "Every task in awsvpc mode gets a network interface of its own, and ECS has to know in which subnets. It answers: “Network Configuration must be provided when networkMode 'awsvpc' is specified.”",
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking-awsvpc.html',
  about: 'request',
  beside: taskExample('\n  "networkMode": "awsvpc",'),
  bad: [
    `  { "serviceName": "web", "taskDefinition": "web" }
//^`,
    serviceExample(`"networkConfiguration": {}
^^^^^^^^^^^^^^^^^^^^^^`),
  ],
  fixed: [
    '  { "serviceName": "web", "taskDefinition": "web", "networkConfiguration": { "awsvpcConfiguration": { "subnets": ["<subnet>"], "securityGroups": ["<security-group>"] } } }',
    serviceExample(
      '"networkConfiguration": { "awsvpcConfiguration": { "subnets": ["<subnet>"], "securityGroups": ["<security-group>"] } }',
    ),
  ],
  good: [
    serviceExample('"networkConfiguration": { "awsvpcConfiguration": { "subnets": ["subnet-0123456789abcdef0"] } }'),
    serviceExample('"networkConfiguration": "${NETWORK}"'),
    serviceExample('"deploymentController": { "type": "EXTERNAL" }'),
    '{ "serviceName": "web", "taskDefinition": "unknown-here", "launchType": "FARGATE" }',
  ],

  *checkRequest(request, { task, action }) {
    // An update keeps what it does not name.
    if (!task || action === 'UpdateService' || isStartedElsewhere(request)) return;
    if (networkModeOf(request, task) !== 'awsvpc') return;
    const { networkConfiguration, at } = request;
    const lacks = networkConfiguration.present ? networkConfiguration.awsvpcConfiguration : networkConfiguration;
    if (lacks.present) return;
    const edit = networkConfiguration.present
      ? set(networkConfiguration.at, 'awsvpcConfiguration', awsvpcConfiguration)
      : set(at, 'networkConfiguration', { awsvpcConfiguration });
    yield report(
      lacks.at,
      "The tasks are in awsvpc mode: name their subnets and security groups in 'networkConfiguration.awsvpcConfiguration'.",
      {
        fix: suggestion("Insert 'awsvpcConfiguration'", edit),
        ...(task.networkMode.present && {
          related: [{ place: task.networkMode, message: 'The network mode of the tasks.', elsewhere: true }],
        }),
      },
    );
  },
});
