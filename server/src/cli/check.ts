import { isOurs, mayBelong, type Service } from '../service';
import type { Documents } from './documents';
import { fixFile } from './fix';
import type { Io } from './io';
import type { Related } from './related';
import type { FileResult } from './result';
import type { Input } from './walk';

/** What checking a file needs. */
export interface Checking {
  readonly service: Service;
  readonly documents: Documents;
  readonly related: Related;
  readonly io: Io;
  /** Writes fixes before it looks. */
  readonly fix: boolean;
  /** Told what keeps a file from being answered for. */
  readonly tell: (message: string) => void;
}

/** Checks one file. Of a folder only what is ours counts: undefined for the rest; a file that is named is answered for in any case. */
export async function checkFile(input: Input, checking: Checking): Promise<FileResult | undefined> {
  const { service, documents, related, io, fix, tell } = checking;
  const { file, named, text } = input;
  if (!named && !mayBelong(documents.uriOf(input), text)) return undefined;
  const opened = await documents.open(input);
  if (!named && !isOurs(opened.snapshot)) return undefined;
  const workspace = await related.around(opened.snapshot);
  const fixed = fix ? await fixFile(service, opened, workspace, io) : opened.snapshot;
  if ('error' in fixed) tell(`${file}: ${fixed.error}`);
  const snapshot = 'error' in fixed ? opened.snapshot : fixed;
  if (snapshot !== opened.snapshot) related.forget(snapshot);
  const problems = await service.diagnose(snapshot, workspace, opened.settings);
  return { file, path: opened.path, snapshot, problems };
}
