/**
 * Output plug-ins of Fluent Bit by the `Name` that selects them, those of AWS first.
 * https://docs.fluentbit.io/manual/data-pipeline/outputs
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html
 */
export const fluentBitOutputs: Readonly<Record<string, string>> = {
  cloudwatch_logs: 'Writes to a log group of CloudWatch Logs.',
  kinesis_firehose: 'Sends to a stream of Amazon Data Firehose.',
  kinesis_streams: 'Puts records into a Kinesis data stream.',
  s3: 'Uploads files to a bucket of Amazon S3.',
  opensearch: 'Indexes in OpenSearch, Amazon OpenSearch Service included.',
  es: 'Indexes in Elasticsearch.',
  datadog: 'Sends to Datadog.',
  splunk: 'Sends to the HTTP Event Collector of Splunk.',
  nrlogs: 'Sends to New Relic, with the plug-in that Fluent Bit comes with.',
  newrelic: 'Sends to New Relic, with the plug-in of New Relic’s own image.',
  loki: 'Pushes to Grafana Loki.',
  opentelemetry: 'Sends to an endpoint of OpenTelemetry (OTLP over HTTP).',
  http: 'Posts to an HTTP endpoint.',
  forward: 'Forwards to Fluentd or another Fluent Bit.',
  kafka: 'Produces to topics of Apache Kafka.',
  logdna: 'Sends to LogDNA (Mezmo).',
  syslog: 'Sends to a syslog server.',
  gelf: 'Sends to Graylog, in its own format.',
  tcp: 'Writes to a TCP socket.',
  influxdb: 'Writes to InfluxDB.',
  stackdriver: 'Writes to Google Cloud Logging.',
  bigquery: 'Inserts into Google BigQuery.',
  azure: 'Sends to Azure Log Analytics.',
  azure_blob: 'Writes to Azure Blob Storage.',
  slack: 'Posts messages to a channel of Slack.',
  stdout: 'Prints to the log of the router’s own container.',
  null: 'Drops everything.',
  cloudwatch: 'Writes to CloudWatch Logs, with the older plug-in of the AWS image; `cloudwatch_logs` is quicker.',
  firehose: 'Sends to Amazon Data Firehose, with the older plug-in of the AWS image; `kinesis_firehose` is quicker.',
  kinesis: 'Puts into a Kinesis data stream, with the older plug-in of the AWS image; `kinesis_streams` is quicker.',
};

/**
 * Output plug-ins of Fluentd by the `@type` that selects them. All but those of Fluentd itself have to be in the image.
 * https://docs.fluentd.org/output
 * https://www.fluentd.org/plugins/all
 */
export const fluentdOutputs: Readonly<Record<string, string>> = {
  cloudwatch_logs: 'Writes to a log group of CloudWatch Logs (fluent-plugin-cloudwatch-logs).',
  kinesis_firehose: 'Sends to a stream of Amazon Data Firehose (fluent-plugin-kinesis).',
  kinesis_streams: 'Puts records into a Kinesis data stream (fluent-plugin-kinesis).',
  kinesis_streams_aggregated: 'Puts aggregated records into a Kinesis data stream (fluent-plugin-kinesis).',
  s3: 'Uploads files to a bucket of Amazon S3 (fluent-plugin-s3).',
  opensearch: 'Indexes in OpenSearch (fluent-plugin-opensearch).',
  elasticsearch: 'Indexes in Elasticsearch (fluent-plugin-elasticsearch).',
  datadog: 'Sends to Datadog (fluent-plugin-datadog).',
  splunk_hec: 'Sends to the HTTP Event Collector of Splunk (fluent-plugin-splunk-hec).',
  newrelic: 'Sends to New Relic (fluent-plugin-newrelic).',
  loki: 'Pushes to Grafana Loki (fluent-plugin-grafana-loki).',
  kafka2: 'Produces to topics of Apache Kafka (fluent-plugin-kafka).',
  http: 'Posts to an HTTP endpoint.',
  forward: 'Forwards to another Fluentd or Fluent Bit.',
  file: 'Writes to files in the router’s container.',
  stdout: 'Prints to the log of the router’s own container.',
  null: 'Drops everything.',
};

/**
 * The plug-in of Fluent Bit that an option belongs to.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html
 */
export const outputOfOption: Readonly<Record<string, string>> = {
  delivery_stream: 'kinesis_firehose',
  stream: 'kinesis_streams',
  log_group_name: 'cloudwatch_logs',
  bucket: 's3',
  dd_service: 'datadog',
};
