import { type HttpProbe, healthCommand, httpProbe } from '../../model/health-command';
import { healthExample } from '../health-example';
import { defineRule, replace, report, suggestion } from '../rule';

const checked = (script: string, mark = false) =>
  healthExample(`"command": ["CMD-SHELL", "${script}"]`, mark ? `"${script}"` : undefined);

export const rule = defineRule({
  id: 'health-check-no-exit-code',
  category: 'reliability',
  severity: 'hint',
  title: 'A health check by curl or wget asks for nothing but the status',
  why: 'curl succeeds when it gets any answer, even status 500, unless it has -f (--fail). wget fails then, but keeps what it gets in a new file at every check, unless it has --spider or -O.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/healthcheck.html',
  bad: [
    checked('curl -s http://127.0.0.1:80/ || exit 1', true),
    checked("curl 'http://127.0.0.1:80/' > /dev/null 2>&1", true),
    checked('wget http://127.0.0.1:80/', true),
    healthExample('"command": ["CMD", "curl", "http://127.0.0.1/"]', '"curl"'),
  ],
  fixed: [
    checked('curl -f -s http://127.0.0.1:80/ || exit 1'),
    checked("curl -f 'http://127.0.0.1:80/' > /dev/null 2>&1"),
    checked('wget -q -O /dev/null http://127.0.0.1:80/'),
    healthExample('"command": ["CMD", "curl", "-f", "http://127.0.0.1/"]'),
  ],
  good: [
    checked('curl -f http://127.0.0.1:80/ || exit 1'),
    checked('curl -sSfL http://127.0.0.1:80/ || exit 1'),
    checked('curl --fail-with-body http://127.0.0.1:80/ || exit 1'),
    checked('curl -s http://127.0.0.1:80/ | grep -q ok'),
    checked('curl -s http://127.0.0.1:80/ -o /tmp/a && grep -q ok /tmp/a'),
    checked('wget -qO- http://127.0.0.1:80/ || exit 1'),
    checked('wget --no-verbose --tries=1 --spider http://127.0.0.1:80/ || exit 1'),
    checked('curl ${OPTIONS} http://127.0.0.1:80/'),
    checked('curl --version'),
  ],

  *check({ containerDefinitions }) {
    for (const { healthCheck } of containerDefinitions.items) {
      const probe = httpProbe(healthCheck.command);
      if (!probe?.args?.some((arg) => /^(?:https?:\/\/|localhost\b|127\.)/.test(arg))) continue;
      if (probe.args.some((arg) => enough[probe.program].test(arg))) continue;
      const options = missing[probe.program];
      const { place } = probe;
      const items = healthCheck.command.items.flatMap(({ literal }) => literal ?? []);
      const [mode = '', program = '', ...args] = items;
      const edit =
        healthCommand(healthCheck.command)?.mode === 'CMD'
          ? replace(healthCheck.command, [mode, program, ...options, ...args])
          : replace(
              place,
              program.replace(/^\s*\S+/, (tool) => [tool, ...options].join(' ')),
            );
      yield report(place, messages[probe.program], { fix: suggestion(`Add ${options.join(' ')}`, edit) });
    }
  },
});

type ByProgram<T> = Readonly<Record<HttpProbe['program'], T>>;

/** Options with which the program does nothing but ask. */
const enough: ByProgram<RegExp> = {
  curl: /^-[a-zA-Z]*f|^--fail/,
  wget: /^-[a-zA-Z]*O|^--(?:output-document|spider|delete-after)/,
};

const missing: ByProgram<readonly string[]> = { curl: ['-f'], wget: ['-q', '-O', '/dev/null'] };

const messages: ByProgram<string> = {
  curl: 'curl succeeds whatever status the server answers, even 500. Add -f, so that it fails from 400 on.',
  wget: 'wget keeps what it gets in a new file at every check. Add --spider, or -O /dev/null.',
};
