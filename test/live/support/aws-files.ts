import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { useEndpoint } from './stage';

/** A machine whose AWS config and credentials files say this, without keys, region and endpoint in the environment; its folder. */
export function awsFiles(config: string, credentials = ''): string {
  useEndpoint(undefined);
  const folder = mkdtempSync(join(tmpdir(), 'taskdef-aws-'));
  writeFileSync(join(folder, 'config'), config);
  writeFileSync(join(folder, 'credentials'), credentials);
  const variables = {
    AWS_CONFIG_FILE: join(folder, 'config'),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'),
    AWS_REGION: undefined,
    AWS_ACCESS_KEY_ID: undefined,
    AWS_SECRET_ACCESS_KEY: undefined,
  };
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
