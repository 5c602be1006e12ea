/** What the command line tool needs of its process; tests bring their own. */
export interface Io {
  readonly readFile: (path: string) => Promise<string>;
  /** The entries of a folder; undefined when the path is not a folder. */
  readonly readFolder: (
    path: string,
  ) => Promise<readonly { readonly name: string; readonly folder: boolean }[] | undefined>;
  readonly readStdin: () => Promise<string>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}
