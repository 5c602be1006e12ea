/** What is read of a file system, at paths as the host writes them; a host without one has none. */
export interface Files {
  readonly readFile: (path: string) => Promise<string>;
  /** The entries of a folder; undefined when the path is not a folder. */
  readonly readFolder: (path: string) => Promise<readonly Entry[] | undefined>;
}

export interface Entry {
  readonly name: string;
  readonly folder: boolean;
}

/** What is also asked about the files of a workspace. */
export interface WorkspaceFiles extends Files {
  /** In bytes. */
  readonly sizeOf: (path: string) => Promise<number>;
  readonly isWritable: (path: string) => Promise<boolean>;
}
