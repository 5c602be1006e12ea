import type { WorkspaceFiles } from '../files/files';

/** What the command line tool needs of its process; tests bring their own. */
export interface Io extends Pick<WorkspaceFiles, 'readFile' | 'readFolder' | 'sizeOf'> {
  /** The folder that the command runs in. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether a person sees what is written. */
  readonly isTerminal: { readonly out: boolean; readonly err: boolean };
  readonly readStdin: () => Promise<string>;
  /** Replaces a file's text at once; rejects where the file no longer holds the text before. */
  readonly replaceFile: (path: string, before: string, after: string) => Promise<void>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}
