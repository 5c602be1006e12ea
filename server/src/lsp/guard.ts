import type { CancellationToken } from 'vscode-languageserver';

/** Reports a bug of ours: the name of the handler and the error, never a document's text. */
export type ReportBug = (where: string, error: unknown) => void;

/** Wraps a request handler: a bug in it is reported once, costs this answer only, and a cancelled request is not worked on. */
export function createGuard(reportBug: ReportBug) {
  return <P, R>(name: string, empty: R, handle: (params: P) => R | Promise<R>) =>
    async (params: P, token?: CancellationToken): Promise<R> => {
      if (token?.isCancellationRequested) return empty;
      try {
        return await handle(params);
      } catch (error) {
        reportBug(name, error);
        return empty;
      }
    };
}
