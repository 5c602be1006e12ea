import { describe, expect, it } from 'vitest';
import { commonPointer, toContainers, toFlowYaml, toTemplate, toWrapped, toYaml } from '../support/dialects';
import { fixtures, inAnyProxy } from '../support/fixtures';
import { service } from '../support/service';

/** CloudFormation converts scalars, so these say nothing of a template. */
const voidInTemplates = [
  'task-cpu-memory-not-string',
  'container-cpu-memory-not-integer',
  'environment-value-not-string',
];

const sam = { AWSTemplateFormatVersion: '2010-09-09', Transform: 'AWS::Serverless-2016-10-31' };

const plain: readonly (readonly [string, string, (text: string) => string])[] = [
  ['block YAML', 'task-definition.yaml', toYaml],
  ['flow YAML', 'task-definition.yaml', toFlowYaml],
  ['a YAML file that JSON is written in', 'task-definition.yml', (text) => text],
  ['describe-task-definition output', 'described.json', toWrapped],
  ['describe-task-definition output in YAML', 'described.yaml', (text) => toYaml(toWrapped(text))],
];

const templates: readonly (readonly [string, string, (text: string) => string])[] = [
  ['a CloudFormation template', 'stack.json', toTemplate],
  ['a CloudFormation template in block YAML', 'stack.yaml', (text) => toYaml(toTemplate(text))],
  ['a CloudFormation template in flow YAML', 'stack.yaml', (text) => toFlowYaml(toTemplate(text))],
  ['a SAM template', 'template.json', (text) => toTemplate(text, sam)],
  ['a SAM template in YAML', 'template.yaml', (text) => toYaml(toTemplate(text, sam))],
];

/** Rule, level and place of all findings, in one spelling and order. */
async function findings(name: string, text: string): Promise<readonly string[]> {
  const problems = await service.diagnose(service.open(`file:///w/${name}`, text));
  return problems
    .filter(({ rule }) => rule !== aboutTheShape)
    .map(({ rule, severity, pointer }) => `${severity} ${rule} ${commonPointer(pointer)}`)
    .toSorted();
}

/** Tells how the document holds the definition, which is what differs. */
const aboutTheShape = 'wrapped-task-definition';

const isLoud = (finding: string) => /^(?:error|warning) /.test(finding) && !finding.includes(` ${inAnyProxy} `);
/** What ECS writes has no property in CloudFormation, which also refuses protocols that ECS takes for tcp. */
const inTemplate = (finding: string) =>
  finding
    .replace(/^\w+ read-only-property /, 'error unknown-property ')
    .replace(/^warning (?=protocol-invalid )/, 'error ');
const isVoid = (finding: string) => voidInTemplates.some((rule) => finding.includes(` ${rule} `));

describe.each(fixtures('ok'))('%s', (_, text) => {
  it('is silent', async () => {
    expect((await findings('task-definition.json', text)).filter(isLoud)).toEqual([]);
  });

  it('is silent as a list of containers alone', async () => {
    expect((await findings('task-definition.json', toContainers(text))).filter(isLoud)).toEqual([]);
    expect((await findings('task-definition.yaml', toYaml(toContainers(text)))).filter(isLoud)).toEqual([]);
  });
});

describe.each([...fixtures('ok'), ...fixtures('bad')])('%s finds the same', (_, text) => {
  it.each(plain)('as %s', async (_shape, name, render) => {
    expect(await findings(name, render(text))).toEqual(await findings('task-definition.json', text));
  });

  it.each(templates)('as %s', async (_shape, name, render) => {
    const expected = (await findings('task-definition.json', text)).filter((finding) => !isVoid(finding));
    expect(await findings(name, render(text))).toEqual(expected.map(inTemplate).toSorted());
  });
});

describe.each(fixtures('bad'))('%s', (_, text) => {
  it('has several faults', async () => {
    expect((await findings('task-definition.json', text)).filter(isLoud).length).toBeGreaterThan(4);
  });

  it('as a list of containers alone has no fault but those of the whole', async () => {
    // Some are milder where the launch type is not known.
    const withoutLevel = (finding: string) => finding.replace(/^\w+ /, '').replace(' /containerdefinitions/', ' /');
    const whole = await findings('task-definition.json', text);
    const alone = await findings('task-definition.json', toContainers(text));
    expect(whole.map(withoutLevel)).toEqual(expect.arrayContaining(alone.map(withoutLevel)));
    expect(await findings('task-definition.yaml', toYaml(toContainers(text)))).toEqual(alone);
  });
});
