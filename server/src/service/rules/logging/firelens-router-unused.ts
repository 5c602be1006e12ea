import { nameOf } from '../../model/container';
import { isKnown } from '../../model/known';
import { mark, routed } from '../logging-example';
import { defineRule, remove, report, suggestion } from '../rule';

const app = '"logConfiguration": { "logDriver": "json-file" }';
const router = '"essential": true,\n"memoryReservation": 50';

export const rule = defineRule({
  id: 'firelens-router-unused',
  category: 'logging',
  severity: 'error',
  title: 'A log router has logs to route',
  why: 'A container with a firelensConfiguration routes the logs of those that log with awsfirelens. ECS refuses a definition that has the one without the other. It answers: “When a firelensConfiguration object is specified, at least one container has to be configured with the awsfirelens log driver.”',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html',
  bad: [
    mark(
      routed({ app, router: `${router},\n"firelensConfiguration": { "type": "fluentbit" }` }),
      '"firelensConfiguration"',
    ),
  ],
  fixed: [routed({ app, router })],
  good: [
    routed({}),
    routed({ app: '"logConfiguration": { "logDriver": "${DRIVER}" }' }),
    routed({ app: '"logConfiguration": "${LOGGING}"' }),
    routed({ app, router }),
  ],

  *check({ logRouting: { routers, routed }, containerDefinitions }) {
    if (routers.length === 0 || routed.length > 0) return;
    const mayRoute = containerDefinitions.items.some(
      ({ at, logConfiguration }) =>
        at.node?.type !== 'object' ||
        !isKnown(logConfiguration.at) ||
        (logConfiguration.logDriver.present && logConfiguration.logDriver.literal === undefined),
    );
    if (mayRoute) return;
    for (const router of routers) {
      const { at } = router.firelensConfiguration;
      yield report(
        at,
        `No container logs with awsfirelens, so that the log router ${nameOf(router)} has nothing to route. Remove firelensConfiguration, or let a container log with awsfirelens.`,
        { atKey: true, fix: suggestion("Remove 'firelensConfiguration'", remove(at)) },
      );
    }
  },
});
