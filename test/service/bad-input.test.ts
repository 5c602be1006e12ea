import process from 'node:process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { service } from '../support/service';

const uri = 'file:///w/task-definition.json';
const whole = `{
  // A comment
  "family": "web", "networkMode": "awsvpc", "requiresCompatibilities": ["FARGATE"], "cpu": "512", "memory": "1024",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:\u{1F433}", "portMappings": [{ "containerPort": 80 }], "environment": [{ "name": "A", "value": "b" }],
      "dependsOn": [{ "containerName": "side", "condition": "START" }], "healthCheck": { "command": ["CMD", "true"] } },
    { "name": "side", "image": "busybox", "essential": false, "logConfiguration": { "logDriver": "awslogs", "options": {} } },
  ],
  "volumes": [{ "name": "v", "efsVolumeConfiguration": { "fileSystemId": "fs-1" } }]
}`;

/** Asks everything of a text; every span must lie within it. */
async function ask(text: string, offsets: readonly number[]): Promise<void> {
  const snapshot = service.open(uri, text);
  const problems = await service.diagnose(snapshot);
  for (const { span, message } of problems) {
    expect(span.offset, message).toBeGreaterThanOrEqual(0);
    expect(span.end, message).toBeLessThanOrEqual(text.length);
    expect(span.offset, message).toBeLessThanOrEqual(span.end);
  }
  service.symbols(snapshot);
  service.quickFixes(snapshot, problems, { offset: 0, end: text.length });
  service.summarise(snapshot, problems);
  for (const offset of offsets) {
    for (const { replace } of service.complete(snapshot, offset)) {
      expect(replace.offset).toBeLessThanOrEqual(offset);
      expect(replace.end).toBeLessThanOrEqual(text.length);
    }
    service.hover(snapshot, offset);
  }
}

/** Seconds of this thread's own work: a busy machine does not count. */
async function secondsFor(work: () => Promise<void>): Promise<number> {
  const before = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1e6;
}

it('answers for a file cut off anywhere', async () => {
  for (let cut = 0; cut <= whole.length; cut++) await ask(whole.slice(0, cut), [cut, cut >> 1]);
}, 60_000);

