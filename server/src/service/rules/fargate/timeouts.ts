import { fargateMaxTimeout } from '../../data/fargate-limits';
import { nameOf } from '../../model/container';
import { example } from '../example';
import { defineRule, defineRules, type Rule, replace, report, suggestion } from '../rule';

interface Row extends Pick<Rule, 'id' | 'severity' | 'title' | 'why'> {
  readonly member: 'startTimeout' | 'stopTimeout';
}

const table: readonly Row[] = [
  {
    id: 'fargate-start-timeout',
    severity: 'warning',
    title: 'A container on Fargate has two minutes at most to become ready for others',
    why: 'AWS documents 2 to 120 seconds for Fargate. Containers that wait for this one cannot wait longer: let it report itself healthy sooner, or let them retry.',
    member: 'startTimeout',
  },
  {
    id: 'fargate-stop-timeout',
    severity: 'error',
    title: 'A container on Fargate has two minutes at most to stop',
    why: 'Fargate kills a container at the latest 120 seconds after asking it to stop, and ECS refuses a longer time: “Tasks using the Fargate launch type must have a container stop timeout of less than 120 seconds.” The 120 seconds themselves are accepted.',
    member: 'stopTimeout',
  },
];

export const rules = defineRules(table, ({ member, ...row }) =>
  defineRule({
    ...row,
    category: 'compatibility',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
    bad: [example('FARGATE', '', `\n      "${member}": 300,\n//    ${' '.repeat(member.length + 4)}^^^`)],
    fixed: [example('FARGATE', '', `\n      "${member}": 120,`)],
    good: [example('FARGATE', '', `\n      "${member}": 120,`), example('EC2', '', `\n      "${member}": 300,`)],

    *check({ launchType, containerDefinitions }) {
      if (!launchType('FARGATE')) return;
      for (const container of containerDefinitions.items) {
        const timeout = container[member];
        if (timeout.literal === undefined || timeout.literal <= fargateMaxTimeout) continue;
        yield report(
          timeout,
          `'${member}' can be ${fargateMaxTimeout} seconds at most on Fargate; the container ${nameOf(container)} has ${timeout.literal}.`,
          { fix: suggestion(`Change to ${fargateMaxTimeout}`, replace(timeout, fargateMaxTimeout)) },
        );
      }
    },
  }),
);
