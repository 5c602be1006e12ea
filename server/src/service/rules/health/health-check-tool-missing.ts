import type { Container } from '../../model/container';
import { type HttpProbe, httpProbe } from '../../model/health-command';
import { toolsLackedBy } from '../../model/image-tools';
import { healthExample } from '../health-example';
import { defineRule, replace, report, suggestion } from '../rule';

const checking = (image: string, command: string, mark?: string, before?: string) =>
  healthExample(`"command": ${command}`, mark, before).replace('nginx:1.27', image);
const curl = '["CMD-SHELL", "curl -f http://127.0.0.1:8080/ || exit 1"]';
const wget = '["CMD-SHELL", "wget -q -O /dev/null http://127.0.0.1:8080/ || exit 1"]';

export const rule = defineRule({
  id: 'health-check-tool-missing',
  category: 'reliability',
  severity: 'hint',
  title: 'A health check uses programs that the image has',
  why: 'The check runs within the container. Slim and distroless images have neither curl nor wget, those of Alpine have the wget of BusyBox alone: the check fails from the first time on, and the container is replaced however healthy it is.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/healthcheck.html',
  bad: [
    checking('redis:7-alpine', curl, '"curl -f http://127.0.0.1:8080/ || exit 1"'),
    checking('node:20-slim', '["CMD", "curl", "-f", "http://127.0.0.1:8080/"]', '"curl"'),
    checking('gcr.io/distroless/java21-debian12', wget, '"wget -q -O /dev/null http://127.0.0.1:8080/ || exit 1"'),
  ],
  fixed: [checking('redis:7-alpine', wget)],
  good: [
    checking('node:20-alpine', wget),
    checking('node:20', curl),
    checking('nginx:1.27-alpine', curl),
    checking('example/app:1.2-alpine', curl),
    checking('gcr.io/distroless/java21-debian12:debug', wget),
    checking('public.ecr.aws/docker/library/python:3.12-slim', '["CMD", "python", "/app/check.py"]'),
    checking(
      'alpine:3.20',
      curl,
      undefined,
      '\n      "entryPoint": ["sh", "-c"],\n      "command": ["apk add curl && exec /srv/app"],',
    ),
  ],

  *check({ containerDefinitions }) {
    for (const container of containerDefinitions.items) {
      const { healthCheck, image } = container;
      const probe = httpProbe(healthCheck.command);
      if (!probe || image.literal === undefined) continue;
      const lacks = toolsLackedBy(image.literal);
      if (!lacks.includes(probe.program) || mayInstall(container, probe.program)) continue;
      const mended = lacks.includes('wget') ? undefined : withWget(probe);
      yield report(
        probe.place,
        `The image '${image.literal}' has no ${probe.program}, so this check always fails. ${lacks.includes('wget') ? 'Check with a program that it has.' : 'Use the wget that it has.'}`,
        mended === undefined ? {} : { fix: suggestion('Use wget', replace(probe.place, mended)) },
      );
    }
  },
});

/** True where the container's own command speaks of the program, or may do so; also where its check has another way. */
function mayInstall({ command, entryPoint, healthCheck }: Container, program: HttpProbe['program']): boolean {
  const other = program === 'curl' ? 'wget' : 'curl';
  const texts = [...command.items, ...entryPoint.items];
  return (
    texts.some(({ literal }) => literal === undefined || literal.includes(program)) ||
    healthCheck.command.items.some(({ literal }) => literal?.includes(other))
  );
}

/** The same request with wget, where curl has no options that wget would need as well. */
function withWget({ place, args }: HttpProbe): string | undefined {
  const [url, another] = args?.filter((arg) => !/^-(?:[fsSL]+|-fail|-silent|-show-error|-location)$/.test(arg)) ?? [];
  if (!url || another !== undefined || !/^https?:/.test(url) || !place.literal?.includes(' ')) return undefined;
  const failure = /\|\|.*$/s.exec(place.literal)?.[0];
  return `wget -q -O /dev/null ${url}${failure === undefined ? '' : ` ${failure}`}`;
}