describe('values of the wrong type', () => {
  const values = ['null', 'true', '1', '1.5', '-1', '1e999', '""', '"x"', '[]', '{}', '[null]', '[[]]', '[{}]', '[1]'];
  it.each(values)('%s anywhere gets an answer', async (value) => {
    const members = [...whole.matchAll(/"(\w+)": (?=["[{\d])/g)];
    for (const { 0: key, index } of members) {
      const at = index + key.length;
      await ask(`${whole.slice(0, at)}${value}, "rest": ${whole.slice(at)}`, [at]);
    }
  });

  it('are reported', async () => {
    const text =
      '{ "family": 1, "containerDefinitions": [{ "name": "app", "image": "nginx:1", "memory": 128, "portMappings": {} }] }';
    const found = await service.diagnose(service.open(uri, text));
    expect(
      found.filter(({ severity }) => severity === 'error').map(({ rule, pointer }) => `${rule} ${pointer}`),
    ).toEqual(['invalid-type /family', 'invalid-type /containerDefinitions/0/portMappings']);
  });
});

it.each([
  ['empty', ''],
  ['blank', ' \n\t'],
  ['byte order mark alone', '\uFEFF'],
  ['a lone brace', '{'],
  ['a word', 'family'],
  ['null', 'null'],
  ['lone surrogate and NUL', `{ "containerDefinitions": [{ "name": "\uD800\u0000" }] }`],
  ['lone carriage returns', whole.replaceAll('\n', '\r')],
  ['carriage return and line feed', whole.replaceAll('\n', '\r\n')],
  ['other line separators', whole.replaceAll('\n', '\u2028\u0085')],
])('%s gets an answer', async (_, text) => {
  await ask(text, [0, text.length, text.length >> 1]);
});

it('points at the same tokens with and without a byte order mark', async () => {
  const text = '{ "containerDefinitions": [{ "name": "a", "image": "b:1", "memory": 1, "imag": 1 }], "family": "f" }';
  const at = async (it: string) =>
    (await service.diagnose(service.open(uri, it))).map(
      ({ rule, span }) => `${rule} ${it.slice(span.offset, span.end)}`,
    );
  expect(await at(`\uFEFF${text}`)).toEqual(await at(text));
});

it('treats the names of object members like any other unknown property', async () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype'];
  const members = names.map((name) => `"${name}": {}`).join(', ');
  const text = `{ "family": "f", ${members}, "containerDefinitions": [{ "name": "a", "image": "b:1", "memory": 1, ${members} }] }`;
  const found = (await service.diagnose(service.open(uri, text))).filter(({ rule }) => rule === 'unknown-property');
  expect(found.map(({ pointer }) => pointer).toSorted()).toEqual(
    [...names.map((name) => `/${name}`), ...names.map((name) => `/containerDefinitions/0/${name}`)].toSorted(),
  );
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

describe('size', () => {
  it('answers for 1 MB of JSON', async () => {
    const container =
      '{ "name": "app", "image": "nginx:1.27", "memory": 128, "environment": [{ "name": "A", "value": "b" }] },';
    const text = `{ "family": "web", "containerDefinitions": [${container.repeat(Math.ceil(1_000_000 / container.length))}] }`;
    expect(await secondsFor(() => ask(text, [text.length >> 1]))).toBeLessThan(8);
  }, 30_000);

  /** Items as many as make 1 MB, no two the same. */
  const many = (item: (index: number) => string) => {
    const items: string[] = [];
    for (let length = 0; length < 1_000_000; length += (items.at(-1)?.length ?? 0) + 1) items.push(item(items.length));
    return items.join(',');
  };
  const containers = (item: (index: number) => string) =>
    `{ "family": "web", "requiresCompatibilities": ["FARGATE"], "containerDefinitions": [${many(item)}] }`;
  const container = (members: string) =>
    `{ "family": "web", "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128, ${members} }] }`;

  it.each([
    ['containers without an image', containers((i) => `{ "name": "a${i}", "memory": 1 }`)],
    [
      'containers that log to nowhere',
      containers((i) => `{ "name": "a${i}", "image": "a:1", "logConfiguration": { "logDriver": "awslogs" } }`),
    ],
    ['labels', container(`"dockerLabels": { ${many((i) => `"label${i}": "x"`)} }`)],
    ['labels of a wrong type', container(`"dockerLabels": { ${many((i) => `"label${i}": 1`)} }`)],
    ['variables of a wrong type', container(`"environment": [${many((i) => `{ "name": "V${i}", "value": 1 }`)}]`)],
    ['unknown members', container(many((i) => `"x${i}": 1`))],
    ['digits for a size', `{ "containerDefinitions": [], "cpu": "${'1'.repeat(1_000_000)}" }`],
    [
      'colons in the address of a variable',
      container(`"environment": [{ "name": "PASSWORD", "value": "a://${':'.repeat(1_000_000)}" }]`),
    ],
    [
      'what almost is an S3 host',
      `{ "containerDefinitions": [], "volumes": [{ "name": "v", "host": { "sourcePath": "${'a.s3-'.repeat(200_000)}" } }] }`,
    ],
    ['openings of comments', `{ "containerDefinitions": [] } \${x}${'/*'.repeat(500_000)}`],
  ])(
    'takes no more than time in proportion for 1 MB of %s',
    async (_, text) => {
      expect(await secondsFor(() => ask(text, [text.length >> 1]))).toBeLessThan(8);
    },
    60_000,
  );

  it.each(['[', '{"a":', '[{"a":'])('does not parse 30,000 levels of %s, and says so', async (open) => {
    const text = `{ "containerDefinitions": ${open.repeat(30_000)}`;
    await ask(text, [text.length]);
    const [found] = await service.diagnose(service.open(uri, text));
    expect(found).toMatchObject({ rule: 'document-refused', severity: 'information' });
  });

  it('does not analyse more than two million characters, and says so', async () => {
    const text = `{ "containerDefinitions": [] }${' '.repeat(2_000_000)}`;
    expect(await service.diagnose(service.open(uri, text))).toMatchObject([{ rule: 'document-refused' }]);
  });

  it('counts no brackets in strings and comments', async () => {
    const many = '['.repeat(200);
    const text = `{ "family": "${many}", // ${many}\n /* ${many} */ "containerDefinitions": [] }`;
    const found = await service.diagnose(service.open(uri, text));
    expect(found.map(({ rule }) => rule)).not.toContain('document-refused');
  });
});

it('answers for any text', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: whole.length }),
      fc.integer({ min: 0, max: 12 }),
      fc.string({
        maxLength: 12,
        unit: fc.constantFrom(
          '"',
          '{',
          '}',
          '[',
          ']',
          ',',
          ':',
          '\\',
          '/',
          '*',
          '\n',
          '\uFEFF',
          '\u{1F600}',
          '$',
          '<',
          'a',
          '1',
          '-',
          'null',
        ),
      }),
      async (at, length, inserted) => {
        const text = whole.slice(0, at) + inserted + whole.slice(at + length);
        await ask(text, [Math.min(at, text.length)]);
      },
    ),
    { numRuns: 300 },
  );
}, 60_000);
