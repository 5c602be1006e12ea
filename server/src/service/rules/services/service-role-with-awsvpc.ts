import { isKnown } from '../../model/known';
import { networkModeOf } from '../../model/request';
import { isGiven } from '../../model/resources';
import { serviceExample, taskExample } from '../request-example';
import { defineRule, remove, report, suggestion } from '../rule';

const balancer = '"loadBalancers": [{ "containerName": "app", "containerPort": 80 }]';

export const rule = defineRule({
  id: 'service-role-with-awsvpc',
  category: 'iam',
  severity: 'error',
  title: 'A service has a role only to reach a load balancer outside of awsvpc mode',
  why: 'In awsvpc mode, and for everything but load balancers, ECS uses its service-linked role. It answers: “You cannot specify an IAM role for services that require a service linked role.”',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
  about: 'request',
  beside: taskExample('\n  "networkMode": "awsvpc",', ', "portMappings": [{ "containerPort": 80 }]'),
  bad: [
    serviceExample(`${balancer},
"role": "ecsServiceRole"
        ^^^^^^^^^^^^^^^^`),
    `{
  "serviceName": "other",
  "taskDefinition": "unknown-here",
  "role": "ecsServiceRole"
  //      ^^^^^^^^^^^^^^^^
}`,
  ],
  fixed: [
    serviceExample(balancer),
    `{
  "serviceName": "other",
  "taskDefinition": "unknown-here"
}`,
  ],
  good: [
    serviceExample(balancer),
    serviceExample(`"role": null, ${balancer}`),
    serviceExample('"role": "${ROLE}", "loadBalancers": "${BALANCERS}"'),
    `{ "serviceName": "web", "taskDefinition": "unknown-here", "role": "ecsServiceRole", ${balancer} }`,
  ],

  *checkRequest(request, { task, template }) {
    const { role, loadBalancers } = request;
    if (!isGiven(role, template)) return;
    const isVpc = networkModeOf(request, task) === 'awsvpc';
    if (!isVpc && (!isKnown(loadBalancers) || loadBalancers.items.length > 0)) return;
    yield report(
      role,
      isVpc
        ? "Services in awsvpc mode use the service-linked role of ECS, and cannot have another. Remove 'role'."
        : "The role is to reach a load balancer, and the service has none. Remove 'role': ECS uses its service-linked role.",
      { fix: suggestion("Remove 'role'", remove(role)) },
    );
  },
});
