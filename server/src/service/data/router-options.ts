import type { LogOption } from './log-options';

/**
 * Options of `firelensConfiguration`.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef-customconfig.html
 */
export const routerOptions: Readonly<Record<string, LogOption>> = {
  'enable-ecs-log-metadata': {
    text: 'Adds cluster, task and container to each record.',
    values: ['true', 'false'],
    default: 'true',
  },
  'config-file-type': { text: 'Where the custom configuration is.', values: ['s3', 'file'] },
  'config-file-value': { text: 'ARN of the object in Amazon S3, or path of the file in the image.' },
};

/** How a log router is configured. */
export interface RouterKind {
  /** The option of `awsfirelens` that names the output plug-in. */
  readonly output: string;
  /** Where ECS puts the configuration that it generates. */
  readonly generated: string;
}

/**
 * By `type`.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html
 */
export const routerKinds: ReadonlyMap<string | undefined, RouterKind> = new Map([
  ['fluentbit', { output: 'Name', generated: '/fluent-bit/etc/fluent-bit.conf' }],
  ['fluentd', { output: '@type', generated: '/fluentd/etc/fluent.conf' }],
]);
