import { createRequire } from 'node:module';
import Ajv from 'ajv';
import type { Log, Result } from 'sarif';
import { describe, expect, it } from 'vitest';
import { run } from '../support/cli';

const require = createRequire(import.meta.url);
const schema = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
const isLog = new Ajv({ schemaId: 'auto' })
  .addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json'))
  .compile(schema);

const sick = `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:latest", "memory": "128", "portMapping": [] }
  ]
}
`;

/** The report, which is valid by the schema of the standard. */
async function report(
  files: Readonly<Record<string, string>>,
  ...argv: readonly string[]
): Promise<Log['runs'][number]> {
  const { out } = await run(files, 'lint', '--format', 'sarif', ...argv);
  const log = JSON.parse(out) as Log;
  expect(isLog(log), JSON.stringify(isLog.errors)).toBe(true);
  expect(log.version).toBe('2.1.0');
  const [only] = log.runs;
  if (!only || log.runs.length > 1) throw new Error('one run');
  return only;
}

const ofRule = ({ results = [] }: { readonly results?: Result[] | undefined }, rule: string): readonly Result[] =>
  results.filter(({ ruleId }) => ruleId === rule);

describe('sarif', () => {
  it('says where, what and how to mend it', async () => {
    const found = await report({ 'infra/my web.json': sick }, 'infra');
    expect(found.columnKind).toBe('utf16CodeUnits');
    expect(found.originalUriBaseIds).toHaveProperty(['%SRCROOT%']);
    expect(found.invocations).toEqual([{ executionSuccessful: true }]);
    expect(ofRule(found, 'unknown-property')).toEqual([
      {
        ruleId: 'unknown-property',
        ruleIndex: expect.any(Number),
        level: 'error',
        message: { text: "Unknown property 'portMapping'. Did you mean 'portMappings'?" },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'infra/my%20web.json', uriBaseId: '%SRCROOT%' },
              region: { startLine: 4, startColumn: 64, endLine: 4, endColumn: 77 },
            },
            logicalLocations: [{ fullyQualifiedName: '/containerDefinitions/0/portMapping' }],
          },
        ],
        partialFingerprints: { 'taskdefPointer/v1': expect.stringMatching(/^[0-9a-f]{32}$/) },
        fixes: [
          {
            description: { text: "Rename to 'portMappings'" },
            artifactChanges: [
              {
                artifactLocation: { uri: 'infra/my%20web.json', uriBaseId: '%SRCROOT%' },
                replacements: [
                  {
                    deletedRegion: { startLine: 4, startColumn: 64, endLine: 4, endColumn: 77 },
                    insertedContent: { text: '"portMappings"' },
                  },
                ],
              },
            ],
          },
        ],
      },
    ]);
    // What decides something for the user is no fix to be applied unseen.
    expect(ofRule(found, 'image-tag-latest')).toMatchObject([{ level: 'warning' }]);
    expect(ofRule(found, 'image-tag-latest')[0]).not.toHaveProperty('fixes');
  });

  it('describes each rule that found something, once', async () => {
    const found = await report({ 'a.json': sick, 'b.json': sick }, '.');
    const { rules = [], semanticVersion } = found.tool.driver;
    expect(semanticVersion).toMatch(/^\d+\.\d+\.\d+$/);
    const ids = rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { ruleId, ruleIndex = -1 } of found.results ?? []) expect(ids[ruleIndex]).toBe(ruleId);
    expect(rules.find(({ id }) => id === 'image-tag-latest')).toMatchObject({
      shortDescription: { text: expect.stringMatching(/\w/) },
      fullDescription: { text: expect.stringMatching(/\w/) },
      help: { text: expect.stringMatching(/https:/), markdown: expect.stringMatching(/^# image-tag-latest\n/) },
      helpUri: expect.stringMatching(/^https:.*image-tag-latest\.md$/),
      defaultConfiguration: { level: 'warning', enabled: true },
    });
  });

  it('knows a finding again where lines have moved, and two from each other', async () => {
    const fingerprints = async (text: string) =>
      ((await report({ 'web.json': text }, 'web.json')).results ?? []).map(({ ruleId, partialFingerprints }) => [
        ruleId,
        partialFingerprints?.['taskdefPointer/v1'],
      ]);
    const before = await fingerprints(sick);
    expect(await fingerprints(`\n\n${sick.replaceAll('\n', '\n\n')}`)).toEqual(before);
    expect(new Set(before.map(([, value]) => value)).size).toBe(before.length);
  });

  it('has the other half of a defect, in another file too', async () => {
    const service =
      '{ "serviceName": "web", "taskDefinition": "web", "loadBalancers": [{ "targetGroupArn": "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef", "containerName": "app", "containerPort": 80 }] }';
    const found = await report(
      { 'a/web.json': sick.replace('portMapping', 'portMappings'), 'a/service.json': service },
      '.',
    );
    const related = found.results?.flatMap(({ relatedLocations = [] }) => relatedLocations);
    expect(related?.map(({ physicalLocation }) => physicalLocation?.artifactLocation?.uri)).toContain('a/web.json');
  });

  it('names what is elsewhere by its whole address, and standard input as such', async () => {
    const uriOf = ({ results }: { readonly results?: Result[] | undefined }) =>
      results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation;
    expect(uriOf(await report({ '/other/web.json': sick }, '../other/web.json'))).toEqual({
      uri: 'file:///other/web.json',
    });
    expect(uriOf(await report({ '-': sick }, '-'))).toEqual({ uri: 'stdin' });
    expect(uriOf(await report({ '-': sick }, '--stdin-filename', 'a/web.json', '-'))).toEqual({
      uri: 'a/web.json',
      uriBaseId: '%SRCROOT%',
    });
  });

  it('is valid without any finding, and says when something could not be read', async () => {
    expect(await report({ 'package.json': '{}' }, 'package.json')).toMatchObject({
      results: [],
      invocations: [{ executionSuccessful: true }],
    });
    expect(await report({}, 'gone.json')).toMatchObject({ invocations: [{ executionSuccessful: false }] });
  });
});
