import { launchTypeOf } from '../../model/request';
import type { LaunchType } from '../../model/task-definition';
import { serviceExample } from '../request-example';
import { defineRule, defineRules, type Rule, replace, report, suggestion } from '../rule';

interface Row
  extends Pick<
    Rule,
    'id' | 'category' | 'severity' | 'title' | 'why' | 'source' | 'controls' | 'bad' | 'fixed' | 'good'
  > {
  readonly on: readonly LaunchType[];
  /** True for runs of tasks as well. */
  readonly runs: boolean;
  readonly message: (launchType: LaunchType) => string;
}

const addressed = (launchType: string, assignPublicIp: string) =>
  serviceExample(`"launchType": "${launchType}",
"networkConfiguration": {
  "awsvpcConfiguration": {
    "subnets": ["subnet-0123456789abcdef0"],
    "assignPublicIp": ${assignPublicIp}
  }
}`);
const enabled = `"ENABLED"
                      ^^^^^^^^^`;

const table: readonly Row[] = [
  {
    id: 'service-public-ip-launch-type',
    category: 'networking',
    severity: 'error',
    title: 'Tasks on EC2 and External instances ask for no public IP address',
    why: 'On EC2 and External instances ECS refuses the request: “Assign public IP is not supported for this launch type.”',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking-awsvpc.html',
    on: ['EC2', 'EXTERNAL'],
    runs: true,
    message: (launchType) =>
      `Tasks on ${launchType} cannot have a public IP address of their own. Set 'DISABLED', and let them reach the internet through a NAT gateway.`,
    bad: [addressed('EC2', enabled)],
    fixed: [addressed('EC2', '"DISABLED"')],
    good: [
      addressed('EC2', '"DISABLED"'),
      addressed('EC2', '"${PUBLIC}"'),
      addressed('FARGATE', '"ENABLED"'),
      addressed('${LAUNCH_TYPE}', '"ENABLED"'),
    ],
  },
  {
    id: 'service-public-ip',
    category: 'security',
    severity: 'warning',
    title: 'The tasks of a service have no public IP address',
    why: 'Anybody can then try to reach the tasks, and only their security groups stand between. Tasks in private subnets reach the internet through a NAT gateway, and AWS through VPC endpoints; visitors come through a load balancer. In a public subnet without either, tasks need the address to pull their images: then disable this rule for the file.',
    source: 'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-2',
    controls: ['ECS.2'],
    on: ['FARGATE'],
    runs: false,
    message: () =>
      "The tasks of this service get public IP addresses. Set 'DISABLED' and run them in private subnets with a NAT gateway or VPC endpoints.",
    bad: [addressed('FARGATE', enabled)],
    fixed: [addressed('FARGATE', '"DISABLED"')],
    good: [
      addressed('FARGATE', '"DISABLED"'),
      addressed('FARGATE', '"${PUBLIC}"'),
      addressed('${LAUNCH_TYPE}', '"ENABLED"'),
    ],
  },
];

/** Public IP addresses of tasks. */
export const rules = defineRules(table, ({ on, runs, message, ...row }) =>
  defineRule({
    ...row,
    about: 'request',
    *checkRequest(request, { action }) {
      const launchType = launchTypeOf(request);
      const { assignPublicIp } = request.networkConfiguration.awsvpcConfiguration;
      if (!launchType || !on.includes(launchType) || assignPublicIp.literal !== 'ENABLED') return;
      if (action === 'RunTask' && !runs) return;
      yield report(assignPublicIp, message(launchType), {
        fix: suggestion("Change to 'DISABLED'", replace(assignPublicIp, 'DISABLED')),
      });
    },
  }),
);
