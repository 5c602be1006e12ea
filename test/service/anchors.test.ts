import { describe, expect, it } from 'vitest';
import { definition } from '../../server/src/service/features/definition';
import { highlight } from '../../server/src/service/features/highlight';
import { references } from '../../server/src/service/features/references';
import { prepareRename, rename } from '../../server/src/service/features/rename';
import { applyChanges } from '../../server/src/service/syntax/edit';
import { openAt, service } from '../support/service';

const plain = `x-log: &log
  logDriver: awslogs
family: &log-2 web # *log
containerDefinitions:
  - &app
    name: app
    image: "*log"
    logConfiguration: *log
  - { <<: *app, name: side, logConfiguration: *log }
`;
const template = `Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: &log-2 web # *log
      ContainerDefinitions:
        - &app
          Name: app
          Image: "*log"
          LogConfiguration: &log
            LogDriver: awslogs
        - { <<: *app, Name: side, LogConfiguration: *log }
        - LogConfiguration: *log
`;

describe.each([
  ['YAML', 'file:///w/task-definition.yaml', plain],
  ['CloudFormation YAML', 'file:///w/template.yaml', template],
])('anchors in %s', (_, uri, text) => {
  const snapshot = service.open(uri, text);
  const anchor = text.indexOf('&log\n') + 1;
  const aliases = Array.from(text.matchAll(/(?<=: )\*log\b/g), ({ index }) => index + 1);
  const all = [anchor, ...aliases];

  it('lead from each alias and back', () => {
    expect(aliases).toHaveLength(2);
    for (const offset of all.flatMap((start) => [start, start + 1, start + 3])) {
      expect(definition(snapshot, offset)?.definitions).toMatchObject([{ offset: anchor, end: anchor + 3 }]);
      expect(references(snapshot, offset, true)?.map((it) => it.offset)).toEqual(all);
      expect(references(snapshot, offset, false)?.map((it) => it.offset)).toEqual(aliases);
      expect(highlight(snapshot, offset)?.map(({ span, kind }) => [span.offset, kind])).toEqual(
        all.map((start) => [start, start === anchor ? 'write' : 'read']),
      );
    }
  });

  it('are renamed with their aliases', () => {
    expect(prepareRename(snapshot, anchor)).toEqual({
      kind: 'anchor',
      name: 'log',
      span: { offset: anchor, end: anchor + 3 },
    });
    for (const offset of all) {
      const renamed = rename(snapshot, offset, 'logs');
      const changes = renamed && 'documents' in renamed ? (renamed.documents[0]?.changes ?? []) : [];
      expect(applyChanges(text, changes)).toBe(text.replaceAll(/(?<=: [&*])log(?!-)\b/g, 'logs'));
    }
  });

  it.each([
    ['app', "Another anchor has the name 'app'."],
    ['a b', 'A name has 1 to 255 letters, digits, underscores and hyphens.'],
    ['a]', 'A name has 1 to 255 letters, digits, underscores and hyphens.'],
  ])('are not renamed to %j', (name, refused) => {
    expect(rename(snapshot, anchor, name)).toEqual({ refused });
  });
});

const yaml = 'file:///w/task-definition.yaml';
const spans = (marked: string) => {
  const { snapshot, offset } = openAt(marked, yaml);
  return references(snapshot, offset, true)?.map(({ offset }) => offset);
};

it('an alias means the last anchor before it', () => {
  const text = 'containerDefinitions:\n- &a { name: x }\n- *a\n- &a { name: y }\n- *a\n';
  const [first = 0, second = 0, third = 0, fourth = 0] = Array.from(text.matchAll(/[&*]a/g), ({ index }) => index + 1);
  const at = (offset: number) => spans(`${text.slice(0, offset)}|${text.slice(offset)}`);
  expect(at(second)).toEqual([first, second]);
  expect(at(first)).toEqual([first, second]);
  expect(at(fourth)).toEqual([third, fourth]);
});

it('documents of one stream have anchors of their own', () => {
  const text = 'containerDefinitions:\n- &a {}\n- *a\n---\ncontainerDefinitions:\n- &a {}\n- *|a\n';
  expect(spans(text)).toEqual([text.lastIndexOf('&a') + 1, text.lastIndexOf('*') + 1]);
});

it.each([
  ['an alias without anchor', 'containerDefinitions: *|a\n', undefined],
  ['a star in quotes', 'containerDefinitions: []\nfamily: "*|a"\n', undefined],
  ['a star within a word', 'containerDefinitions: []\nfamily: x*|a\n', undefined],
  ['a star in a comment', 'containerDefinitions: [] # *|a\n', undefined],
])('%s leads nowhere', (_, marked, target) => {
  const { snapshot, offset } = openAt(marked, yaml);
  expect(definition(snapshot, offset)).toBe(target);
});

it('the value of an anchor keeps its own meaning', () => {
  const { snapshot, offset } = openAt('containerDefinitions:\n- name: &x ap|p\n- links: [*x, app]\n', yaml);
  expect(references(snapshot, offset, true)).toHaveLength(2);
  expect(prepareRename(snapshot, offset)?.kind).toBe('container');
});
