import type { Container } from '../../model/container';
import type { List } from '../../model/field';
import { isKnown } from '../../model/known';
import { type PortRange, statedPorts } from '../../model/ports';
import { isSidecar } from '../../model/sidecar';
import { healthExample } from '../health-example';
import { defineRule, replace, report, suggestion } from '../rule';

const checked = (url: string, mark = false, more = '', ports = '[{ "containerPort": 8080 }]') => {
  const item = `"curl -f ${url} || exit 1"`;
  const before = `\n      "portMappings": ${ports},${more}`;
  return healthExample(`"command": ["CMD-SHELL", ${item}]`, mark ? item : undefined, before);
};

export const rule = defineRule({
  id: 'health-check-port-not-exposed',
  category: 'reliability',
  severity: 'warning',
  title: 'A health check asks a port that the container listens on',
  why: 'The check runs within the container: it asks the port that the program listens on, not the one of the host or of the load balancer. Where no port mapping, variable or command has the port, nothing is likely to listen there, so the container becomes unhealthy and is replaced again and again.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/healthcheck.html',
  bad: [checked('http://localhost:8081/', true)],
  fixed: [checked('http://localhost:8080/')],
  good: [
    checked('http://localhost:8080/'),
    checked('http://localhost/'),
    checked('http://example.com:8081/'),
    checked('http://localhost:8081/actuator/health'),
    checked('http://localhost:8081/', false, '\n      "environment": [{ "name": "PORT", "value": "8081" }],'),
    checked('http://localhost:8081/', false, '\n      "environment": [{ "name": "APP_PORT", "value": "${PORT}" }],'),
    checked('http://localhost:8081/', false, '\n      "command": ["serve", "--listen=0.0.0.0:8081"],'),
    checked('http://localhost:8081/', false, '', '[{ "containerPortRange": "8080-8090" }]'),
    checked('http://localhost:8081/', false, '', '[{ "containerPort": "${PORT}" }]'),
    checked('http://localhost:8081/', false, '', '[]'),
  ],

  *check({ effectiveNetworkMode: mode, containerDefinitions }) {
    // In host mode anything on the instance can be asked.
    if (mode === 'host' || mode === 'none') return;
    // Most checks ask a port that is mapped: the texts of the containers are read for the others alone.
    const suspects = containerDefinitions.items.flatMap(suspectIn);
    if (suspects.length === 0) return;
    const inTask = mode === 'bridge' ? undefined : listeningIn(containerDefinitions.items);
    for (const { container, own, asked } of suspects) {
      const listens = mode === 'bridge' ? listeningIn([container]) : inTask;
      if (!listens) continue;
      const shown = own.map(({ first, last }) => (first === last ? first : `${first}-${last}`)).join(', ');
      const [only, another] = own;
      for (const { item, text, at, port } of asked) {
        if (listens(port)) continue;
        const mended = `${text.slice(0, at)}${only?.first}${text.slice(at + String(port).length)}`;
        yield report(
          item,
          `The health check asks port ${port}, but the ports of '${container.name.literal}' are ${shown}. Ask the port that the container listens on, or add a mapping for it.`,
          {
            ...(only &&
              !another &&
              !only.isRange && { fix: suggestion(`Ask port ${only.first}`, replace(item, mended)) }),
            related: own.map(({ place }) => ({ place, message: 'What the container listens on' })),
          },
        );
      }
    }
  },
});

/** A container with ports whose health check asks another port. */
function suspectIn(container: Container) {
  const { healthCheck, portMappings } = container;
  if (!healthCheck.command.present || portMappings.items.length === 0 || isSidecar(container)) return [];
  const own = portMappings.items.flatMap((mapping) => statedPorts(mapping) ?? []);
  const asked = askedPorts(healthCheck.command).filter(({ port }) => !isAmong(own, port));
  return asked.length === 0 ? [] : [{ container, own, asked }];
}

/** Ports of the container itself that a command asks, where the path is not of a kind that often has a port of its own. */
function askedPorts(command: Container['healthCheck']['command']) {
  return command.items.flatMap((item) => {
    const text = item.literal ?? '';
    return Array.from(text.matchAll(/https?:\/\/(?:localhost|127\.0\.0\.1):(\d{1,5})(\S*)/g), (match) => {
      const [, port = '', path = ''] = match;
      const at = match.index + match[0].length - path.length - port.length;
      return { item, text, at, port: Number(port), path };
    }).filter(({ path }) => !/\/(?:actuator|admin|manage|metrics)/i.test(path));
  });
}

/** Tells whether anything says that one of the containers listens on a port; undefined where too little is known. */
function listeningIn(containers: readonly Container[]): ((port: number) => boolean) | undefined {
  if (!containers.every(isOpen)) return undefined;
  const ranges = containers.flatMap(({ portMappings }) => portMappings.items.map(statedPorts));
  if (ranges.includes(undefined)) return undefined;
  const texts = containers.flatMap(({ environment, command, entryPoint }) =>
    [...environment.items.map(({ value }) => value), ...command.items, ...entryPoint.items].map(
      ({ literal }) => literal,
    ),
  );
  const words = new Set(texts.flatMap((text) => text?.match(/\d+/g) ?? []).map(Number));
  return (port) => words.has(port) || isAmong(ranges, port);
}

function isAmong(ranges: readonly (PortRange | undefined)[], port: number): boolean {
  return ranges.some((range) => range && range.first <= port && port <= range.last);
}

/** True where all is known that could say which ports a container listens on. */
function isOpen({ portMappings, environment, environmentFiles, secrets, command, entryPoint }: Container): boolean {
  const known = (list: List<{ readonly literal: string | undefined }>) =>
    isKnown(list) && list.items.every(({ literal }) => literal !== undefined);
  const mayBePort = (name: string | undefined) => name === undefined || /port|addr|bind|listen|server|url/i.test(name);
  return (
    isKnown(portMappings) &&
    isKnown(environment) &&
    known(command) &&
    known(entryPoint) &&
    !environmentFiles.present &&
    isKnown(secrets) &&
    !secrets.items.some(({ name }) => mayBePort(name.literal)) &&
    !environment.items.some(({ name, value }) => value.literal === undefined && mayBePort(name.literal))
  );
}
