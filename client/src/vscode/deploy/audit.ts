import { appendFile, mkdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Uri, window } from 'vscode';
import type { Audit } from '../../live/deploy/input';
import type { Log, Translate, Ui } from '../../live/ports';

/** Keeps the line of each call that changed something: in the log of the window, and for all windows in a file below `folder`; a full file becomes that of before, whose lines go. */
export function createAudit(folder: string, log: Log, t: Translate): Audit {
  const file = fileIn(folder);
  let last: Promise<unknown> = mkdir(folder, { recursive: true });
  return (line) => {
    log.info(line);
    last = last
      .then(() => makeRoom(file))
      .then(() => appendFile(file, `${line}\n`, { mode: 0o600 }))
      .catch((error: unknown) => log.error(t('The line could not be written into {0}.', file), error));
  };
}

/** Opens the file of all calls that changed something; says so where there was none. */
export async function showAudit(folder: string, ui: Ui, t: Translate): Promise<void> {
  const file = fileIn(folder);
  const isThere = await stat(file).then(
    () => true,
    () => false,
  );
  if (isThere) await window.showTextDocument(Uri.file(file), { preview: true });
  else await ui.inform('info', t('Nothing has been changed in AWS from here yet.'));
}

function fileIn(folder: string): string {
  return join(folder, 'audit.log');
}

async function makeRoom(file: string): Promise<void> {
  const size = await stat(file).then(
    (it) => it.size,
    () => 0,
  );
  if (size > fullAt) await rename(file, `${file}.1`);
}

/** In bytes: about eight thousand calls. */
const fullAt = 1_000_000;
