import type { Field } from '../../model/field';
import { type HealthCommand, healthCommand, joinedForShell } from '../../model/health-command';
import { healthExample } from '../health-example';
import { defineRule, fix, replace, report } from '../rule';

const checked = (items: string, mark?: string) => healthExample(`"command": [${items}]`, mark);

export const rule = defineRule({
  id: 'health-check-cmd-shell-syntax',
  category: 'correctness',
  severity: 'warning',
  title: 'A health check that needs a shell asks for it with CMD-SHELL',
  why: 'CMD starts the first item as a program and gives it the others as they are. Without a shell a text with blanks is taken for the name of a program, and operators such as || are arguments like any other.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html',
  bad: [
    checked('"CMD", "curl -f http://127.0.0.1:80/ || exit 1"', '"curl -f http://127.0.0.1:80/ || exit 1"'),
    checked('"CMD", "curl", "-f", "http://127.0.0.1:80/", "||", "exit", "1"', '"||"'),
    checked('"CMD", "curl", "-f", "http://127.0.0.1:80/ || exit 1"', '"http://127.0.0.1:80/ || exit 1"'),
  ],
  fixed: [
    checked('"CMD-SHELL", "curl -f http://127.0.0.1:80/ || exit 1"'),
    checked('"CMD-SHELL", "curl -f http://127.0.0.1:80/ || exit 1"'),
  ],
  good: [
    checked('"CMD-SHELL", "curl -f http://127.0.0.1:80/ || exit 1"'),
    checked('"CMD", "curl", "-f", "http://127.0.0.1:80/?a=1&b=2;c"'),
    checked('"CMD", "sh", "-c", "curl -f http://127.0.0.1:80/ || exit 1"'),
    checked('"CMD", "mysql", "-e", "SELECT 1 || 2;"'),
    checked('"CMD", "expr", "1", "|", "0"'),
    checked('"CMD", "${PROGRAM} --check"'),
    checked('"CMD", "C:\\\\Program Files\\\\check.exe"'),
  ],

  *check({ containerDefinitions }) {
    for (const { healthCheck } of containerDefinitions.items) {
      const how = healthCommand(healthCheck.command);
      const place = how?.mode === 'CMD' ? needsShell(how) : undefined;
      if (!how || !place) continue;
      const joined = joinedForShell(how.parts);
      yield report(
        place,
        how.parts.length === 1
          ? `CMD has no shell that would split '${place.literal}': it is taken for the name of a program. Use CMD-SHELL.`
          : `CMD has no shell that would understand '${place.literal}': the program gets it as an argument. Use CMD-SHELL and one text.`,
        joined === undefined ? {} : { fix: fix('Use CMD-SHELL', replace(healthCheck.command, ['CMD-SHELL', joined])) },
      );
    }
  },
});

/** The item that only a shell understands, as far as that is certain: a program's arguments may look like anything. */
function needsShell({ parts }: HealthCommand): Field<string> | undefined {
  const [program, ...args] = parts;
  if (program?.literal === undefined) return undefined;
  // A path of Windows may have blanks in it.
  if (args.length === 0)
    return /\S\s+\S/.test(program.literal) && !program.literal.includes('\\') ? program : undefined;
  if (ownOperators.test(program.literal)) return undefined;
  return args.find(
    ({ literal = '' }, index) =>
      operator.test(literal) || (/\|\|\s*(?:exit|false)\b/.test(literal) && !takesScript(parts[index]?.literal)),
  );
}

const operator = /^(?:\|\|?|&&|>>?|\d>&\d|\d?>\s*\/dev\/null)$/;

/** Programs with arguments that look like operators of a shell. */
const ownOperators = /(?:^|\/)(?:test|\[|expr)$/;

/** True for options that are followed by a script, as of shells and interpreters. */
function takesScript(option = ''): boolean {
  return /^(?:-\w*[cepr]|--?\w*(?:command|eval|exec\w*)|\/[ck])$/i.test(option);
}
