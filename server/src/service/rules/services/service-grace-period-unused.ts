import { asksFor, isKnown } from '../../model/known';
import { isStartedElsewhere } from '../../model/request';
import { serviceExample, taskExample } from '../request-example';
import { defineRule, fix, remove, report } from '../rule';

export const rule = defineRule({
  id: 'service-grace-period-unused',
  category: 'style',
  severity: 'information',
  title: 'A grace period is set where health is checked',
  why: 'During the grace period ECS ignores failed health checks of load balancers, VPC Lattice and containers. Without any it does nothing.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
  about: 'request',
  beside: taskExample(),
  bad: [
    serviceExample(`"desiredCount": 2,
"healthCheckGracePeriodSeconds": 60
                                 ^^`),
  ],
  fixed: [serviceExample('"desiredCount": 2')],
  good: [
    serviceExample('"healthCheckGracePeriodSeconds": 0'),
    serviceExample('"healthCheckGracePeriodSeconds": "${GRACE}"'),
    serviceExample(
      '"healthCheckGracePeriodSeconds": 60, "loadBalancers": [{ "containerName": "app", "containerPort": 80 }]',
    ),
    serviceExample('"healthCheckGracePeriodSeconds": 60, "loadBalancers": "${BALANCERS}"'),
    '{ "serviceName": "web", "taskDefinition": "unknown-here", "healthCheckGracePeriodSeconds": 60 }',
  ],

  *checkRequest(request, { task, action }) {
    const { healthCheckGracePeriodSeconds, loadBalancers, vpcLatticeConfigurations } = request;
    // What an update does not name is perhaps there already.
    if (!task || action === 'UpdateService' || isStartedElsewhere(request)) return;
    if (!healthCheckGracePeriodSeconds.literal || !isKnown(task.containerDefinitions)) return;
    const isChecked = task.containerDefinitions.items.some(
      ({ at, healthCheck }) => at.node?.type !== 'object' || !isKnown(healthCheck.at) || asksFor(healthCheck.at),
    );
    if (isChecked || [loadBalancers, vpcLatticeConfigurations].some((list) => !isKnown(list) || asksFor(list))) return;
    yield report(
      healthCheckGracePeriodSeconds,
      'Nothing checks the health of these tasks: no load balancer, no VPC Lattice, no container health check. The grace period does nothing; remove it, or add a check.',
      { fix: fix("Remove 'healthCheckGracePeriodSeconds'", remove(healthCheckGracePeriodSeconds)) },
    );
  },
});
