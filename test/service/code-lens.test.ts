import { describe, expect, it } from 'vitest';
import { codeLenses } from '../../server/src/service';
import { toContainers, toTemplate, toWrapped, toYaml } from '../support/dialects';
import { service } from '../support/service';

const json = '{ "family": "web", "containerDefinitions": [{ "name": "app", "image": "nginx:1.27" }] }';

/** The line below which each lens stands, and what it offers for which definition. */
function shown(uri: string, text: string): readonly string[] {
  return codeLenses(service.open(uri, text)).map(({ action, span, index }) => {
    const start = text.lastIndexOf('\n', span.offset) + 1;
    return `${text.slice(start).split('\n')[0]?.trim()} -> ${action} ${index}`;
  });
}

const run = (line: string, index = 0) =>
  ['run', 'deploy', 'would-run-on'].map((action) => `${line} -> ${action} ${index}`);

describe('above a definition stands what can be done with it', () => {
  it.each([
    ['JSON', 'task-definition.json', JSON.stringify(JSON.parse(json), null, 2), run('{')],
    ['YAML', 'task-definition.yaml', toYaml(json), run('family: web')],
    ['a described one', 'task-definition.json', toWrapped(json), run('"taskDefinition": {')],
    // CloudFormation registers it: its values are not known here.
    ['CloudFormation JSON', 'template.json', toTemplate(json), ['"Task": { -> would-run-on 0']],
    ['CloudFormation YAML', 'template.yaml', toYaml(toTemplate(json)), ['Task: -> would-run-on 0']],
    ['a list of containers', 'task-definition.json', toContainers(json), ['[ -> convert 0']],
    ['a list of containers in YAML', 'task-definition.yaml', toYaml(toContainers(json)), ['- name: app -> convert 0']],
    ['something else', 'package.json', '{ "name": "containerDefinitions" }', []],
  ])('%s', (_, name, text, expected) => {
    expect(shown(`file:///w/${name}`, text)).toEqual(expected);
  });

  it('each of several', () => {
    const second = json.replace('web', 'worker');
    expect(shown('file:///w/all.yaml', [toYaml(json), 'kind: other\n', toYaml(second)].join('---\n'))).toEqual([
      ...run('family: web', 0),
      ...run('family: worker', 1),
    ]);
    const one = JSON.parse(toTemplate(json)).Resources.Task;
    const template = JSON.stringify(
      { Resources: { Web: one, Topic: { Type: 'AWS::SNS::Topic' }, Worker: one } },
      null,
      2,
    );
    expect(shown('file:///w/template.json', template)).toEqual([
      '"Web": { -> would-run-on 0',
      '"Worker": { -> would-run-on 1',
    ]);
  });
});
