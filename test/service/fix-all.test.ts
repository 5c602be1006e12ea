import { describe, expect, it } from 'vitest';
import { applyChanges, type Snapshot } from '../../server/src/service';
import { rules } from '../../server/src/service/rules/index.generated';
import { toTemplate, toYaml } from '../support/dialects';
import { fixtures } from '../support/fixtures';
import { readMarkers } from '../support/markers';
import { service } from '../support/service';

async function fixed(name: string, text: string): Promise<string> {
  return applyChanges(text, await service.fixAll(open(name, text)));
}

const open = (name: string, text: string): Snapshot => service.open(`file:///w/${name}`, text);

const bad = `{
  // kept
  "family": "web",
  "Cpu": 256,
  "memory": 512,
  "containerDefinitions": [
    { "name": "app", "image": "nginx", "essential": "true", "portMapping": [{ "containerPort": "80" }] }
  ]
}
`;

describe('fix all', () => {
  it('applies every safe fix, also those that others uncover, and keeps the rest', async () => {
    expect(await fixed('task-definition.json', bad)).toBe(`{
  // kept
  "family": "web",
  "cpu": "256",
  "memory": "512",
  "containerDefinitions": [
    { "name": "app", "image": "nginx", "essential": true, "portMappings": [{ "containerPort": 80 }] }
  ]
}
`);
  });

  it('leaves what a person has to decide', async () => {
    const text = '{ "family": "web", "containerDefinitions": [{ "name": "app", "image": "nginx", "colour": "x" }] }';
    expect(await fixed('task-definition.json', text)).toBe(text);
  });

  it('changes nothing in a text that is broken', async () => {
    const broken = '{ "family": "web", "Cpu": "256", "containerDefinitions": [{ "name": "app", } }';
    expect(await fixed('task-definition.json', broken)).toBe(broken);
  });

  const examples = [
    ...rules.flatMap(({ id, bad }) => bad.map((text, index) => [`${id} ${index}`, readMarkers(text).clean] as const)),
    ...fixtures('bad'),
  ];

  it.each(examples)('has nothing left to do after itself: %s', async (_, text) => {
    for (const [name, dialect] of [
      ['task-definition.json', text],
      ['task-definition.yaml', toYaml(text)],
      ['template.json', toTemplate(text)],
    ] as const) {
      const once = await fixed(name, dialect);
      expect(await fixed(name, once)).toBe(once);
      const safe = (await service.diagnose(open(name, once))).filter(({ fix }) => fix?.safe);
      if ((await open(name, dialect).tree?.syntaxProblems())?.length === 0) expect(safe).toEqual([]);
    }
  });
});
