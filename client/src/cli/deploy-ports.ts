import { abortable } from '../abortable';
import { createActivities } from '../live/activity/store';
import { differences } from '../live/deploy/differences';
import type { ChangePorts } from '../live/deploy/input';
import { differenceLine } from '../live/deploy/lines';
import { plain } from '../live/plain';
import type { EcsGateway } from '../live/ports';
import { type Aimed, planPorts } from './aimed';
import { silent } from './connect';
import type { Report } from './deploy-report';
import type { Terminal } from './terminal';
import { type Answers, terminalUi } from './terminal-ui';

/** What deploying needs, on a terminal. */
export function changePorts(
  aim: Aimed,
  gateway: EcsGateway,
  given: { readonly terminal: Terminal; readonly answers: Answers; readonly report: Report; readonly minutes: number },
): ChangePorts {
  const { terminal, answers, report, minutes } = given;
  const ports = planPorts(aim, gateway, terminal);
  const activities = createActivities({
    memory: ports.memory,
    clock: terminal.clock,
    log: silent,
    newId: terminal.newId,
    t: plain,
    gateway: async () => gateway,
    abortable,
    minutes: () => minutes,
    // The report tells the end.
    tell: () => undefined,
  });
  return {
    ...ports,
    ui: terminalUi(terminal, answers, report.step),
    log: silent,
    // Kept by whoever runs the command: what was called stands in its output.
    audit: (line) => terminal.err(`${line}\n`),
    activities,
    compare: async (left, right) => {
      const lines = differences(left.definition, right.definition).map((it) => differenceLine(it, plain));
      terminal.err(`From ${left.name} to ${right.name}:\n${lines.map((line) => `  ${line}\n`).join('')}`);
    },
    show: async (_title, text) => terminal.out(text),
    onChanged: () => undefined,
  };
}
