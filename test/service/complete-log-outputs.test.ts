import { describe, expect, it } from 'vitest';
import { accepted, dataIn, proposals } from '../support/accept';
import { toTemplate, toYaml } from '../support/dialects';

const mark = 'MARK';
const definition = (name: string) =>
  JSON.stringify({
    family: 'web',
    containerDefinitions: [
      { name: 'app', logConfiguration: { logDriver: 'awsfirelens', options: { [name]: mark } } },
      { name: 'router', firelensConfiguration: { type: 'fluentbit' } },
    ],
  });

describe.each([
  ['JSON', 'task-definition.json', (text: string) => text, `"${mark}"`],
  ['YAML', 'task-definition.yaml', toYaml, mark],
  ['CloudFormation YAML', 'template.yaml', (text: string) => toYaml(toTemplate(text)), mark],
])('the output of a log router in %s', (_, name, spell, written) => {
  const uri = `file:///w/${name}`;
  const marked = (option: string) => spell(definition(option)).replace(written, '|');

  it.each([
    ['Name', ['cloudwatch_logs', 'kinesis_firehose', 'kinesis_streams', 's3', 'opensearch', 'es', 'datadog', 'splunk']],
    ['Name', ['nrlogs', 'newrelic', 'loki', 'http', 'forward']],
    ['@type', ['cloudwatch_logs', 'kinesis_firehose', 's3', 'opensearch', 'elasticsearch', 'splunk_hec', 'loki']],
  ])('%s is one of the plug-ins, each in a sentence', (option, expected) => {
    const found = proposals(marked(option), uri);
    expect(found.map(({ label }) => label)).toEqual(expect.arrayContaining(expected));
    for (const { label, detail } of found) expect(detail, label).toMatch(/^[A-Z].{8,}\.$/);
  });

  it('of one program are not those of the other', () => {
    const labels = (option: string) => proposals(marked(option), uri).map(({ label }) => label);
    expect(labels('Name')).not.toContain('splunk_hec');
    expect(labels('@type')).not.toContain('splunk');
    expect(labels('region')).not.toContain('s3');
  });

  it.each(['s3', 'null'])('%s is accepted as text', (output) => {
    const text = accepted(marked('Name'), output, uri);
    expect(dataIn(text, uri)).toEqual(dataIn(spell(definition('Name').replace(`"${mark}"`, `"${output}"`)), uri));
  });
});
