import { awsvpcLimits } from '../../data/request-limits';
import { serviceExample } from '../request-example';
import { defineRule, report } from '../rule';

const group = (count: number) =>
  Array.from({ length: count }, (_, index) => `"sg-0123456789abcdef${index}"`).join(', ');
const inVpc = (members: string) =>
  serviceExample(`"networkConfiguration": {
  "awsvpcConfiguration": {
    ${members}
  }
}`);

export const rule = defineRule({
  id: 'service-subnet-limits',
  category: 'networking',
  severity: 'error',
  title: `A network configuration has 1 to ${awsvpcLimits.subnets} subnets and at most ${awsvpcLimits.securityGroups} security groups`,
  why: 'ECS refuses a request with none or more of them.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html',
  about: 'request',
  narrows: ['required-member-missing'],
  bad: [
    inVpc(`"subnets": []
    ^^^^^^^^^`),
    inVpc(`"subnets": ["subnet-0123456789abcdef0"],
    "securityGroups": [${group(6)}]
    ^^^^^^^^^^^^^^^^`),
    serviceExample(`"networkConfiguration": {
  "awsvpcConfiguration": { "assignPublicIp": "DISABLED" }
  ^^^^^^^^^^^^^^^^^^^^^
}`),
  ],
  good: [
    inVpc(`"subnets": ["subnet-0123456789abcdef0"], "securityGroups": [${group(5)}]`),
    inVpc('"subnets": "${SUBNETS}"'),
    inVpc('"subnets": ["${SUBNETS}"], "securityGroups": []'),
    serviceExample('"networkConfiguration": { "awsvpcConfiguration": "${VPC}" }'),
  ],

  *checkRequest({ networkConfiguration: { awsvpcConfiguration } }) {
    const { at, subnets, securityGroups } = awsvpcConfiguration;
    if (at.node?.type !== 'object') return;
    if (!subnets.present || (subnets.node?.type === 'array' && subnets.items.length === 0))
      yield report(
        subnets,
        `Name at least one subnet for the tasks in 'subnets', ${awsvpcLimits.subnets} at most, all of one VPC.`,
      );
    for (const [list, limit, what] of [
      [subnets, awsvpcLimits.subnets, 'subnets'],
      [securityGroups, awsvpcLimits.securityGroups, 'security groups'],
    ] as const) {
      // What a template fills in may come to nothing.
      const count = list.items.filter(({ literal }) => literal !== undefined).length;
      if (count > limit)
        yield report(list, `These are ${count} ${what}; a network configuration has ${limit} at most. Remove some.`);
    }
  },
});
