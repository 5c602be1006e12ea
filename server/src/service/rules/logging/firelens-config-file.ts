import { routerKinds, routerOptions } from '../../data/router-options';
import type { Container } from '../../model/container';
import { isKnown } from '../../model/known';
import { nearest } from '../../model/nearest';
import { hasOption } from '../../model/option-names';
import { mark, routed } from '../logging-example';
import { defineRule, type Report, replace, report, suggestion } from '../rule';

const router = (type: string, value: string, kind = 'fluentbit') => `"memoryReservation": 50,
"firelensConfiguration": {
  "type": "${kind}",
  "options": { ${[...(type ? [`"config-file-type": "${type}"`] : []), ...(value ? [`"config-file-value": "${value}"`] : [])].join(', ')} }
}`;
const example = (type: string, value: string, kind?: string) => routed({ router: router(type, value, kind) });
const generated = '/fluent-bit/etc/fluent-bit.conf';

export const rule = defineRule({
  id: 'firelens-config-file',
  category: 'logging',
  severity: 'error',
  title: 'The configuration of a log router is an object in Amazon S3 or a file of its image',
  why: 'ECS reads config-file-value by config-file-type: for s3 as the ARN of an object, for file as a path in the image. It refuses an ARN that is none, and the router does not start without its file. The path where ECS puts its own configuration hides a file there.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef-customconfig.html',
  bad: [
    mark(example('s3', 's3://web-config/extra.conf'), '"s3://web-config/extra.conf"'),
    mark(example('s3', 'arn:aws:s3:::web-config'), '"arn:aws:s3:::web-config"'),
    mark(example('file', 'extra.conf'), '"extra.conf"'),
    mark(example('file', generated), `"${generated}"`),
    mark(example('S3', 'arn:aws:s3:::web-config/extra.conf'), '"S3"'),
    mark(example('file', ''), '"file"'),
    mark(example('', '/extra.conf'), '"/extra.conf"'),
  ],
  good: [
    example('s3', 'arn:aws-cn:s3:::web-config/a/extra.conf'),
    example('file', '/extra.conf'),
    example('file', '/fluent-bit/etc/extra.conf'),
    example('file', generated, 'fluentd'),
    example('${TYPE}', 'extra.conf'),
    example('s3', '${CONFIG}'),
    routed({}),
  ],

  *check(task) {
    const onFargate = task.launchType('FARGATE') !== undefined;
    for (const { firelensConfiguration } of task.logRouting.routers) {
      const { options } = firelensConfiguration;
      if (!isKnown(options)) continue;
      const type = options.get('config-file-type');
      const value = options.get('config-file-value');
      if (type.present && !hasOption(options, 'config-file-value', routerOptions))
        yield report(type, 'config-file-type needs config-file-value: where the configuration is.');
      else if (value.present && !hasOption(options, 'config-file-type', routerOptions))
        yield report(value, 'Without config-file-type this configuration is not read. Add it: s3 or file.');
      else if (type.literal !== undefined && !types.includes(type.literal)) yield unknownType(type, type.literal);
      // On Fargate the type itself is wrong.
      else if (!(onFargate && type.literal === 's3')) yield* wrongValue(firelensConfiguration);
    }
  },
});

const types = routerOptions['config-file-type']?.values ?? [];

function unknownType(type: Report['place'], text: string): Report {
  const meant = nearest(text, types);
  return report(type, `'${text}' is no type of a configuration file. Use ${types.join(' or ')}.`, {
    ...(meant && { fix: suggestion(`Change to '${meant}'`, replace(type, meant)) }),
  });
}

function* wrongValue({ type: kind, options }: Container['firelensConfiguration']): Iterable<Report> {
  const value = options.get('config-file-value');
  if (!value.literal) return;
  switch (options.get('config-file-type').literal) {
    case 's3':
      if (!/^arn:[a-z-]+:s3:::[^/]+\/./.test(value.literal))
        yield report(
          value,
          `'${value.literal}' is not the ARN of an object in Amazon S3. Write it as arn:aws:s3:::bucket/path.`,
        );
      return;
    case 'file':
      if (!value.literal.startsWith('/'))
        yield report(value, `'${value.literal}' is no absolute path in the image of the router. Begin it with /.`);
      else if (value.literal === routerKinds.get(kind.literal)?.generated)
        yield report(
          value,
          `ECS puts the configuration that it generates at '${value.literal}', so that a file of the image there is never read. Use another path.`,
        );
  }
}
