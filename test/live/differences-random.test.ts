import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameDefinition } from '../../client/src/live/definition';
import { differences } from '../../client/src/live/deploy/differences';
import { render, templates } from '../../server/src/service';
import { fixtures } from '../support/fixtures';

type Json = Readonly<Record<string, unknown>>;
type Path = readonly string[];

const files: readonly Json[] = [
  ...templates.map(({ id }) => JSON.parse(render(id, 'json', id))),
  ...fixtures('ok').map(([, text]) => JSON.parse(text)),
];
const places = files.flatMap((file) => pathsIn(file, []).map((path) => ({ file, path })));

test('one value that is another anywhere is a difference', () => {
  expect(places.length).toBeGreaterThan(500);
  for (const { file, path } of places) {
    for (const other of othersOf(at(file, path), path)) {
      const changed = withValue(file, path, other);
      const told = [sameDefinition(file, changed), differences(file, changed).length > 0];
      expect([path.join('.'), other, ...told]).toEqual([path.join('.'), other, false, true]);
    }
  }
});

test('one value that is gone is a difference unless ECS gives it anyway', () => {
  const silent = places
    .filter(({ path }) => path.length > 1 || path[0] !== 'tags')
    .filter(({ file, path }) => sameDefinition(file, withValue(file, path, undefined)))
    .map(({ file, path }) => `${path.filter((it) => !/^\d+$/.test(it)).join('.')}: ${JSON.stringify(at(file, path))}`);
  expect([...new Set(silent)].toSorted()).toMatchInlineSnapshot(`
    [
      "containerDefinitions.essential: true",
      "containerDefinitions.healthCheck.interval: 30",
      "containerDefinitions.healthCheck.retries: 3",
      "containerDefinitions.healthCheck.timeout: 5",
      "containerDefinitions.mountPoints.readOnly: false",
      "containerDefinitions.portMappings.hostPort: 0",
      "containerDefinitions.portMappings.hostPort: 8080",
      "containerDefinitions.portMappings.protocol: "tcp"",
      "networkMode: "awsvpc"",
      "networkMode: "bridge"",
      "runtimePlatform.cpuArchitecture: "X86_64"",
      "runtimePlatform.operatingSystemFamily: "LINUX"",
      "runtimePlatform: {"operatingSystemFamily":"LINUX","cpuArchitecture":"X86_64"}",
    ]
  `);
});

test('whatever two files differ in: registering and the list of differences agree', () => {
  const edit = fc.record({
    place: fc.nat(),
    how: fc.constantFrom('remove', 'repeat', 'turn', 'null', 'empty', 'other'),
  });
  const property = fc.property(
    fc.nat(files.length - 1),
    fc.array(edit, { minLength: 1, maxLength: 4 }),
    (index, edits) => {
      const file = files[index] ?? {};
      let changed = file;
      for (const { place, how } of edits) {
        const paths = pathsIn(changed, []);
        const path = paths[place % Math.max(paths.length, 1)];
        if (path) changed = edited(changed, path, how);
      }
      expect(differences(file, changed).length === 0).toBe(sameDefinition(file, changed));
      expect(sameDefinition(file, changed)).toBe(sameDefinition(changed, file));
    },
  );
  fc.assert(property, { numRuns: 500 });
});

test('the order of what has no order is no difference', () => {
  const given = {
    family: 'job',
    containerDefinitions: [
      {
        name: 'job',
        image: 'job',
        portMappings: [
          { containerPort: 80, hostPort: 8080 },
          { containerPort: 80, hostPort: 8081 },
        ],
        systemControls: [
          { namespace: 'net.core.somaxconn', value: '1024' },
          { namespace: 'kernel.msgmax', value: '1' },
        ],
        linuxParameters: {
          tmpfs: [
            { containerPath: '/b', size: 1 },
            { containerPath: '/a', size: 2 },
          ],
          devices: [{ hostPath: '/dev/b' }, { hostPath: '/dev/a' }],
        },
      },
    ],
  };
  const turned = JSON.parse(JSON.stringify(given), (_, value) => (Array.isArray(value) ? value.toReversed() : value));
  expect([sameDefinition(given, turned), differences(given, turned)]).toEqual([true, []]);
});

test('a schema for editors is no part of what is registered', () => {
  const file = { $schema: 'https://example.com/task.json', family: 'a', containerDefinitions: [] };
  const { $schema: _, ...rest } = file;
  expect([sameDefinition(file, rest), differences(file, rest)]).toEqual([true, []]);
});

test('a platform is implied on Fargate alone', () => {
  const platform = { runtimePlatform: { cpuArchitecture: 'X86_64', operatingSystemFamily: 'LINUX' } };
  const onEc2 = { family: 'a', requiresCompatibilities: ['EC2'], containerDefinitions: [] };
  const onFargate = { ...onEc2, requiresCompatibilities: ['FARGATE'] };
  expect(sameDefinition(onFargate, { ...onFargate, ...platform })).toBe(true);
  expect(sameDefinition(onEc2, { ...onEc2, ...platform })).toBe(false);
});

test('options of volume drivers, which may be passwords, are not told', () => {
  const volume = (o: string): Json => ({
    family: 'a',
    volumes: [{ name: 'share', dockerVolumeConfiguration: { driverOpts: { o }, labels: { o } } }],
  });
  const told = differences(volume('password=canary-1'), volume('password=canary-2'));
  expect(told).toHaveLength(2);
  expect(JSON.stringify(told)).not.toContain('canary');
});

/** Of every value below an object or list. */
function pathsIn(value: unknown, above: Path): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [[...above, key], ...pathsIn(item, [...above, key])]);
}

function at(value: unknown, path: Path): unknown {
  return path.reduce((it, key) => (it as Json)[key], value);
}

function withValue(file: Json, path: Path, value: unknown): Json {
  const copy = structuredClone(file);
  const holder = at(copy, path.slice(0, -1)) as Record<string, unknown>;
  const key = path.at(-1) ?? '';
  if (value !== undefined) holder[key] = value;
  else if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
  return copy;
}

function othersOf(value: unknown, path: Path): readonly unknown[] {
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'number') return [value + 1];
  // Sizes are read whatever the case of their units.
  if (typeof value === 'string')
    return /^(?:cpu|memory)$/.test(path.join('.'))
      ? ['12345']
      : [`${value}x`, turnedCase(value)].filter((it) => it !== value);
  return [];
}

function turnedCase(text: string): string {
  return text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase();
}

function edited(file: Json, path: Path, how: string): Json {
  const value = at(file, path);
  switch (how) {
    case 'repeat':
      return Array.isArray(value) ? withValue(file, path, [...value, ...value]) : file;
    case 'turn':
      return Array.isArray(value) ? withValue(file, path, value.toReversed()) : file;
    case 'null':
      return withValue(file, path, null);
    case 'empty':
      return withValue(file, path, Array.isArray(value) ? [] : typeof value === 'object' ? {} : '');
    case 'other':
      return withValue(file, path, othersOf(value, path)[0] ?? value);
    default:
      return withValue(file, path, undefined);
  }
}
