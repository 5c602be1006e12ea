export declare function workbenchServer(root: string): string;
export declare function ensureWorkbench(options: {
  readonly root: string;
  readonly log?: (line: string) => void;
}): Promise<void>;
export declare function findChromium(env?: NodeJS.ProcessEnv): string;
