import { healthCommand, joinedForShell } from '../../model/health-command';
import { healthExample } from '../health-example';
import { defineRule, fix, replace, report } from '../rule';

const checked = (items: string, mark?: string) => healthExample(`"command": ["CMD-SHELL", ${items}]`, mark);

export const rule = defineRule({
  id: 'health-check-cmd-shell-args',
  category: 'correctness',
  severity: 'warning',
  title: 'CMD-SHELL is followed by one text',
  why: 'The shell runs the first item after CMD-SHELL, as in `sh -c`. Further items are its positional parameters ($0, $1 …), so the program starts without its arguments.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html',
  bad: [
    checked('"curl", "-f", "http://127.0.0.1:80/", "||", "exit", "1"', '"-f"'),
    checked('"grep -q", "two words", "/tmp/state"', '"two words"'),
  ],
  fixed: [checked('"curl -f http://127.0.0.1:80/ || exit 1"')],
  good: [
    checked('"curl -f http://127.0.0.1:80/ || exit 1"'),
    checked('"curl -f", "${URL}"'),
    healthExample('"command": ["CMD", "curl", "-f", "http://127.0.0.1:80/"]'),
  ],

  *check({ containerDefinitions }) {
    for (const { healthCheck } of containerDefinitions.items) {
      const { mode, parts = [] } = healthCommand(healthCheck.command) ?? {};
      const [script, extra] = parts;
      if (mode !== 'CMD-SHELL' || script?.literal === undefined || extra?.literal === undefined) continue;
      const joined = joinedForShell(parts);
      yield report(
        extra,
        `The shell runs '${script.literal}' alone: what follows it are parameters of the shell. Write one text.`,
        joined === undefined ? {} : { fix: fix('Join with blanks', replace(healthCheck.command, [mode, joined])) },
      );
    }
  },
});
