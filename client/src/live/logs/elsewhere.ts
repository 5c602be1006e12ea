import type { Json } from '../change';
import type { Task, Translate } from '../ports';

/** A container whose log does not go to CloudWatch Logs by `awslogs`. */
export interface Logging {
  readonly container: string;
  /** Absent: no log configuration. */
  readonly driver: string | undefined;
  readonly options: Json;
}

/**
 * Where the log of a container is, in a sentence. Of the options only names of destinations are told: tokens, passwords,
 * paths and headers are not.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html
 */
export function whereLogsAre({ container, driver, options }: Logging, task: Task, t: Translate): string {
  switch (driver) {
    case undefined:
      return task.launchType === 'FARGATE'
        ? t('{0} has no log configuration: on Fargate its output is not kept.', container)
        : t('{0} has no log configuration: its output is where the container instance keeps it.', container);
    case 'awsfirelens':
      return viaFireLens(container, options, t);
    case 'splunk':
      return sentTo(container, 'Splunk', host(options['splunk-url']), t);
    case 'fluentd':
      return sentTo(container, 'Fluentd', host(options['fluentd-address']), t);
    case 'gelf':
      return sentTo(container, 'Graylog', host(options['gelf-address']), t);
    case 'syslog':
      return sentTo(container, 'syslog', host(options['syslog-address']), t);
    case 'json-file':
      return t('The log of {0} is in files of Docker on its container instance.', container);
    case 'journald':
      return t('The log of {0} is in the journal of its container instance.', container);
    case 'none':
      return t('The output of {0} is not kept: its log driver is none.', container);
    default:
      return t('{0} uses the log driver {1}, whose log cannot be read from here.', container, driver);
  }
}

function sentTo(container: string, what: string, where: string | undefined, t: Translate): string {
  return where === undefined
    ? t('The log of {0} is sent to {1}.', container, what)
    : t('The log of {0} is sent to {1} at {2}.', container, what, where);
}

// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html
function viaFireLens(container: string, options: Json, t: Translate): string {
  const output = option(options, 'name') ?? option(options, '@type');
  if (output === undefined) {
    return t('FireLens sends the log of {0} where the configuration of its router says.', container);
  }
  const details = DESTINATIONS.flatMap((key) => {
    const value = key === 'host' ? host(option(options, key)) : option(options, key);
    return value === undefined ? [] : [`${key} ${value}`];
  });
  return details.length > 0
    ? t('FireLens sends the log of {0} to {1} ({2}).', container, output, details.join(', '))
    : t('FireLens sends the log of {0} to {1}.', container, output);
}

// Names of places; what else outputs take may be a secret.
const DESTINATIONS = [
  'log_group_name',
  'log_stream_prefix',
  'log_stream_name',
  'delivery_stream',
  'stream',
  'bucket',
  'index',
  'topics',
  'host',
  'region',
] as const;

// Fluent Bit reads keys in any case.
function option(options: Json, key: string): string | undefined {
  const value = Object.entries(options).find(([name]) => name.toLowerCase() === key)?.[1];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Host and port of an address; nothing of what may stand around them: user, password, path, query. */
function host(address: unknown): string | undefined {
  if (typeof address !== 'string') return undefined;
  const bare = address.replace(/^[a-z][\w+.-]*:\/\//i, '').replace(/[/?#].*$/s, '');
  const found = bare.slice(bare.lastIndexOf('@') + 1);
  return /^(?:[\w.-]+|\[[\da-f:]+\])(?::\d+)?$/i.test(found) ? found : undefined;
}
