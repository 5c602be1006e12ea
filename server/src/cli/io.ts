import type { Files } from '../files/files';

/** What the command line tool needs of its process; tests bring their own. */
export interface Io extends Files {
  readonly readStdin: () => Promise<string>;
  /** Replaces a file's text at once; rejects where the file no longer holds the text before. */
  readonly replaceFile: (path: string, before: string, after: string) => Promise<void>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}
