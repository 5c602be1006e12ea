import { httpProbe } from '../../model/health-command';
import { healthExample } from '../health-example';
import { defineRule, replace, report, suggestion } from '../rule';

const checked = (script: string, mark?: string) => healthExample(`"command": ["CMD-SHELL", "${script}"]`, mark);
const direct = '"command": ["CMD", "wget", "-q", "--spider", "http://localhost/"]';

export const rule = defineRule({
  id: 'health-check-localhost-ipv6',
  category: 'reliability',
  severity: 'hint',
  title: 'A health check with wget asks 127.0.0.1, not localhost',
  why: 'localhost is ::1 as well as 127.0.0.1, and the wget of BusyBox, which images of Alpine have, tries only the first. Where that is ::1 and the program listens on IPv4 alone, every check is refused: the container becomes unhealthy while it serves. curl tries both.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/healthcheck.html',
  bad: [
    checked('wget -q --spider http://localhost:80/ || exit 1', '"wget -q --spider http://localhost:80/ || exit 1"'),
    healthExample(direct, '"http://localhost/"'),
  ],
  fixed: [
    checked('wget -q --spider http://127.0.0.1:80/ || exit 1'),
    healthExample(direct.replace('localhost', '127.0.0.1')),
  ],
  good: [
    checked('wget -q --spider http://127.0.0.1:80/ || exit 1'),
    checked('wget -q --spider http://localhost.example.com/ || exit 1'),
    checked('curl -f http://localhost:80/ || exit 1'),
    checked('wget -q --spider http://localhost:${PORT}/ || exit 1'),
  ],

  *check({ containerDefinitions, isWindows }) {
    if (isWindows !== false) return;
    for (const { healthCheck } of containerDefinitions.items) {
      if (httpProbe(healthCheck.command)?.program !== 'wget') continue;
      for (const item of healthCheck.command.items) {
        const text = item.literal;
        if (text === undefined || !localhost.test(text)) continue;
        yield report(
          item,
          'wget may try ::1 for localhost and nothing else, while the program listens on IPv4. Ask 127.0.0.1.',
          { fix: suggestion('Ask 127.0.0.1', replace(item, text.replace(localhost, '127.0.0.1'))) },
        );
      }
    }
  },
});

const localhost = /(?<=^|[\s"'/])localhost(?=$|[\s"'/:])/;
