import type { RunInput, RunOutcome, RunPorts } from './input';
import { perform } from './perform';
import { tell } from './tell';

/** Runs task definitions, one run at a time for each family of a file. */
export interface Runner {
  /**
   * Asks where to run, shows the plan, asks once, registers what is new, runs it and watches it to RUNNING or STOPPED.
   * A second call for the same file says that one is under way and does nothing else. Throws `LiveFailure`, with what was
   * done until then in its sentence.
   */
  registerAndRun(input: RunInput, ports: RunPorts): Promise<RunOutcome>;
}

/** A runner that knows the runs under way; one for a window. */
export function createRunner(): Runner {
  const underWay = new Set<string>();
  return {
    registerAndRun: async (input, ports) => {
      const { ui, t } = ports;
      const key = `${input.source}#${input.family}`;
      if (underWay.has(key)) {
        await ui.inform('info', t('{0} is being run from {1} already.', input.family, input.source));
        return { kind: 'busy' };
      }
      underWay.add(key);
      // Given back before the last message is answered, which may be never.
      const result = await perform(input, ports).finally(() => underWay.delete(key));
      return tell(result, ports);
    },
  };
}
