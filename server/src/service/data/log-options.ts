import { fluentBitOutputs, fluentdOutputs } from './log-outputs';

/** An option of a log driver. */
export interface LogOption {
  readonly text: string;
  readonly required?: string;
  readonly default?: string;
  readonly values?: readonly string[];
  /** Values known among others, each in a sentence. */
  readonly known?: Readonly<Record<string, string>>;
  /** Of Docker's driver: Fargate, which runs without Docker, does not have it. */
  readonly docker?: true;
  /** Of a log router: ECS reads it, and the output plug-in never sees it. */
  readonly ecs?: true;
}

export type LogOptions = Readonly<Record<string, LogOption>>;

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html */
const anyDriver: LogOptions = {
  mode: {
    text: 'What happens when logs cannot be delivered: `blocking` stops the application at its next line of output, `non-blocking` keeps lines in a buffer and drops what does not fit.',
    values: ['non-blocking', 'blocking'],
    default: 'non-blocking, unless the account setting defaultLogDriverMode says otherwise',
  },
  'max-buffer-size': {
    text: 'Size of the buffer in memory in `non-blocking` mode, e.g. `25m`. Lines that do not fit are lost.',
    default: '10m',
  },
};

/**
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-log-config.html
 * https://docs.docker.com/engine/logging/drivers/awslogs/
 */
const awslogs: LogOptions = {
  'awslogs-group': {
    text: 'The log group in CloudWatch Logs. It must exist, or `awslogs-create-group` be set.',
    required: 'always',
  },
  'awslogs-region': { text: 'The region of the log group, which may be another than the task’s.', required: 'always' },
  'awslogs-stream-prefix': {
    text: 'Streams are named `prefix/container/task-id`. Without it they bear the container id of Docker, and the console cannot show them with the task.',
    required: 'on Fargate',
  },
  'awslogs-create-group': {
    text: 'Creates the log group when it is missing. The execution role needs `logs:CreateLogGroup` for it.',
    values: ['true', 'false'],
    default: 'false',
  },
  'awslogs-datetime-format': {
    text: 'A strftime pattern: a message begins at each line with such a date, so that stack traces stay together. Not together with `awslogs-multiline-pattern`.',
  },
  'awslogs-multiline-pattern': {
    text: 'A regular expression: a message begins at each line that matches. Not together with `awslogs-datetime-format`.',
  },
  'awslogs-format': {
    text: 'The format that CloudWatch Logs is told, such as `json/emf` for embedded metrics.',
  },
  'awslogs-endpoint': { text: 'Another endpoint of CloudWatch Logs than the region’s.' },
  'awslogs-stream': {
    text: 'One fixed stream name. For Docker on EC2; tasks of one definition then share the stream.',
    docker: true,
  },
  'awslogs-create-stream': {
    text: 'Creates the log stream when it is missing.',
    values: ['true', 'false'],
    default: 'true',
    docker: true,
  },
  'awslogs-credentials-endpoint': {
    text: 'Path of the credentials on the instance. ECS sets it to those of the execution role.',
    docker: true,
  },
  'awslogs-force-flush-interval-seconds': {
    text: 'Seconds after which lines are sent at the latest.',
    default: '5',
    docker: true,
  },
  'awslogs-max-buffered-events': {
    text: 'Most lines that are kept in memory before they are sent.',
    default: '4096',
    docker: true,
  },
  tag: { text: 'A template of Docker for the stream name.', default: '{{.ID}}', docker: true },
};

/** https://docs.docker.com/engine/logging/drivers/splunk/ */
const splunk: LogOptions = {
  'splunk-token': {
    text: 'The token of the HTTP Event Collector. It is a secret: `secretOptions` keeps it out of the definition.',
    required: 'here or in `secretOptions`',
  },
  'splunk-url': {
    text: 'Scheme, host and port of the HTTP Event Collector, e.g. `https://splunk.example.com:8088`.',
    required: 'always',
  },
  'splunk-source': { text: 'The source of events.' },
  'splunk-sourcetype': { text: 'The source type of events.' },
  'splunk-index': { text: 'The index that receives the events.' },
  'splunk-capath': { text: 'Path of the root certificate.' },
  'splunk-caname': { text: 'Name in the server certificate to check.', default: 'the host of splunk-url' },
  'splunk-insecureskipverify': { text: 'Accepts any server certificate.', values: ['true', 'false'], default: 'false' },
  'splunk-format': {
    text: 'How a line becomes an event: with its facts, parsed as JSON, or as it is.',
    values: ['inline', 'json', 'raw'],
    default: 'inline',
  },
  'splunk-verify-connection': {
    text: 'Checks the connection when the container starts, which fails without it.',
    values: ['true', 'false'],
    default: 'true',
  },
  'splunk-gzip': { text: 'Compresses events.', values: ['true', 'false'], default: 'false' },
  'splunk-gzip-level': {
    text: 'Compression from -1 (default) over 0 (none) and 1 (fastest) to 9 (best).',
    default: '-1',
  },
  tag: { text: 'A template of Docker for the tag of events.', default: '{{.ID}}' },
  labels: { text: 'Labels of the container to send along, separated by commas.' },
  env: { text: 'Environment variables to send along, separated by commas.' },
};

