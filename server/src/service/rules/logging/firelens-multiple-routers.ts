import { nameOf } from '../../model/container';
import { marked } from '../example';
import { routed } from '../logging-example';
import { defineRule, remove, report, suggestion } from '../rule';

const withSecond = (router: string) =>
  routed({}).replace(
    '\n  ]\n}',
    `,
    {
      "name": "second",
      "image": "fluentd:1.17",${router}
      "memory": 64
    }
  ]
}`,
  );

export const rule = defineRule({
  id: 'firelens-multiple-routers',
  category: 'logging',
  severity: 'error',
  title: 'A task has one log router',
  why: 'All containers that log with awsfirelens send to the same router, the one that the ECS agent finds. A second one gets nothing.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html',
  bad: [withSecond(marked('      "firelensConfiguration": { "type": "fluentd" },', '"firelensConfiguration"'))],
  fixed: [withSecond('')],
  good: [routed({})],

  *check({ logRouting: { routers } }) {
    const [first, ...others] = routers;
    if (!first) return;
    for (const { firelensConfiguration } of others) {
      yield report(
        firelensConfiguration.at,
        `A task has one log router, and the container ${nameOf(first)} is it already. Remove this firelensConfiguration.`,
        {
          atKey: true,
          fix: suggestion("Remove 'firelensConfiguration'", remove(firelensConfiguration.at)),
          related: [{ place: first.firelensConfiguration.at, message: 'The first log router' }],
        },
      );
    }
  },
});
