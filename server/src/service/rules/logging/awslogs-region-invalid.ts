import { regions } from '../../data/regions';
import { nearest } from '../../model/nearest';
import { partitionOf } from '../../model/resource-names';
import { example } from '../example';
import { awslogs, logging, mark } from '../logging-example';
import { defineRule, fix, replace, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'awslogs-region-invalid',
  category: 'logging',
  severity: 'error',
  title: 'Logs go to a region that exists',
  why: 'The log driver makes the address of CloudWatch Logs of the region. With another word there is no such address, and the container does not start.',
  source: 'https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html',
  bad: [
    mark(example('EC2', '', logging('awslogs', { ...awslogs, 'awslogs-region': 'us-east1' })), '"us-east1"'),
    mark(example('EC2', '', logging('awslogs', { ...awslogs, 'awslogs-region': 'us-east-1a' })), '"us-east-1a"'),
    mark(example('EC2', '', logging('awslogs', { ...awslogs, 'awslogs-region': 'us-esat-1' })), '"us-esat-1"'),
    mark(example('EC2', '', logging('awslogs', { ...awslogs, 'awslogs-region': 'Ireland' })), '"Ireland"'),
  ],
  fixed: [
    example('EC2', '', logging('awslogs', awslogs)),
    example('EC2', '', logging('awslogs', awslogs)),
    example('EC2', '', logging('awslogs', awslogs)),
  ],
  good: [
    example('EC2', '', logging('awslogs', { ...awslogs, 'awslogs-region': 'us-gov-west-1' })),
    // A region may be newer than the table.
    example('EC2', '', logging('awslogs', { ...awslogs, 'awslogs-region': 'sa-east-2' })),
    example('EC2', '', logging('awslogs', { ...awslogs, 'awslogs-region': 'us-isob-east-1' })),
    example('EC2', '', logging('awslogs', { ...awslogs, 'awslogs-region': '${AWS_REGION}' })),
  ],

  *check({ containerDefinitions }) {
    for (const { logConfiguration } of containerDefinitions.items) {
      const { logDriver, options } = logConfiguration;
      const region = options.get('awslogs-region');
      if (logDriver.literal !== 'awslogs' || !region.literal || ids.includes(region.literal)) continue;
      const meant = regionMeant(region.literal);
      // Well-formed, and no slip of a known one: it may be new.
      if (meant === undefined && partitionOf(region.literal)) continue;
      const sameButCase = meant === region.literal.toLowerCase();
      yield report(
        region,
        meant
          ? `There is no region '${region.literal}'. Did you mean '${meant}'?`
          : `'${region.literal}' is no region. Write its code, such as us-east-1.`,
        meant ? { fix: (sameButCase ? fix : suggestion)(`Change to '${meant}'`, replace(region, meant)) } : {},
      );
    }
  },
});

const ids = regions.map(({ id }) => id);

function regionMeant(text: string): string | undefined {
  if (!partitionOf(text)) return nearest(text, ids);
  const meant = nearest(text, ids, 1);
  // Another number is another region.
  return meant?.at(-1) === text.at(-1) ? meant : undefined;
}