/** https://docs.docker.com/engine/logging/drivers/json-file/ */
const jsonFile: LogOptions = {
  'max-size': {
    text: 'Size at which a file is complete and the next one begins, e.g. `10m`. Without it one file grows until the disk is full.',
    default: '-1 (unlimited)',
  },
  'max-file': { text: 'Most files that are kept, the oldest goes first. Needs `max-size`.', default: '1' },
  compress: { text: 'Compresses complete files.', values: ['true', 'false'], default: 'false' },
  labels: { text: 'Labels of the container to write along, separated by commas.' },
  env: { text: 'Environment variables to write along, separated by commas.' },
  tag: { text: 'A template of Docker for the tag of lines.', default: '{{.ID}}' },
};

/**
 * The router's output plug-in reads these; those of one destination stand in the sources.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html
 * https://docs.fluentbit.io/manual/data-pipeline/outputs
 */
const awsfirelens: LogOptions = {
  'log-driver-buffer-limit': {
    text: 'Most events that are kept in memory before the router takes them.',
    default: '1048576 events',
    ecs: true,
  },
  'include-pattern': { text: 'A regular expression: other lines are dropped.', ecs: true },
  'exclude-pattern': { text: 'A regular expression: lines that match are dropped.', ecs: true },
  Name: {
    text: 'The output plug-in of Fluent Bit, e.g. `cloudwatch_logs`, `kinesis_firehose`, `kinesis_streams`, `s3`, `opensearch`, `datadog`, `splunk`.',
    required: 'with a router of type fluentbit, unless its own configuration has the output',
    known: fluentBitOutputs,
  },
  '@type': {
    text: 'The output plug-in of Fluentd.',
    required: 'with a router of type fluentd, unless its own configuration has the output',
    known: fluentdOutputs,
  },
  region: { text: 'The region of the destination.' },
  delivery_stream: { text: 'Name of the Firehose stream (`kinesis_firehose`).' },
  stream: { text: 'Name of the Kinesis data stream (`kinesis_streams`).' },
  log_group_name: { text: 'The log group (`cloudwatch_logs`).' },
  log_stream_prefix: { text: 'Begin of the stream name, before the tag of the container (`cloudwatch_logs`).' },
  log_stream_name: { text: 'One fixed stream name (`cloudwatch_logs`).' },
  auto_create_group: {
    text: 'Creates the log group when it is missing (`cloudwatch_logs`). The task role needs `logs:CreateLogGroup`.',
    values: ['true', 'false'],
    default: 'false',
  },
  log_key: { text: 'Sends the value of this key alone instead of the whole record; `log` is the line itself.' },
  bucket: { text: 'The bucket (`s3`).' },
  total_file_size: { text: 'Size at which a file is complete, e.g. `50M` (`s3`).', default: '100M' },
  upload_timeout: { text: 'A file is uploaded at the latest after this time, e.g. `1m` (`s3`).', default: '10m' },
  use_put_object: { text: 'Uploads in one request instead of parts (`s3`).', values: ['On', 'Off'], default: 'Off' },
  Host: { text: 'Host name of the destination, without a scheme.' },
  Port: { text: 'Port of the destination.' },
  Index: { text: 'The index (`opensearch`, `es`).' },
  Aws_auth: { text: 'Signs requests with the task role (`opensearch`, `es`).', values: ['On', 'Off'], default: 'Off' },
  Aws_region: { text: 'The region for signing requests (`opensearch`, `es`).' },
  Suppress_Type_Name: {
    text: 'Leaves out mapping types, as OpenSearch 2 and later want it.',
    values: ['On', 'Off'],
    default: 'Off',
  },
  tls: { text: 'Encrypts the connection.', values: ['On', 'Off'], default: 'Off' },
  apikey: { text: 'The API key of Datadog. It is a secret: `secretOptions` keeps it out of the definition.' },
  dd_service: { text: 'The service that Datadog shows (`datadog`).' },
  dd_source: { text: 'The source that Datadog shows (`datadog`).' },
  dd_tags: { text: 'Tags for Datadog, as `key:value` separated by commas (`datadog`).' },
  provider: { text: 'With `ecs`, Datadog reads the metadata of the task (`datadog`).' },
  Retry_Limit: { text: 'How often a chunk is sent again before it is dropped.', default: '1' },
};

const byDriver: Readonly<Record<string, { readonly options: LogOptions; readonly source: string }>> = {
  awslogs: {
    options: awslogs,
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-log-config.html',
  },
  awsfirelens: {
    options: awsfirelens,
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html',
  },
  splunk: { options: splunk, source: 'https://docs.docker.com/engine/logging/drivers/splunk/' },
  'json-file': { options: jsonFile, source: 'https://docs.docker.com/engine/logging/drivers/json-file/' },
};

/** The options of a driver with the page that documents them; those of every driver for one that the table does not have. */
export function logOptionsOf(driver: string): { readonly options: LogOptions; readonly source: string } {
  const own = Object.hasOwn(byDriver, driver) ? byDriver[driver] : undefined;
  // A log router's options go to its output plug-in: the driver's own ones are no part of them.
  const common = driver === 'awsfirelens' ? {} : anyDriver;
  return {
    options: { ...common, ...own?.options },
    source: own?.source ?? 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html',
  };
}

/**
 * Names of options that hold a secret: those of the drivers, and of the usual destinations of a log router.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-logconfig.html
 */
export const secretOption =
  /token|passw(?:or)?d|api_?key|licen[cs]e_?key|(?:shared|private|account)_?key|cloud_auth|secret/i;
