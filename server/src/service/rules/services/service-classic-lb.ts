import { asksFor } from '../../model/known';
import { networkModeOf } from '../../model/request';
import { isGiven } from '../../model/resources';
import { serviceExample, taskExample } from '../request-example';
import { defineRule, report } from '../rule';

const behind = (members: string, launchType = 'EC2') =>
  serviceExample(`"launchType": "${launchType}",
"loadBalancers": [
  {
    "containerName": "app",
    "containerPort": 80,
    ${members}
  }
]`);
const classic = `"loadBalancerName": "classic"
                        ^^^^^^^^^`;
const targets =
  '"targetGroupArn": "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/web/0123456789abcdef"';

export const rule = defineRule({
  id: 'service-classic-lb',
  category: 'compatibility',
  severity: 'error',
  title: 'A Classic Load Balancer is before tasks on EC2 that share the network of their instance',
  why: 'A Classic Load Balancer knows instances only: not the addresses of tasks in awsvpc mode, so not on Fargate, and not the health of a container. A load balancer has either a name, if it is a Classic one, or a target group. ECS answers: “Classic Load Balancers are not supported with Fargate”.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html',
  about: 'request',
  beside: taskExample(
    '',
    ', "portMappings": [{ "containerPort": 80 }], "healthCheck": { "command": ["CMD-SHELL", "exit 0"] }',
  ),
  bad: [
    behind(classic, 'FARGATE'),
    behind(`${targets},
    ${classic}`),
    behind(classic),
  ],
  good: [
    behind(targets),
    behind('"loadBalancerName": "${BALANCER}"', 'FARGATE'),
    behind(`"loadBalancerName": null, ${targets}`, 'FARGATE'),
    `{ "serviceName": "web", "taskDefinition": "unknown-here", "loadBalancers": [{ "loadBalancerName": "classic", "containerName": "app", "containerPort": 80 }] }`,
  ],

  *checkRequest(request, { task, template }) {
    const mode = networkModeOf(request, task);
    const checked = task?.containerDefinitions.items.find(({ healthCheck }) => asksFor(healthCheck.at));
    for (const { loadBalancerName, targetGroupArn } of request.loadBalancers.items) {
      if (!isGiven(loadBalancerName, template)) continue;
      const instead = 'Use the target group of an Application or a Network Load Balancer.';
      if (isGiven(targetGroupArn, template))
        yield report(
          loadBalancerName,
          "A load balancer is named by its target group or, if it is a Classic one, by its name. Remove 'loadBalancerName' or 'targetGroupArn'.",
          { related: [{ place: targetGroupArn, message: 'The target group.' }] },
        );
      else if (mode === 'awsvpc')
        yield report(
          loadBalancerName,
          `A Classic Load Balancer cannot reach tasks in awsvpc mode, so none on Fargate. ${instead}`,
        );
      else if (checked)
        yield report(
          loadBalancerName,
          `A service behind a Classic Load Balancer cannot have container health checks. ${instead}`,
          { related: [{ place: checked.healthCheck.at, message: 'A container health check.', elsewhere: true }] },
        );
    }
  },
});
