import { healthCommand } from '../../model/health-command';
import { simpleWords } from '../../model/words';
import { healthExample } from '../health-example';
import { defineRule, fix, replace, report } from '../rule';

const checked = (items: string, mark?: string) => healthExample(`"command": [${items}]`, mark);
const good = '"CMD-SHELL", "curl -f http://127.0.0.1:80/ || exit 1"';

export const rule = defineRule({
  id: 'health-check-console-string',
  category: 'correctness',
  severity: 'warning',
  title: 'The items of a health check are apart, without the commas and quotes of the console',
  why: 'The console takes a health check as one line, `CMD-SHELL, curl -f http://localhost/`. In a file each part is an item of its own: a line that is pasted into one item is the name of no program.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html',
  narrows: ['health-check-command-prefix'],
  bad: [
    checked(
      '"CMD-SHELL, curl -f http://127.0.0.1:80/ || exit 1"',
      '"CMD-SHELL, curl -f http://127.0.0.1:80/ || exit 1"',
    ),
    checked('"CMD, /bin/check, --fast"', '"CMD, /bin/check, --fast"'),
    checked('"CMD-SHELL,", "curl -f http://127.0.0.1:80/ || exit 1"', '"CMD-SHELL,"'),
    checked(
      `"['CMD-SHELL', 'curl -f http://127.0.0.1:80/ || exit 1']"`,
      `"['CMD-SHELL', 'curl -f http://127.0.0.1:80/ || exit 1']"`,
    ),
    checked(`"CMD-SHELL", "'curl -f http://127.0.0.1:80/ || exit 1'"`, `"'curl -f http://127.0.0.1:80/ || exit 1'"`),
  ],
  fixed: [checked(good), checked('"CMD", "/bin/check", "--fast"'), checked(good), checked(good), checked(good)],
  good: [
    checked(good),
    checked('"CMD-SHELL", "[ -f /tmp/ready ]"'),
    checked('"CMD", "grep", "-q", "\'a, b\'", "/tmp/state"'),
    checked(`"CMD-SHELL", "'/opt/my app/check'"`),
    checked('"${MODE}, curl -f http://127.0.0.1:80/"'),
    checked('"/cmd, run"'),
    checked('"cmd /c check.bat"'),
    checked('"cmd-shell", "/bin/check"'),
  ],

  *check({ containerDefinitions }) {
    for (const { healthCheck } of containerDefinitions.items) {
      const { command } = healthCheck;
      const [first, second] = command.items;
      const items = command.items.flatMap(({ literal }) => literal ?? []);
      if (!first || items.length < command.items.length) continue;
      const isMode = healthCommand(command) !== undefined;
      const pasted = isMode ? unquotedScript(items) : separated(items);
      if (!pasted) continue;
      yield report(
        isMode && second ? second : first,
        isMode
          ? 'The quotes are part of this item, so all of it is taken for the name of a program. Remove them.'
          : 'This is how the console writes a health check. In a file CMD or CMD-SHELL is an item of its own, and so is what follows.',
        pasted.length === 0 ? {} : { fix: fix('Write it as items', replace(command, pasted)) },
      );
    }
  },
});

/** Items that were pasted as one line, or with its marks; empty where they cannot be told apart. */
function separated([first = '', ...others]: readonly string[]): readonly string[] | undefined {
  const [, bracket, , word = '', mark, rest = ''] =
    /^(\[?)\s*(["']?)(cmd(?:-shell)?)\2\s*(,|\s|$)(.*)$/is.exec(first.trim()) ?? [];
  // A mode in lower case is all right but for that, and `cmd` is a program of Windows.
  if (mark === undefined || word === first || (word === 'cmd' && mark !== ',')) return undefined;
  const mode = word.toUpperCase();
  const parts = rest.trim() === '' ? others : others.length > 0 ? [] : splitLine(mode, mark, rest);
  const bare = parts.map((part, index) => {
    const isEnd = bracket !== '' && index === parts.length - 1 && part.trimEnd().endsWith(']');
    return unquoted((isEnd ? part.trimEnd().slice(0, -1) : part).trim().replace(/,$/, ''));
  });
  return bare.length > 0 ? [mode, ...bare] : [];
}

function splitLine(mode: string, mark: string, rest: string): readonly string[] {
  if (mode === 'CMD-SHELL') return [rest];
  return mark === ',' ? rest.split(',') : (simpleWords(rest) ?? []);
}

/** The items without the quotes around a whole text for the shell, which make it the name of a program. */
function unquotedScript([mode, script = '', ...more]: readonly string[]): readonly string[] | undefined {
  const inner = unquoted(script);
  if (mode !== 'CMD-SHELL' || more.length > 0 || inner === script) return undefined;
  // A path may have blanks in it.
  return /^\S+\s/.test(inner) && !/^\/|\\/.test(inner) ? [mode, inner] : undefined;
}

/** A text without the quotes around it, if these two are the only ones of their kind. */
function unquoted(text: string): string {
  return /^(["'])((?:(?!\1).)*)\1$/s.exec(text)?.[2] ?? text;
}
