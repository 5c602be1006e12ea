import { parseArn } from '../../model/resource-names';
import { example } from '../example';
import { awslogs, logging, mark } from '../logging-example';
import { defineRule, fix, replace, report } from '../rule';

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html */
const groupName = /^[.\-_/#A-Za-z0-9]{1,512}$/;
const arn = 'arn:aws:logs:us-east-1:111122223333:log-group:/ecs/web:*';

export const rule = defineRule({
  id: 'awslogs-group-name-invalid',
  category: 'logging',
  severity: 'error',
  title: 'A log group is named as CloudWatch Logs names them',
  why: 'A name has up to 512 letters, digits and . - _ / #. With any other, such as an ARN, the log driver finds no group and the container does not start.',
  source: 'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html',
  bad: [
    mark(example('EC2', '', logging('awslogs', { ...awslogs, 'awslogs-group': arn })), `"${arn}"`),
    mark(example('EC2', '', logging('awslogs', { ...awslogs, 'awslogs-group': '/ecs/my web' })), '"/ecs/my web"'),
  ],
  fixed: [example('EC2', '', logging('awslogs', awslogs))],
  good: [
    example('EC2', '', logging('awslogs', { ...awslogs, 'awslogs-group': 'A-Z/a.z_#0' })),
    example('EC2', '', logging('awslogs', { ...awslogs, 'awslogs-group': '/ecs/${NAME}' })),
    example('EC2', '', logging('awslogs', { ...awslogs, 'awslogs-group': '' })),
  ],

  *check({ containerDefinitions }) {
    for (const { logConfiguration } of containerDefinitions.items) {
      const { logDriver, options } = logConfiguration;
      if (logDriver.literal !== 'awslogs') continue;
      const group = options.get('awslogs-group');
      if (!group.literal || groupName.test(group.literal)) continue;
      const name = nameIn(group.literal);
      yield report(
        group,
        name
          ? `The awslogs driver wants the name of the log group, not its ARN: '${name}'.`
          : `'${group.literal}' cannot be the name of a log group: up to 512 letters, digits and . - _ / # are allowed.`,
        name ? { fix: fix(`Change to '${name}'`, replace(group, name)) } : {},
      );
    }
  },
});

/** The name in the ARN of a log group, with or without the `:*` that stands for its streams. */
function nameIn(text: string): string | undefined {
  const { service, resource = '' } = parseArn(text) ?? {};
  const [kind, name = ''] = resource.split(':');
  return service === 'logs' && kind === 'log-group' && groupName.test(name) ? name : undefined;
}
