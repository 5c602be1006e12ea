import { example, marked } from '../example';
import { clamp, type LimitRow, limitRule } from '../limit-rule';
import { defineRules } from '../rule';

const policy = (period: string) => `      "restartPolicy": { "enabled": true, "restartAttemptPeriod": ${period} },`;

/** Ranges of the schema on the seconds that a container has to start, to stop and to stay up. */
const table: readonly LimitRow[] = [
  {
    id: 'timeout-minimum',
    title: 'A container has two seconds at least to start and to stop',
    why: 'ECS refuses a startTimeout or stopTimeout of 0 or 1 second.',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
    at: ['containerDefinitions.startTimeout', 'containerDefinitions.stopTimeout'],
    message: ({ node, path }) => `'${path.at(-1)}' is 2 seconds at least, not ${node.value}.`,
    fix: clamp,
    bad: [
      example('EC2', '', marked('      "stopTimeout": 1,', '1')),
      example('EC2', '', marked('      "startTimeout": 0,', '0')),
    ],
    fixed: [example('EC2', '', '\n      "stopTimeout": 2,'), example('EC2', '', '\n      "startTimeout": 2,')],
    good: [
      example('EC2', '', '\n      "stopTimeout": 2,'),
      example('EC2', '', '\n      "startTimeout": "${SECONDS}",'),
    ],
  },
  {
    id: 'restart-policy-period',
    title: 'A container must stay up for 60 to 1800 seconds before it can be restarted again',
    why: "ECS refuses any other period: “The 'restartAttemptPeriod' setting for container 'app' must be between 60 and 1800.” It is 300 seconds where the member is missing.",
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerRestartPolicy.html',
    at: 'containerDefinitions.restartPolicy.restartAttemptPeriod',
    message: ({ node, limit }) => `ECS does not accept a 'restartAttemptPeriod' of ${node.value} seconds: ${limit}`,
    fix: clamp,
    bad: [example('EC2', '', marked(policy('30'), '30'))],
    fixed: [example('EC2', '', `\n${policy('60')}`)],
    good: ['60', '1800', '"${PERIOD}"'].map((period) => example('EC2', '', `\n${policy(period)}`)),
  },
];

export const rules = defineRules(table, limitRule);
