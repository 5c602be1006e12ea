import { describe, expect, it } from 'vitest';
import { cloudFormationName } from '../../server/src/service/data/cloudformation-names';
import { dialects, openIn } from '../support/marked-dialects';
import { openAt, service } from '../support/service';

describe.each(dialects)('hover in $name', (dialect) => {
  const spelled = (name: string) => (dialect.isTemplate ? cloudFormationName(name, undefined) : name);
  const hover = (marked: string) => {
    const { snapshot, offset, text } = openIn(dialect, marked);
    const found = service.hover(snapshot, offset);
    return (
      found && { token: text.slice(found.span.offset, found.span.end).replaceAll('"', ''), markdown: found.markdown }
    );
  };

  it('explains a key: what it is, its type, and where AWS documents it', () => {
    const found = hover('{ "containerDefinitions": [{ "im|age": "nginx" }] }');
    expect(found?.token).toBe(spelled('image'));
    expect(found?.markdown).toContain(`**${spelled('image')}** · string · required\n`);
    expect(found?.markdown).toContain('https://docs.aws.amazon.com/AmazonECS/latest/APIReference/');
  });

  it('states limits with their source', () => {
    const found = hover('{ "containerDefinitions": [], "ephemeralStorage": { "sizeInGiB": 2|5 } }');
    expect(found?.token).toBe('25');
    expect(found?.markdown).toMatch(/Value: 21 to 200\. \[Source of the limits\]\(https:/);
  });

  it('explains the member that holds an item of a list', () => {
    const found = hover('{ "containerDefinitions": [], "requiresCompatibilities": ["FAR|GATE"] }');
    expect(found?.markdown).toMatch(/^\*\*FARGATE\*\* · /);
    expect(found?.markdown).toContain(`\n**${spelled('requiresCompatibilities')}** · list of`);
  });

  it('shows a free key as it is written, without effect as Markdown', () => {
    const found = hover('{ "containerDefinitions": [{ "dockerLabels": { "[a](https://e|xample.com)": "b" } }] }');
    expect(found?.markdown).toMatch(/^`\[a\]\(https:\/\/example\.com\)` · string/);
  });

  it('is silent on what the schema does not know', () => {
    expect(hover('{ "containerDefinitions": [{ "imag|": "nginx" }] }')).toBeUndefined();
  });
});

it('is silent between tokens', () => {
  const { snapshot, offset } = openAt('{ | "containerDefinitions": [] }');
  expect(service.hover(snapshot, offset)).toBeUndefined();
});
