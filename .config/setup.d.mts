export declare const root: string;
export declare function ensurePackaged(log?: (line: string) => void): boolean;
