import { describe, expect, test } from 'vitest';
import { logPlaces } from '../../client/src/live/logs/places';
import { createPrinter, plainLine } from '../../client/src/live/logs/print';
import { logTarget, targetName } from '../../client/src/live/logs/target';
import { linesOf, visible } from '../../client/src/live/logs/visible';
import type { Task } from '../../client/src/live/ports';
import { t } from './support/stage';

const id = '0123456789abcdef0123456789abcdef';
const clusterArn = 'arn:aws:ecs:us-east-1:111122223333:cluster/shop';
const taskArn = `arn:aws:ecs:us-east-1:111122223333:task/shop/${id}`;
const task: Task = { arn: taskArn, id, clusterArn, lastStatus: 'RUNNING', launchType: 'FARGATE', containers: [] };

function place(logConfiguration: unknown, of: Partial<Task> = {}) {
  const definition = { containerDefinitions: [{ name: 'app', ...(logConfiguration ? { logConfiguration } : {}) }] };
  return logPlaces({ ...task, ...of }, definition, t)[0];
}

function sentence(logConfiguration: unknown, of: Partial<Task> = {}): string | undefined {
  const found = place(logConfiguration, of);
  return found?.kind === 'elsewhere' ? found.sentence : found?.stream;
}

describe('where a container logs', () => {
  const awslogs = (options: object) => ({ logDriver: 'awslogs', options });

  test('a stream of CloudWatch Logs, in another region where that is said', () => {
    const options = { 'awslogs-group': '/ecs/web', 'awslogs-region': 'eu-west-1', 'awslogs-stream-prefix': 'web' };
    expect(place(awslogs(options))).toEqual({
      kind: 'stream',
      container: 'app',
      group: '/ecs/web',
      region: 'eu-west-1',
      stream: `web/app/${id}`,
    });
  });

  test('without a prefix the stream has the ID of the container, once it has one', () => {
    const options = awslogs({ 'awslogs-group': '/ecs/web' });
    const started = { containers: [{ name: 'app', runtimeId: 'f00d' }] };
    expect(place(options, started)).toMatchObject({ kind: 'stream', stream: 'f00d' });
    expect(place(options)).toMatchObject({ kind: 'elsewhere', later: true });
    expect(sentence(options)).toMatch(/^app writes to the log group \/ecs\/web without a stream prefix: /);
  });

  test.each([
    ['nothing, on Fargate', undefined, 'app has no log configuration: on Fargate its output is not kept.'],
    ['no group', awslogs({}), 'app writes to CloudWatch Logs, but names no log group.'],
    ['none', { logDriver: 'none' }, 'The output of app is not kept: its log driver is none.'],
    ['json-file', { logDriver: 'json-file' }, 'The log of app is in files of Docker on its container instance.'],
    ['journald', { logDriver: 'journald' }, 'The log of app is in the journal of its container instance.'],
    ['another', { logDriver: 'etwlogs' }, 'app uses the log driver etwlogs, whose log cannot be read from here.'],
    [
      'splunk',
      {
        logDriver: 'splunk',
        options: {
          'splunk-url': 'https://me:hidden@splunk.example.com:8088/in?token=hidden',
          'splunk-token': 'hidden',
        },
      },
      'The log of app is sent to Splunk at splunk.example.com:8088.',
    ],
    [
      'splunk elsewhere',
      { logDriver: 'splunk', options: { 'splunk-url': 'https://%hidden/' } },
      'The log of app is sent to Splunk.',
    ],
    [
      'fluentd',
      { logDriver: 'fluentd', options: { 'fluentd-address': 'localhost:24224' } },
      'The log of app is sent to Fluentd at localhost:24224.',
    ],
    [
      'gelf',
      { logDriver: 'gelf', options: { 'gelf-address': 'udp://[fd00::1]:12201' } },
      'The log of app is sent to Graylog at [fd00::1]:12201.',
    ],
    [
      'syslog',
      { logDriver: 'syslog', options: { 'syslog-address': 'tcp+tls://logs.example.com:6514' } },
      'The log of app is sent to syslog at logs.example.com:6514.',
    ],
    [
      'FireLens to Firehose',
      { logDriver: 'awsfirelens', options: { Name: 'kinesis_firehose', delivery_stream: 'web', region: 'eu-west-1' } },
      'FireLens sends the log of app to kinesis_firehose (delivery_stream web, region eu-west-1).',
    ],
    [
      'FireLens with a key',
      {
        logDriver: 'awsfirelens',
        options: { Name: 'datadog', apikey: 'hidden', Host: 'u:hidden@http.example.com/hidden' },
      },
      'FireLens sends the log of app to datadog (host http.example.com).',
    ],
    [
      'FireLens alone',
      { logDriver: 'awsfirelens' },
      'FireLens sends the log of app where the configuration of its router says.',
    ],
  ])('%s', (_name, logConfiguration, expected) => {
    expect(sentence(logConfiguration)).toBe(expected);
    expect(expected).not.toContain('hidden');
  });

  test('nothing, on a container instance', () => {
    const expected = 'app has no log configuration: its output is where the container instance keeps it.';
    expect(sentence(undefined, { launchType: 'EC2' })).toBe(expected);
  });
});

