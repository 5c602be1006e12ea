import { logOptionsOf } from '../../data/log-options';
import { outputOfOption } from '../../data/log-outputs';
import { type RouterKind, routerKinds, routerOptions } from '../../data/router-options';
import { type Container, parseImage } from '../../model/container';
import { isKnown, knownNames } from '../../model/known';
import { hasOpenNames, hasOption } from '../../model/option-names';
import type { Fix } from '../../problem';
import { mark, routed } from '../logging-example';
import { defineRule, type Report, remove, rename, report, set, suggestion } from '../rule';

const app = (options: string) => `"logConfiguration": { "logDriver": "awsfirelens", "options": ${options} }`;
const role = '"taskRoleArn": "arn:aws:iam::111122223333:role/webTaskRole",';
const withFile = `"memoryReservation": 50,
"firelensConfiguration": {
  "type": "fluentbit",
  "options": { "config-file-type": "file", "config-file-value": "/extra.conf" }
}`;

export const rule = defineRule({
  id: 'firelens-output-missing',
  category: 'logging',
  severity: 'warning',
  title: 'The log router is told where logs go',
  why: 'ECS makes an output of the router from the options of each container: Name selects the plug-in of Fluent Bit, @type that of Fluentd, and Match is set to the logs of the container. Other options without the plug-in stop the task at its start; without any, logs are dropped unless the router’s own configuration has an output.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html',
  bad: [
    mark(routed({ task: role, app: app('{ "region": "us-east-1", "delivery_stream": "web" }') }), '"options"'),
    mark(routed({ app: app('{ "name": "stdout" }') }), '"options"'),
    mark(routed({ app: app('{ "@type": "stdout" }') }), '"options"'),
    mark(routed({ app: app('{}') }), '"options"'),
    mark(routed({ app: app('{ "Name": "stdout", "Match": "*" }') }), '"Match"'),
  ],
  fixed: [
    routed({ task: role, app: app('{ "region": "us-east-1", "delivery_stream": "web", "Name": "kinesis_firehose" }') }),
    routed({ app: app('{ "Name": "stdout" }') }),
    routed({ app: app('{ "Name": "stdout" }') }),
    routed({ app: app('{ "Name": "<output-plug-in>" }') }),
    routed({ app: app('{ "Name": "stdout" }') }),
  ],
  good: [
    routed({}),
    routed({ app: app('{ "exclude-pattern": "health" }'), router: withFile }),
    routed({ app: '"logConfiguration": { "logDriver": "awsfirelens" }', router: withFile }),
    routed({ app: app('{ "${KEY}": "stdout" }') }),
    routed({ app: app('"${OPTIONS}"') }),
    routed({
      app: app('{ "@type": "stdout" }'),
      router: '"memory": 64,\n"firelensConfiguration": { "type": "fluentd" }',
    }),
    routed({ app: app('{}') }).replace('aws-for-fluent-bit:2.32.4', 'aws-for-fluent-bit:init-2.32.4'),
  ],

  *check({ logRouting: { routers, routed } }) {
    const [router] = routers;
    const kind = routerKinds.get(router?.firelensConfiguration.type.literal);
    if (!router || !kind || routed.length === 0) return;
    const dropsRest = hasNoOutput(router);
    for (const { logConfiguration } of routed) {
      const { logDriver, options, secretOptions } = logConfiguration;
      const secrets = knownNames(secretOptions);
      if (!isKnown(options) || !secrets) continue;
      if (kind.output === 'Name') yield* ownMatch(logConfiguration);
      const isNamed = options.get(kind.output).present || secrets.includes(kind.output);
      if (isNamed || hasOpenNames(options)) continue;
      const named = [...options.keys, ...secrets].filter((name) => !known[name]?.ecs);
      if (named.length > 0) yield unnamed(logConfiguration, kind);
      else if (dropsRest)
        yield report(
          options.present ? options : logDriver,
          `Nothing tells the log router where these logs go, and it drops them. Name its output plug-in in ${kind.output}.`,
          { fix: suggestion(`Insert ${kind.output}`, ...insertion(logConfiguration, kind)) },
        );
    }
  },
});

const known = logOptionsOf('awsfirelens').options;

type LogConfiguration = Container['logConfiguration'];

function unnamed(logConfiguration: LogConfiguration, kind: RouterKind): Report {
  const { options, logDriver } = logConfiguration;
  const [wrong] = options.keys.filter((name) => /^(?:name|@type)$/i.test(name));
  return report(
    options.present ? options : logDriver,
    wrong
      ? `The log router reads its output plug-in from '${kind.output}', not from '${wrong}'. The task does not start without it.`
      : `These options lack '${kind.output}', the output plug-in that they are for. The task does not start without it.`,
    {
      fix: wrong
        ? suggestion(`Rename to '${kind.output}'`, ...rename(options.get(wrong), kind.output))
        : suggestion(`Insert '${kind.output}'`, ...insertion(logConfiguration, kind)),
    },
  );
}

function insertion({ at, options }: LogConfiguration, { output }: RouterKind): Fix['edits'] {
  const [telling = ''] = options.keys.filter((name) => output === 'Name' && Object.hasOwn(outputOfOption, name));
  const plugin = outputOfOption[telling] ?? '<output-plug-in>';
  return [options.present ? set(options, output, plugin) : set(at, 'options', { [output]: plugin })];
}

/** ECS sets Match to the logs of the container. */
function* ownMatch({ options }: LogConfiguration): Iterable<Report> {
  for (const name of options.keys.filter((key) => key.toLowerCase() === 'match'))
    yield report(options.get(name), 'ECS itself sets Match, to the logs of this container. Remove it.', {
      atKey: true,
      fix: suggestion(`Remove '${name}'`, remove(options.get(name))),
    });
}

/** True where the configuration that ECS generates is all that the router has; an image of one's own may have another. */
function hasNoOutput({ image, command, entryPoint, environment, firelensConfiguration }: Container): boolean {
  const { repository, tag = '' } = parseImage(image.literal ?? '');
  return (
    repository.endsWith('aws-for-fluent-bit') &&
    !tag.startsWith('init') &&
    firelensConfiguration.type.literal === 'fluentbit' &&
    isKnown(firelensConfiguration.options) &&
    !hasOption(firelensConfiguration.options, 'config-file-type', routerOptions) &&
    !command.present &&
    !entryPoint.present &&
    knownNames(environment)?.every((name) => !/^aws_fluent_bit_init/i.test(name)) === true
  );
}
