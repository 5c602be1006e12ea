import type { Io } from '../../../server/src/cli/io';
import type { Clock, NewId } from '../live/ports';

/** What commands that work on an account need besides of their process; tests bring their own. */
export interface Terminal extends Io {
  /** Whether somebody can answer. */
  readonly canAsk: boolean;
  /** Asks for a line. */
  readonly ask: (question: string) => Promise<string>;
  /** Ctrl-C; what is answered ends the listening. */
  readonly onInterrupt: (listener: () => void) => () => void;
  readonly clock: Clock;
  readonly newId: NewId;
}
