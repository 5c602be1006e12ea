/** What to read of a log group in CloudWatch Logs. */
export interface LogQuery {
  readonly group: string;
  /** Names of streams; at most 100. Absent: all, or those of `prefix`. */
  readonly streams?: readonly string[];
  /** Beginning of the streams' names; not together with `streams`. */
  readonly prefix?: string;
  /** Milliseconds since the epoch, both included. */
  readonly from?: number;
  readonly to?: number;
  /** A filter pattern of CloudWatch Logs. */
  readonly filter?: string;
  /** At most 10,000. */
  readonly limit?: number;
  /** The latest events first; not every endpoint heeds it. */
  readonly latestFirst?: boolean;
  /** Of the page before. */
  readonly next?: string;
}

export interface LogEvent {
  /** One of its group: an event that comes again has the same one. */
  readonly id: string;
  readonly stream: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly message: string;
}

export interface LogPage {
  readonly events: readonly LogEvent[];
  /** Absent: there is no more for now. */
  readonly next?: string;
}
