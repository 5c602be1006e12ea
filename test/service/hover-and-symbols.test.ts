import { describe, expect, it } from 'vitest';
import { openAt, service } from '../support/service';

const hover = (marked: string) => {
  const { snapshot, offset, text } = openAt(marked);
  const found = service.hover(snapshot, offset);
  return found && { token: text.slice(found.span.offset, found.span.end), markdown: found.markdown };
};

describe('hover', () => {
  it('explains a key: what it is, its type, and where AWS documents it', () => {
    const found = hover('{ "containerDefinitions": [{ "im|age": "nginx" }] }');
    expect(found?.token).toBe('"image"');
    expect(found?.markdown).toMatch(/^\*\*image\*\* · string · required\n/);
    expect(found?.markdown).toContain('https://docs.aws.amazon.com/AmazonECS/latest/APIReference/');
  });

  it('states limits with their source', () => {
    const found = hover('{ "containerDefinitions": [], "ephemeralStorage": { "sizeInGiB": 2|5 } }');
    expect(found?.token).toBe('25');
    expect(found?.markdown).toMatch(/Value: 21 to 200\. \[Source of the limits\]\(https:/);
  });

  it('explains the member that holds an item of a list', () => {
    expect(hover('{ "containerDefinitions": [], "requiresCompatibilities": ["FAR|GATE"] }')?.markdown).toMatch(
      /^\*\*FARGATE\*\* · .*\n\*\*requiresCompatibilities\*\* · list of/s,
    );
  });

  it('shows a free key as it is written, without effect as Markdown', () => {
    const found = hover('{ "containerDefinitions": [{ "dockerLabels": { "[a](https://e|xample.com)": "b" } }] }');
    expect(found?.markdown).toMatch(/^`\[a\]\(https:\/\/example\.com\)` · string/);
  });

  it('is silent on what the schema does not know and between tokens', () => {
    expect(hover('{ "containerDefinitions": [{ "imag|": "nginx" }] }')).toBeUndefined();
    expect(hover('{ | "containerDefinitions": [] }')).toBeUndefined();
  });
});

it('outlines definitions, containers with ports, and volumes', () => {
  const { snapshot } = openAt(`{ "family": "web", "requiresCompatibilities": ["FARGATE"], "containerDefinitions": [
    { "name": "app", "image": "nginx:1", "portMappings": [{ "containerPort": 80 }] }, { "image": "sidecar:2" }
  ], "volumes": [{ "name": "data" }] }|`);
  const print = (rows: ReturnType<typeof service.symbols>, indent = ''): string =>
    rows
      .map(({ name, detail, children }) => `${indent}${name} (${detail})\n${print(children, `${indent}  `)}`)
      .join('');
  expect(print(service.symbols(snapshot))).toBe(`web (FARGATE)
  app (nginx:1)
    80 (tcp)
  container (sidecar:2)
  data (volume)
`);
});

describe('what is a task definition', () => {
  const definitions = (uri: string, text: string) => service.open(uri, text).definitions.length;
  it.each([
    ['file:///w/web.json', '{ "family": "web", "containerDefinitions": [] }', 1],
    ['file:///w/described.json', '{ "taskDefinition": { "containerDefinitions": [] }, "tags": [] }', 1],
    ['file:///w/web-task-definition.json', '{}', 1],
    ['file:///w/taskdef.json', '{ "family": "" }', 1],
    ['file:///w/web.ecs-task-def.jsonc', '{}', 1],
    ['file:///w/package.json', '{ "family": "web" }', 0],
    ['file:///w/nested.json', '{ "x": { "containerDefinitions": [] } }', 0],
    ['file:///w/words.json', '["containerDefinitions"]', 0],
    ['file:///task-definition/package.json', '{ "name": "x" }', 0],
  ])('%s %s', (uri, text, expected) => {
    expect(definitions(uri, text)).toBe(expected);
  });
});
