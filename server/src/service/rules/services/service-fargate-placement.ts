import { asksFor } from '../../model/known';
import { launchTypeOf } from '../../model/request';
import { serviceExample } from '../request-example';
import { defineRule, remove, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'service-fargate-placement',
  category: 'compatibility',
  severity: 'error',
  title: 'Tasks on Fargate are not placed by constraints or strategies',
  why: 'There are no instances to choose between; Fargate spreads tasks over availability zones by itself. ECS answers: “Placement strategies are not supported with FARGATE launch type.”',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-placement.html',
  about: 'request',
  bad: [
    serviceExample(`"launchType": "FARGATE",
"placementStrategy": [{ "type": "random" }]
^^^^^^^^^^^^^^^^^^^`),
    serviceExample(`"placementConstraints": [{ "type": "distinctInstance" }],
^^^^^^^^^^^^^^^^^^^^^^
"launchType": "FARGATE"`),
  ],
  fixed: [serviceExample('"launchType": "FARGATE"'), serviceExample('"launchType": "FARGATE"')],
  good: [
    serviceExample('"launchType": "EC2", "placementStrategy": [{ "type": "random" }]'),
    serviceExample('"launchType": "FARGATE", "placementStrategy": [], "placementConstraints": []'),
    serviceExample('"launchType": "FARGATE", "placementStrategy": "${STRATEGY}"'),
    serviceExample('"placementStrategy": [{ "type": "random" }]'),
  ],

  *checkRequest(request) {
    if (launchTypeOf(request) !== 'FARGATE') return;
    for (const list of [request.placementConstraints, request.placementStrategy]) {
      if (!asksFor(list)) continue;
      const what = list === request.placementStrategy ? 'Placement strategies' : 'Placement constraints';
      yield report(
        list,
        `${what} are for your own instances: Fargate has none. Remove them, or start the tasks on EC2.`,
        {
          atKey: true,
          fix: suggestion(`Remove '${list.name}'`, remove(list)),
        },
      );
    }
  },
});
