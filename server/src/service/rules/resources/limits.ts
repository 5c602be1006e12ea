import { example, marked } from '../example';
import { clamp, type LimitRow, limitRule } from '../limit-rule';
import { defineRules } from '../rule';

const line = (members: string) => `      "linuxParameters": { ${members} },`;
const swap = (members: string) => example('EC2', '', `\n${line(members)}`);

/** Limits of the schema on numbers of a container. */
const table: readonly LimitRow[] = [
  {
    id: 'container-cpu-negative',
    title: 'The cpu of a container is not negative',
    why: 'CPU units are a share of the instance or of the task; 0, or leaving the member out, means no share of its own.',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
    at: 'containerDefinitions.cpu',
    message: ({ node }) => `A container cannot have ${node.value} CPU units. Use 0 or more.`,
    fix: clamp,
    bad: [example('EC2', '', marked('      "cpu": -1,', '-1'))],
    fixed: [example('EC2', '', '\n      "cpu": 0,')],
    good: [example('EC2', '', '\n      "cpu": 0,'), example('EC2', '', '\n      "cpu": "${CPU}",')],
  },
  {
    id: 'swappiness-range',
    title: 'Swappiness is 0 to 100',
    why: 'It says how readily the kernel swaps the memory of the container: 0 as late as possible, 100 at once.',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinuxParameters.html',
    at: 'containerDefinitions.linuxParameters.swappiness',
    message: ({ node }) => `'swappiness' is a whole number from 0 to 100, not ${node.value}.`,
    fix: clamp,
    bad: [example('EC2', '', marked(line('"maxSwap": 64, "swappiness": 150'), '150'))],
    fixed: [swap('"maxSwap": 64, "swappiness": 100')],
    good: [swap('"maxSwap": 64, "swappiness": 100'), swap('"maxSwap": 64, "swappiness": "${SWAPPINESS}"')],
  },
  {
    id: 'max-swap-negative',
    title: 'maxSwap is not negative',
    why: 'It is the swap that a container can use, in MiB; 0 means none. Without the member the container swaps as its instance is set up.',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinuxParameters.html',
    at: 'containerDefinitions.linuxParameters.maxSwap',
    message: ({ node }) =>
      `A container cannot swap ${node.value} MiB. Use 0 for no swap, or leave 'maxSwap' out for that of the instance.`,
    fix: clamp,
    bad: [example('EC2', '', marked(line('"maxSwap": -1'), '-1'))],
    fixed: [swap('"maxSwap": 0')],
    good: [swap('"maxSwap": 0'), swap('"maxSwap": "${SWAP}"')],
  },
];

export const rules = defineRules(table, limitRule);
