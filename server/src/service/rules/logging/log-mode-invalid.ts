import { logOptionsOf } from '../../data/log-options';
import { nearest } from '../../model/nearest';
import { example } from '../example';
import { awslogs, logging, mark } from '../logging-example';
import { defineRule, replace, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'log-mode-invalid',
  category: 'logging',
  severity: 'error',
  title: 'The mode of a log driver is blocking or non-blocking',
  why: 'The mode says whether a container waits when its logs cannot be delivered, or drops lines. With any other word the container does not start.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html',
  bad: [mark(example('EC2', '', logging('awslogs', { ...awslogs, mode: 'nonblocking' })), '"nonblocking"')],
  fixed: [example('EC2', '', logging('awslogs', awslogs))],
  good: [
    example('EC2', '', logging('awslogs', { ...awslogs, mode: 'blocking' })),
    example('EC2', '', logging('awslogs', { ...awslogs, mode: '${MODE}' })),
    // An option of the output plug-in.
    example('EC2', '', logging('awsfirelens', { Name: 'example', mode: 'fast' })),
  ],

  *check({ containerDefinitions }) {
    for (const { logConfiguration } of containerDefinitions.items) {
      const { logDriver, options } = logConfiguration;
      const mode = options.get('mode');
      if (logDriver.literal === undefined || mode.literal === undefined) continue;
      const modes = logOptionsOf(logDriver.literal).options.mode?.values;
      if (!modes || modes.includes(mode.literal)) continue;
      const meant = nearest(mode.literal, modes);
      yield report(
        mode,
        `'${mode.literal}' is no mode of a log driver. Use ${modes.map((it) => `'${it}'`).join(' or ')}.`,
        {
          ...(meant && { fix: suggestion(`Change to '${meant}'`, replace(mode, meant)) }),
        },
      );
    }
  },
});