describe('text of strangers', () => {
  test.each([
    ['plain, with a tab, accents and emoji', 'a\tbé 👩‍🚀', 'a\tbé 👩‍🚀'],
    ['colours are left out', '\u001b[1;32mok\u001b[0m', 'ok'],
    ['the title of the window', '\u001b]0;evil\u0007', '␛]0;evil␇'],
    ['a link', '\u001b]8;;https://evil.example\u001b\\x', '␛]8;;https://evil.example␛\\x'],
    ['cleared screen', '\u001b[2J\u001b[H', '␛[2J␛[H'],
    ['answers into the keyboard', '\u001b[6n\u001bP$q"p\u001b\\', '␛[6n␛P$q"p␛\\'],
    ['8-bit controls', '\u009b31m\u009d0;x\u009c', '<U+009B>31m<U+009D>0;x<U+009C>'],
    ['a colour that hides another sequence', '\u001b\u001b[0m[2J', '␛[2J'],
    ['backspaces over text', 'ok\b\bno', 'ok␈␈no'],
    ['a lone carriage return', 'good\revil', 'good␍evil'],
    ['null and delete', '\u0000\u007f', '␀␡'],
    ['turned text', '\u202etxt.exe\u2066', '<U+202E>txt.exe<U+2066>'],
    ['invisible', 'a\u200b\ufeff\u00adb', 'a<U+200B><U+FEFF><U+00AD>b'],
    ['tags', '\u{e0041}', '<U+E0041>'],
    ['separators of lines', 'a\u2028b\u2029', 'a<U+2028>b<U+2029>'],
    ['half a surrogate', 'a\ud800', 'a<U+D800>'],
  ])('%s', (_name, given, shown) => {
    expect(visible(given)).toBe(shown);
  });

  test('lines end as they were written, and an end makes no empty line', () => {
    expect(linesOf('a\r\nb\n\nc\r\n')).toEqual(['a', 'b', '', 'c']);
    expect(linesOf('')).toEqual(['']);
  });

  test('a long line stays whole', () => {
    expect(linesOf('x'.repeat(300_000))).toEqual(['x'.repeat(300_000)]);
  });
});

describe('printing', () => {
  const at = Date.UTC(2026, 0, 15, 12, 0, 0, 7);
  const line = (container: string, message: string) => ({ at, message, container, taskId: id });

  test('times, then who says it, then each line of what is said; the day once', () => {
    const printer = createPrinter({ tasks: true, containers: true });
    const text = bare(printer.lines([line('app', 'one\ntwo'), line('db', 'three')]));
    expect(text).toMatch(
      /^— 2026-01-1\d\r\n(\d\d:\d\d:00\.007) 01234567 app one\r\n\1 01234567 app two\r\n\1 01234567 db three\r\n$/,
    );
  });

  test('each container has a colour of its own, and keeps it', () => {
    const printer = createPrinter({ tasks: false, containers: true });
    const colour = (container: string): string | undefined =>
      // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for.
      /(\u001b\[\d+m)(?:app|db)/.exec(printer.lines([line(container, 'x')]))?.[1];
    expect(colour('app')).not.toBe(colour('db'));
    expect(colour('app')).toBe(colour('app'));
  });

  test('without times, from then on', () => {
    const printer = createPrinter({ tasks: false, containers: false });
    printer.lines([line('app', 'one')]);
    expect(printer.toggleTimes()).toBe(false);
    expect(bare(printer.lines([line('app', 'two')]))).toBe('two\r\n');
  });

  test('nothing of AWS takes effect, wherever it stands', () => {
    const printer = createPrinter({ tasks: true, containers: true });
    const text = printer.lines([line('a\u001b]0;x\u0007', '\u001b[2J')]) + printer.note('no\u001b[2J\r\nway');
    expect(bare(text)).toMatch(/ 01234567 a␛\]0;x␇ ␛\[2J\r\n— no␛\[2J␍␊way\r\n$/);
  });

  test('a document has times in UTC', () => {
    expect(plainLine(line('app', 'one\ntwo\u001b[2J'))).toBe(
      '2026-01-15T12:00:00.007Z 01234567 app one\n2026-01-15T12:00:00.007Z 01234567 app two␛[2J\n',
    );
  });
});

describe('what is asked for', () => {
  const row = { id: 'x', accessibleLabel: '', context: '', icon: { name: '' }, clusterArn };
  const service = 'arn:aws:ecs:us-east-1:111122223333:service/shop/web';

  test.each([
    ['a task', { clusterArn, taskArn }, { clusterArn, taskArn }, '01234567'],
    [
      'a container',
      { clusterArn, taskArn, container: 'app' },
      { clusterArn, taskArn, container: 'app' },
      '01234567, app',
    ],
    ['a service by name', { clusterArn, service: 'web' }, { clusterArn, serviceName: 'web' }, 'web'],
    ['a service by ARN', { clusterArn, service }, { clusterArn, serviceName: 'web' }, 'web'],
    ['the row of a task', { ...row, label: 'web:1', arn: taskArn }, { clusterArn, taskArn }, '01234567'],
    [
      'the row of a container',
      { ...row, label: 'app', taskArn },
      { clusterArn, taskArn, container: 'app' },
      '01234567, app',
    ],
    ['the row of a service', { ...row, label: 'web', arn: service }, { clusterArn, serviceName: 'web' }, 'web'],
  ])('%s', (_name, argument, target, name) => {
    const found = logTarget(argument);
    expect(found).toEqual(target);
    expect(found && targetName(found)).toBe(name);
  });

  test.each([
    ['nothing', undefined],
    ['a text', taskArn],
    ['no cluster', { taskArn }],
    ['the row of a cluster', { ...row, label: 'shop', arn: clusterArn }],
  ])('%s is no target', (_name, argument) => {
    expect(logTarget(argument)).toBeUndefined();
  });
});

/** Without our own colours. */
function bare(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for.
  return text.replace(/\u001b\[\d+m/g, '');
}
