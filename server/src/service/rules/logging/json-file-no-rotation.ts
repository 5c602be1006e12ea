import { logOptionsOf } from '../../data/log-options';
import { isKnown } from '../../model/known';
import { hasOption } from '../../model/option-names';
import { example } from '../example';
import { logging, mark } from '../logging-example';
import { defineRule, report, set, suggestion } from '../rule';

const rotated = { 'max-size': '10m', 'max-file': '3' };

export const rule = defineRule({
  id: 'json-file-no-rotation',
  category: 'reliability',
  severity: 'hint',
  title: 'Log files on an instance have a greatest size',
  why: 'Without max-size the json-file driver writes one file without end. Once it has filled the disk of the instance, no task on it can start or write.',
  source: 'https://docs.docker.com/engine/logging/drivers/json-file/',
  bad: [
    mark(example('EC2', '', logging('json-file')), '"json-file"'),
    mark(example('EXTERNAL', '', logging('json-file', { 'max-file': '3' })), '"options"'),
  ],
  fixed: [
    example('EC2', '', logging('json-file', rotated)),
    example('EXTERNAL', '', logging('json-file', { 'max-file': '3', 'max-size': '10m' })),
  ],
  good: [
    example('EC2', '', logging('json-file', rotated)),
    example('EC2', '', logging('json-file', { 'max-size': '${SIZE}' })),
    example('EC2', '', '\n      "logConfiguration": { "logDriver": "json-file", "options": "${OPTIONS}" },'),
    example('EC2', '', logging('journald')),
    // Fargate has no such driver at all.
    example('FARGATE', '', logging('json-file')),
  ],

  *check(task) {
    if (task.launchType('FARGATE')) return;
    for (const { logConfiguration } of task.containerDefinitions.items) {
      const { at, logDriver, options } = logConfiguration;
      if (logDriver.literal !== 'json-file' || !isKnown(options) || hasOption(options, 'max-size', known)) continue;
      const size = Object.entries(rotated).filter(([name]) => !options.get(name).present);
      yield report(
        options.present ? options : logDriver,
        'Without max-size the log file grows until the disk of the instance is full. Limit it.',
        {
          fix: suggestion(
            'Keep files of 10 MB',
            ...(options.present
              ? size.map(([name, value]) => set(options, name, value))
              : [set(at, 'options', rotated)]),
          ),
        },
      );
    }
  },
});

const known = logOptionsOf('json-file').options;
