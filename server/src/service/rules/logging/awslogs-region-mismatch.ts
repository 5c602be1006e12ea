import { namedRegions } from '../../model/named-regions';
import { partitionOf } from '../../model/resource-names';
import { example } from '../example';
import { awslogs, executionRole, logging, mark } from '../logging-example';
import { defineRule, replace, report, suggestion } from '../rule';

const secret = (region: string) =>
  `\n      "secrets": [{ "name": "TOKEN", "valueFrom": "arn:aws:ssm:${region}:111122223333:parameter/token" }],`;

export const rule = defineRule({
  id: 'awslogs-region-mismatch',
  category: 'logging',
  severity: 'warning',
  title: 'Logs go to the region of the task',
  why: 'Log groups belong to a region. In another one than that of the task’s own images and secrets the group is mostly missing, and the container does not start. Logs that are collected in one region on purpose are the exception.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-log-config.html',
  bad: [
    mark(example('EC2', executionRole, logging('awslogs', awslogs)), '"us-east-1"').replace(
      'nginx:1.27',
      '111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:1.27',
    ),
    mark(example('EC2', executionRole, `${secret('eu-west-1')}${logging('awslogs', awslogs)}`), '"us-east-1"'),
    mark(
      example('EC2', '', logging('awslogs', awslogs)).replace(
        '\n  ]',
        `,\n    {\n      "name": "side",\n      "image": "busybox:1.36",${logging('awslogs', { ...awslogs, 'awslogs-region': 'eu-west-1' })}\n      "memory": 64\n    }\n  ]`,
      ),
      '"eu-west-1"',
    ),
  ],
  fixed: [
    example('EC2', executionRole, logging('awslogs', { ...awslogs, 'awslogs-region': 'eu-west-1' })).replace(
      'nginx:1.27',
      '111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:1.27',
    ),
    example(
      'EC2',
      executionRole,
      `${secret('eu-west-1')}${logging('awslogs', { ...awslogs, 'awslogs-region': 'eu-west-1' })}`,
    ),
  ],
  good: [
    example('EC2', executionRole, `${secret('us-east-1')}${logging('awslogs', awslogs)}`),
    example('EC2', executionRole, `${secret('${REGION}')}${logging('awslogs', awslogs)}`),
    example('EC2', '', logging('awslogs', { ...awslogs, 'awslogs-region': '${REGION}' })),
    // An image of another account, such as one of AWS.
    example('EC2', executionRole, logging('awslogs', awslogs)).replace(
      'nginx:1.27',
      '123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1.27',
    ),
    // One of them is right.
    example('EC2', executionRole, `${secret('us-east-1')}${logging('awslogs', awslogs)}`).replace(
      'nginx:1.27',
      '111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:1.27',
    ),
  ],

  *check(task) {
    const logs = task.containerDefinitions.items.flatMap(({ logConfiguration: { logDriver, options } }) => {
      const place = options.get('awslogs-region');
      const region = logDriver.literal === 'awslogs' ? place.literal : undefined;
      return region && partitionOf(region) ? [{ place, region, what: 'the log of another container' }] : [];
    });
    if (logs.length === 0) return;
    const named = namedRegions(task);
    const expected = named.length > 0 ? named : logs.slice(0, 1);
    const [first] = expected;
    const there = new Set(expected.map(({ region }) => region));
    for (const { place, region } of logs) {
      if (!first || there.has(region)) continue;
      yield report(
        place,
        `The log goes to ${region}, but ${first.what} is in ${first.region}. Log to the same region, unless logs are collected in ${region}.`,
        {
          ...(there.size === 1 && { fix: suggestion(`Set to '${first.region}'`, replace(place, first.region)) }),
          related: [{ place: first.place, message: `What is in ${first.region}` }],
        },
      );
    }
  },
});
