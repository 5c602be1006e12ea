import { describe, expect, it } from 'vitest';
import { proposals } from '../support/accept';

const json = 'file:///w/app.task-definition.json';
const yaml = 'file:///w/app.task-definition.yaml';
const template = 'file:///w/template.yaml';

const labels = (marked: string, uri: string) => proposals(marked, uri).map(({ label }) => label);
/** Containers in YAML as they stand in a definition and, their keys capitalised, in a template. */
const inDefinition = (containers: string) => `containerDefinitions:\n${containers}`;
const inTemplate = (containers: string) => {
  const spelled = containers
    .replace(/\b(name|image|environment|value|command):/g, (key) => key.charAt(0).toUpperCase() + key.slice(1))
    .replace(/^(?=.)/gm, '        ');
  return `Resources:\n  Task:\n    Type: AWS::ECS::TaskDefinition\n    Properties:\n      ContainerDefinitions:\n${spelled}`;
};

describe('a number sign in YAML', () => {
  it.each([
    ['in single quotes', "  - { name: 'a # b', | }\n"],
    ['in double quotes', '  - { name: "a # b", | }\n'],
    ['in quotes over lines', '  - { name: "a\n      # b", | }\n'],
    ['within a word', '  - { name: a#b, | }\n'],
    ['in a block of text', '  - name: >-\n      # a\n      b\n    |\n'],
    ['in a block of text just before', '  - command:\n      - >-\n        x\n        # a\n    |\n'],
  ])('%s begins no comment', (_, containers) => {
    expect(labels(inDefinition(containers), yaml)).toContain('image');
    expect(labels(inTemplate(containers), template)).toContain('Image');
  });

  it.each([
    ['at the begin of a line', '  - name: a\n    # im|\n    image: b\n'],
    ['at the end of the text', '  - name: a\n    # im|'],
    ['behind a value', '  - name: a # im|\n'],
    ['behind a quoted value', '  - name: "a # b" # im|\n'],
    ['behind brackets', '  - { name: a } # im|\n'],
    ['behind an open bracket', '  - { name: a, # im|\n'],
    ['behind a dash', '  - # im|\n'],
  ])('%s begins one, in which nothing is proposed', (_, containers) => {
    expect(labels(inDefinition(containers), yaml)).toEqual([]);
    expect(labels(inTemplate(containers), template)).toEqual([]);
  });

  it('in a block of text leaves the text without proposals', () => {
    expect(labels(inDefinition('  - name: >-\n      a # im|\n'), yaml)).toEqual([]);
  });
});

describe('a key of JSON that lacks its colon', () => {
  it.each([
    '{ "containerDefinitions": [], "cpu" | }',
    '{ "containerDefinitions": [], "cpu" f| }',
    '{ "containerDefinitions": [], "cpu"\n  | }',
    '{ "cpu" | "containerDefinitions": [] }',
    '{ "cpu" /* size */ |, "containerDefinitions": [] }',
    '{ "containerDefinitions": [{ "name" | }] }',
  ])('is followed by that, not by another key: %s', (marked) => {
    expect(labels(marked, json)).toEqual([]);
    const spelled = marked.replace(
      /"(\w)(\w*)"/g,
      (_, first: string, rest: string) => `"${first.toUpperCase()}${rest}"`,
    );
    const text = `{ "Resources": { "T": { "Type": "AWS::ECS::TaskDefinition", "Properties": ${spelled} } } }`;
    expect(labels(text, 'file:///w/template.json')).toEqual([]);
  });

  it.each([
    '{ "containerDefinitions": [], "cpu|" }',
    '{ "containerDefinitions": [], "cpu": "256" | }',
    '{ "containerDefinitions": [{ "command": ["a"] | }] }',
  ])('is no matter to others: %s', (marked) => {
    expect(labels(marked, json).length).toBeGreaterThan(0);
  });
});
