import type * as Aws from '../../aws/index';

export type AwsModule = typeof Aws;

/** The SDK's bundle, beside ours in `dist/`. Loaded on first use, so that nobody pays for it by opening a file. */
export function loadAws(): AwsModule {
  return require('./aws.js');
}
