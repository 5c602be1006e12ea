import { nameOf } from '../../model/container';
import { mark, routed } from '../logging-example';
import { defineRule, replace, report, suggestion } from '../rule';

const router = (essential: string) => `"essential": ${essential},
"memoryReservation": 50,
"firelensConfiguration": { "type": "fluentbit" }`;

export const rule = defineRule({
  id: 'firelens-router-essential',
  category: 'reliability',
  severity: 'hint',
  title: 'The log router is essential',
  why: 'A router that is not essential can stop while the task runs on, and nobody routes the logs from then. AWS recommends that it is essential, so that the task is replaced.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html',
  bad: [mark(routed({ router: router('false') }), 'false')],
  fixed: [routed({ router: router('true') })],
  good: [routed({}), routed({ router: router('true') }), routed({ router: router('"${ESSENTIAL}"') })],

  *check({ logRouting: { routers } }) {
    for (const router of routers) {
      const { essential } = router;
      if (essential.literal !== false) continue;
      yield report(
        essential,
        `The log router ${nameOf(router)} is not essential: once it has stopped, the task runs on without logs.`,
        { fix: suggestion('Make it essential', replace(essential, true)) },
      );
    }
  },
});
