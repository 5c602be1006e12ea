import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Audit } from '../../live/deploy/input';
import type { Log, Translate } from '../../live/ports';

/** Keeps the line of each call that changed something: in the log of the window, and for all windows in a file below `folder`. */
export function createAudit(folder: string, log: Log, t: Translate): Audit {
  const file = join(folder, 'audit.log');
  let last: Promise<unknown> = mkdir(folder, { recursive: true });
  return (line) => {
    log.info(line);
    last = last
      .then(() => appendFile(file, `${line}\n`, { mode: 0o600 }))
      .catch((error: unknown) => log.error(t('The line could not be written into {0}.', file), error));
  };
}
