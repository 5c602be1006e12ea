import type * as Aws from './index';

export type AwsModule = typeof Aws;

/** The SDK's bundle, beside ours in `dist/`. Loaded on first use, so that nobody pays for it by opening or checking a file. */
export function loadAws(): AwsModule {
  return require('./aws.js');
}
