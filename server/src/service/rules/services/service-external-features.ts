import { asksFor } from '../../model/known';
import { serviceExample } from '../request-example';
import { defineRule, remove, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'service-external-features',
  category: 'compatibility',
  severity: 'error',
  title: 'A service on External instances has no load balancer and no service discovery',
  why: 'Instances outside of AWS are not reached by its load balancers and have no addresses in its VPC.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-anywhere.html',
  about: 'request',
  bad: [
    serviceExample(`"launchType": "EXTERNAL",
"loadBalancers": [{ "containerName": "app", "containerPort": 80 }]
^^^^^^^^^^^^^^^`),
    serviceExample(`"launchType": "EXTERNAL",
"serviceRegistries": [{ "containerName": "app", "containerPort": 80 }]
^^^^^^^^^^^^^^^^^^^`),
  ],
  fixed: [serviceExample('"launchType": "EXTERNAL"'), serviceExample('"launchType": "EXTERNAL"')],
  good: [
    serviceExample('"launchType": "EXTERNAL", "loadBalancers": []'),
    serviceExample('"launchType": "EXTERNAL", "loadBalancers": "${BALANCERS}"'),
    serviceExample('"launchType": "EC2", "loadBalancers": [{ "containerName": "app", "containerPort": 80 }]'),
  ],

  *checkRequest({ launchType, loadBalancers, serviceRegistries }) {
    if (launchType.literal !== 'EXTERNAL') return;
    for (const list of [loadBalancers, serviceRegistries]) {
      if (!asksFor(list)) continue;
      const what = list === loadBalancers ? 'Load balancers of AWS' : 'Registries of service discovery';
      yield report(list, `${what} do not reach tasks on External instances. Remove '${list.name}'.`, {
        atKey: true,
        fix: suggestion(`Remove '${list.name}'`, remove(list)),
      });
    }
  },
});
