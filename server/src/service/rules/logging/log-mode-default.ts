import { logOptionsOf } from '../../data/log-options';
import { isKnown } from '../../model/known';
import { hasOption } from '../../model/option-names';
import { example } from '../example';
import { awslogs, logging, mark } from '../logging-example';
import { defineRule, report, set, suggestion } from '../rule';

const { mode, ...modeless } = awslogs;

export const rule = defineRule({
  id: 'log-mode-default',
  category: 'reliability',
  severity: 'hint',
  title: 'The mode of the log driver is chosen',
  why: 'Since 25 June 2025 a driver without a mode is non-blocking: when logs cannot be delivered, lines are lost rather than the application stopped. An account setting can say otherwise. Whoever states the mode knows which it is.',
  source:
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-account-settings.html#default-log-driver-mode',
  bad: [mark(example('EC2', '', logging('awslogs', modeless)), '"options"')],
  fixed: [example('EC2', '', logging('awslogs', { ...modeless, mode }))],
  good: [
    example('EC2', '', logging('awslogs', awslogs)),
    example('EC2', '', logging('awslogs', { ...modeless, mode: '${MODE}' })),
    example('EC2', '', logging('json-file', { 'max-size': '10m' })),
  ],

  *check({ containerDefinitions }) {
    for (const { logConfiguration } of containerDefinitions.items) {
      const { logDriver, options } = logConfiguration;
      if (logDriver.literal !== 'awslogs' || options.keys.length === 0 || !isKnown(options)) continue;
      if (hasOption(options, 'mode', known)) continue;
      yield report(
        options,
        'Without a mode the driver is non-blocking since June 2025, and drops lines that it cannot deliver in time. State the mode that you want.',
        { fix: suggestion('Set mode to "non-blocking", the default', set(options, 'mode', 'non-blocking')) },
      );
    }
  },
});

const known = logOptionsOf('awslogs').options;
