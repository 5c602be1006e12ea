import type { Command } from '../../../server/src/cli/command';
import type { AwsModule } from '../aws/load';
import { deployCommand } from './deploy-command';
import { diffCommand } from './diff-command';
import { planCommand } from './plan-command';
import { statusCommand } from './status-command';
import type { Terminal } from './terminal';
import { verifyCommand } from './verify-command';

/** The commands that work on an account; `aws` is called by the first of them that reaches for it. */
export function liveCommands(terminal: Terminal, aws: () => AwsModule): readonly Command[] {
  return [
    planCommand(terminal, aws),
    verifyCommand(terminal, aws),
    deployCommand(terminal, aws),
    diffCommand(terminal, aws),
    statusCommand(terminal, aws),
  ];
}
