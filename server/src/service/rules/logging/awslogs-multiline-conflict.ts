import { asksFor } from '../../model/known';
import { example } from '../example';
import { awslogs, logging, mark } from '../logging-example';
import { defineRule, remove, report, suggestion } from '../rule';

const dated = { ...awslogs, 'awslogs-datetime-format': '%Y-%m-%d' };
const both = { ...dated, 'awslogs-multiline-pattern': '^INFO' };

export const rule = defineRule({
  id: 'awslogs-multiline-conflict',
  category: 'logging',
  severity: 'error',
  title: 'A message begins by a date or by a pattern',
  why: 'awslogs-datetime-format and awslogs-multiline-pattern both tell the driver where a message begins, and it takes one of them only.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html',
  bad: [mark(example('EC2', '', logging('awslogs', both)), '"^INFO"')],
  fixed: [example('EC2', '', logging('awslogs', dated))],
  good: [
    example('EC2', '', logging('awslogs', dated)),
    example('EC2', '', logging('awslogs', { ...awslogs, 'awslogs-multiline-pattern': '^INFO' })),
  ],

  *check({ containerDefinitions }) {
    for (const { logConfiguration } of containerDefinitions.items) {
      const { logDriver, options } = logConfiguration;
      if (logDriver.literal !== 'awslogs') continue;
      const date = options.get('awslogs-datetime-format');
      const pattern = options.get('awslogs-multiline-pattern');
      if (!asksFor(date) || !asksFor(pattern)) continue;
      yield report(
        pattern,
        'awslogs-datetime-format and awslogs-multiline-pattern cannot both be set. Remove one of them.',
        {
          fix: suggestion("Remove 'awslogs-multiline-pattern'", remove(pattern)),
          related: [{ place: date, message: 'The date that begins a message' }],
        },
      );
    }
  },
});
