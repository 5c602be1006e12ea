import { logOptionsOf } from '../../data/log-options';
import { isKnown } from '../../model/known';
import { unknownOptions } from '../../model/option-names';
import { example } from '../example';
import { awslogs, executionRole, logging, mark } from '../logging-example';
import { defineRule, fix, type Report, remove, rename, report, suggestion } from '../rule';

const { 'awslogs-group': group, ...others } = awslogs;

export const rule = defineRule({
  id: 'awslogs-unknown-option',
  category: 'logging',
  severity: 'warning',
  title: 'The awslogs driver has every option that it is given',
  why: 'The driver refuses options that it does not know, and then the container does not start. Fargate runs without Docker, and has fewer options than Docker’s own driver.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-log-config.html',
  bad: [
    mark(example('EC2', '', logging('awslogs', { 'awslogs-groups': group, ...others })), '"awslogs-groups"'),
    mark(example('EC2', '', logging('awslogs', { ...awslogs, 'awslogs-retention': '30' })), '"awslogs-retention"'),
    mark(
      example('FARGATE', executionRole, logging('awslogs', { ...awslogs, 'awslogs-stream': 'web' })),
      '"awslogs-stream"',
    ),
  ],
  fixed: [
    example('EC2', '', logging('awslogs', awslogs)),
    example('EC2', '', logging('awslogs', awslogs)),
    example('FARGATE', executionRole, logging('awslogs', awslogs)),
  ],
  good: [
    example(
      'EC2',
      '',
      logging('awslogs', { ...awslogs, 'awslogs-stream': 'web', tag: 'web', 'max-buffer-size': '25m' }),
    ),
    example('EC2', '', logging('awslogs', { ...awslogs, '${OPTION}': 'x' })),
    example('FARGATE', executionRole, logging('awslogs', { ...awslogs, 'awslogs-datetime-format': '%Y-%m-%d' })),
    example('EC2', '', logging('gelf', { 'gelf-address': 'udp://logs.example.com:12201' })),
  ],

  *check(task) {
    const onFargate = task.launchType('FARGATE') !== undefined;
    for (const { logConfiguration } of task.containerDefinitions.items) {
      const { logDriver, options } = logConfiguration;
      if (logDriver.literal !== 'awslogs' || !isKnown(options)) continue;
      for (const unknown of unknownOptions(options, known)) {
        const { name, field, meant } = unknown;
        if (meant === undefined)
          yield refused(field, `The awslogs driver has no option '${name}', and refuses to start with it. Remove it.`);
        else {
          const { required } = known[meant] ?? {};
          // Under its own name the option is missing, which is an error.
          const isMissed = required === 'always' || (required !== undefined && onFargate);
          const sameButCase = name.toLowerCase() === meant;
          yield report(field, `The awslogs driver has no option '${name}'. Did you mean '${meant}'?`, {
            atKey: true,
            fix: (sameButCase ? fix : suggestion)(`Rename to '${meant}'`, ...rename(field, meant)),
            ...(isMissed && { severity: 'error' }),
          });
        }
      }
      for (const name of onFargate ? options.keys.filter((key) => Object.hasOwn(known, key) && known[key]?.docker) : [])
        yield refused(
          options.get(name),
          `'${name}' is an option of Docker's awslogs driver, which Fargate does not use. Remove it.`,
        );
    }
  },
});

const known = logOptionsOf('awslogs').options;

function refused(option: Report['place'], message: string): Report {
  return report(option, message, { atKey: true, fix: suggestion(`Remove '${option.name}'`, remove(option)) });
}
