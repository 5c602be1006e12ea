import { driverOfOption, logDrivers } from '../../data/log-drivers';
import { example } from '../example';
import { awslogs, logging, mark } from '../logging-example';
import { defineRule, report } from '../rule';

export const rule = defineRule({
  id: 'log-driver-options-mismatch',
  category: 'logging',
  severity: 'warning',
  title: 'The options of a log driver are its own',
  why: 'A driver refuses the options of another one, and then the container does not start; a log router hands them to an output plug-in that does not have them.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html',
  narrows: ['awslogs-unknown-option'],
  bad: [
    mark(
      example('EC2', '', logging('json-file', { 'max-size': '10m', 'awslogs-group': '/ecs/web' })),
      '"awslogs-group"',
    ),
    mark(example('EC2', '', logging('awslogs', { ...awslogs, 'splunk-index': 'web' })), '"splunk-index"'),
  ],
  good: [
    example('EC2', '', logging('awslogs', awslogs)),
    example('EC2', '', logging('gelf', { 'gelf-address': 'udp://logs.example.com:12201', mode: 'non-blocking' })),
    example('EC2', '', logging('${DRIVER}', { 'awslogs-group': '/ecs/web' })),
  ],

  *check({ containerDefinitions }) {
    for (const { logConfiguration } of containerDefinitions.items) {
      const { logDriver, options } = logConfiguration;
      const driver = logDriver.literal;
      if (driver === undefined || !logDrivers.includes(driver)) continue;
      for (const name of options.keys) {
        const [, owner] = driverOfOption.exec(name) ?? [];
        if (owner === undefined || owner === driver) continue;
        yield report(
          options.get(name),
          `'${name}' is an option of the ${owner} driver, but the driver is ${driver}. Remove it, or log with ${owner}.`,
          { atKey: true, related: [{ place: logDriver, message: 'The log driver' }] },
        );
      }
    }
  },
});
