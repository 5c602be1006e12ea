import { parseImage } from '../../model/container';
import type { Around, Snippet } from './snippet';

/**
 * Health checks by what they ask. The program has to be in the image.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html
 */
export const healthCheckSnippets: readonly Snippet[] = [
  check('PostgreSQL', 'pg_isready', () => 'pg_isready -U ${1:postgres}', 'postgres'),
  check('MySQL', 'mysqladmin ping', () => 'mysqladmin ping -h 127.0.0.1', 'mysql'),
  check('MariaDB', 'healthcheck.sh', () => 'healthcheck.sh --connect --innodb_initialized', 'mariadb'),
  check('Redis', 'redis-cli ping', () => 'redis-cli ping | grep PONG', 'redis'),
  check('Valkey', 'valkey-cli ping', () => 'valkey-cli ping | grep PONG', 'valkey'),
  check('HTTP with curl', 'fails for status 400 and above', (port) => `curl -f http://127.0.0.1:${port}/\${2:health}`),
  check(
    'HTTP with wget',
    'as images of Alpine have it',
    (port) => `wget -q -O /dev/null http://127.0.0.1:${port}/\${2:health}`,
  ),
  check('TCP', 'the port accepts connections', (port) => `nc -z 127.0.0.1 ${port}`),
  check('File', 'a file exists', () => 'test -f ${1:/tmp/healthy}'),
];

/** A check by a command of the shell; `repository` is the last part of the image's it is for. */
function check(label: string, detail: string, command: (port: string) => string, repository?: string): Snippet {
  return {
    label,
    detail,
    at: 'containerDefinitions.*.healthCheck',
    make: (around) =>
      around.task.isWindows || (repository !== undefined && repositoryOf(around) !== repository)
        ? undefined
        : {
            command: ['CMD-SHELL', `${command(portOf(around))} || exit 1`],
            interval: 30,
            timeout: 5,
            retries: 3,
            startPeriod: 15,
          },
  };
}

function portOf({ container }: Around): string {
  const ports = container?.portMappings.items.flatMap(({ containerPort }) => containerPort.literal ?? []);
  return `\${1:${ports?.[0] ?? 8080}}`;
}

function repositoryOf({ container }: Around): string | undefined {
  return parseImage(container?.image.literal ?? '')
    .repository.split('/')
    .at(-1);
}
