import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { render, templates } from '../../server/src/service/features/templates';
import type { Syntax } from '../../server/src/service/snapshot';
import { service } from '../support/service';

const ids = templates.map(({ id }) => id);

/** Findings above hint of a rendered template, as a person would read them. */
async function findings(id: string, syntax: Syntax): Promise<readonly string[]> {
  const snapshot = service.open(`untitled:${id}.task-definition.${syntax}`, render(id, syntax, id));
  expect(snapshot.definitions.map(({ task }) => task.family.literal)).toEqual([id]);
  const problems = await service.diagnose(snapshot);
  return problems.filter(({ severity }) => severity !== 'hint').map(({ rule, message }) => `${rule}: ${message}`);
}

test('there is one for each way of running that people begin with', () => {
  expect(templates.map(({ requires }) => requires.join())).toEqual([
    'FARGATE',
    'FARGATE',
    'FARGATE',
    'EC2',
    'EXTERNAL',
    'FARGATE',
  ]);
  for (const { title, detail } of templates) expect(title.length * detail.length).toBeGreaterThan(0);
  expect(new Set(ids).size).toBe(6);
});

describe.each(ids)('%s', (id) => {
  test('JSON and YAML say the same', () => {
    const json: unknown = JSON.parse(render(id, 'json', 'orders'));
    expect(json).toMatchObject({ family: 'orders', containerDefinitions: [{ name: 'orders' }] });
    expect(parse(render(id, 'yaml', 'orders'))).toEqual(json);
    // Readers of YAML 1.1 (CloudFormation, PyYAML) must see the same strings.
    expect(parse(render(id, 'yaml', 'orders'), { version: '1.1' })).toEqual(json);
  });

  test('the family stands wherever the template names it', () => {
    const text = render(id, 'json', 'a$&b');
    expect(text).not.toMatch(/\{family\}/);
    expect(JSON.parse(text)).toMatchObject({ family: 'a$&b' });
  });

  test('nothing to mend in JSON', async () => {
    expect(await findings(id, 'json')).toEqual([]);
  });

  test('nothing to mend in YAML', async () => {
    expect(await findings(id, 'yaml')).toEqual([]);
  });
});

test('a template that does not exist is a mistake of the caller', () => {
  expect(() => render('nothing', 'json', 'web')).toThrow(RangeError);
});
