import type { Files } from '../files/files';

/** What the command line tool needs of its process; tests bring their own. */
export interface Io extends Files {
  readonly readStdin: () => Promise<string>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}
