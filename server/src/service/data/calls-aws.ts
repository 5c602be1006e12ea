/**
 * Output plug-ins of log routers that call AWS, by the name that selects them.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html
 */
export const awsOutputs: ReadonlySet<string> = new Set([
  'cloudwatch',
  'cloudwatch_logs',
  'firehose',
  'kinesis_firehose',
  'kinesis',
  'kinesis_streams',
  'kinesis_streams_aggregated',
  's3',
]);

/**
 * Output plug-ins that sign their calls for AWS where `Aws_Auth` says so.
 * https://docs.fluentbit.io/manual/data-pipeline/outputs/opensearch
 */
export const signingOutputs: ReadonlySet<string> = new Set(['es', 'opensearch']);

/**
 * Names of environment variables that code reads to call AWS: the region of the SDKs, and what people call their resources.
 * https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html
 */
export const sdkVariable = /^AWS_REGION$|_BUCKET$|_TABLE$|^SQS_/;

/**
 * Names of environment variables that give the SDKs credentials before a role does.
 * https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html
 */
export const credentialVariable = /^AWS_(?:ACCESS_KEY_ID|SECRET_ACCESS_KEY|PROFILE|WEB_IDENTITY_TOKEN_FILE)$/;
