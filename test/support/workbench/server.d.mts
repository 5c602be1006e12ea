export interface WorkbenchOptions {
  readonly root: string;
  /** 0 or absent takes any free port. */
  readonly port?: number;
  /** Kept at the end; without it a temporary folder is used and removed. */
  readonly dataDir?: string;
  /** All that the extension sees of AWS. */
  readonly env?: Readonly<Record<string, string>>;
  readonly vsix?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** False leaves folders in Restricted Mode. */
  readonly trust?: boolean;
  /** For suites inside the extension host; hides notifications. */
  readonly driver?: boolean;
  readonly log?: (line: string) => void;
}

export interface Workbench {
  readonly url: string;
  readonly dataDir: string;
  /** The exit code of the server, when it ends by itself or is stopped. */
  readonly closed: Promise<number>;
  stop(): Promise<void>;
}

export declare const plainSettings: Readonly<Record<string, unknown>>;
export declare function startWorkbench(options: WorkbenchOptions): Promise<Workbench>;
export declare function folderUrl(
  url: string,
  folder: string,
  payload?: readonly (readonly [string, string])[],
): string;
export declare function requirePort(port: number): Promise<void>;
