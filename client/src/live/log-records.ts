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

/** What a session of Live Tail is to bring. */
export interface LiveTailQuery {
  /** The ARN of a log group, without `:*` at its end. */
  readonly groupArn: string;
  /** Beginnings of the streams' names; at most 100. */
  readonly prefixes: readonly string[];
}

/** What came within a second. The first one, which is empty, says that the session has begun. */
export interface LiveTailUpdate {
  readonly events: readonly LiveTailEvent[];
  /** There was more: 500 events were picked from it. */
  readonly sampled: boolean;
}

/** Without an id: lines that are equal cannot be told apart. */
export type LiveTailEvent = Omit<LogEvent, 'id'>;
