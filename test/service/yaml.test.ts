import { describe, expect, it } from 'vitest';
import { getLanguageService, type JSONSchema, TextDocument } from 'vscode-json-languageservice';
import {
  type ASTNode,
  dataOf,
  memberOf,
  nodeAt,
  pathOf,
  pointerOf,
  tokenOf,
} from '../../server/src/service/syntax/ast';
import { hasPlaceholder } from '../../server/src/service/syntax/placeholder';
import { parseYaml, tagged } from '../../server/src/service/syntax/yaml';

const documentOf = (text: string) => TextDocument.create('file:///w/task-definition.yaml', 'yaml', 1, text);
const parse = (text: string) => parseYaml(documentOf(text));
const data = (text: string) => dataOf(parse(text).root);

/** `pointer type token` of every value, members and items in order. */
function tokens(text: string): string[] {
  const list = (node: ASTNode): string[] => {
    const { offset, end } = tokenOf(node);
    const line = `${pointerOf(pathOf(node))} ${node.type} ${text.slice(offset, end)}`;
    const below =
      node.type === 'object'
        ? node.properties.map(({ valueNode }) => valueNode)
        : node.type === 'array'
          ? node.items
          : [];
    return [line, ...below.flatMap((child) => (child ? list(child) : []))];
  };
  const { root } = parse(text);
  return root ? list(root) : [];
}

describe('values', () => {
  it.each<[string, string, unknown]>([
    [
      'block collections',
      'a: 1\nb:\n  - x\n  - c: d\n    e: f\ng:\n- h',
      { a: 1, b: ['x', { c: 'd', e: 'f' }], g: ['h'] },
    ],
    ['flow collections', '{a: [1, "b", {c: d}], e: {}, f: []}', { a: [1, 'b', { c: 'd' }], e: {}, f: [] }],
    ['JSON', '{"a": [1, -2.5e3, true, null, "\\u0041\\n"]}', { a: [1, -2500, true, null, 'A\n'] }],
    ['pairs in a flow sequence', '[a: 1, b]', [{ a: 1 }, 'b']],
    ['sequences in a sequence', '- - a\n  - b\n-\n  - c', [['a', 'b'], ['c']]],
    ['an empty item', '- a\n-\n- b', ['a', null, 'b']],
    [
      'core scalars',
      '[~, null, Null, true, False, yes, on, 012, 0o14, 0x1F, 1e3, .5, 5., 22:22, 1_000]',
      [null, null, null, true, false, 'yes', 'on', 12, 12, 31, 1000, 0.5, 5, '22:22', '1_000'],
    ],
    ['infinities', '[.inf, -.INF]', [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]],
    ['quoted numbers', `["1", '1', "true", '']`, ['1', '1', 'true', '']],
    ['quotes in quotes', `["a\\"b", 'it''s']`, ['a"b', "it's"]],
    ['plain text over lines', 'a: one\n  two\n\n  three # comment\nb: 1', { a: 'one two\nthree', b: 1 }],
    ['quoted text over lines', 'a: "one\n  two\\\n  three"\nb: 1', { a: 'one twothree', b: 1 }],
    [
      'literal text',
      'a: |\n  one\n    two\n\nb: |-\n  x\nc: |+\n  y\n\nd: 1',
      { a: 'one\n  two\n', b: 'x', c: 'y\n\n', d: 1 },
    ],
    ['folded text', 'a: >\n  one\n  two\n\n  three\nb: >2-\n    x\n', { a: 'one two\nthree\n', b: '  x' }],
    ['literal text in a sequence', '- |1\n  x\n-  - |2\n       y\n', [' x\n', ['  y\n']]],
    ['explicit keys', '? a\n: b\n? c', { a: 'b', c: undefined }],
    ['keys that are no strings', '80: a\ntrue: b\n1.0: c', { 80: 'a', true: 'b', 1: 'c' }],
    [
      'keys with signs',
      '-a: 1\n?b: 2\n/users/{id}: 3\nc[0], d: 4\ne: {}',
      { '-a': 1, '?b': 2, '/users/{id}': 3, 'c[0], d': 4, e: {} },
    ],
    ['a member without value', 'a:\nb: {c, d: }', { a: undefined, b: { c: undefined, d: undefined } }],
    ['comments', '# one\na: 1 # two\n# three\nb:\n  # four\n  - x#y # five\n', { a: 1, b: ['x#y'] }],
    ['a comment after a tab', 'a: 1\t# one\nb: "x"\t# two', { a: 1, b: 'x' }],
    ['anchors and aliases', 'a: &x {b: 1}\nc: *x\nd: [*x, *x]', { a: { b: 1 }, c: { b: 1 }, d: [{ b: 1 }, { b: 1 }] }],
    ['an alias as key', 'a: &x k\n*x : 1', { a: 'k', k: 1 }],
    ['an anchor of nothing', 'a: &x\nb: [*x]', { a: undefined, b: [null] }],
    ['an anchor defined again', '[&x 1, *x, &x 2, *x]', [1, 1, 2, 2]],
    [
      'merge keys',
      'a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\nc:\n  <<: [*a, *b]\n  x: 3\nd: {<<: {q: 1}}',
      { a: { x: 1, y: 1 }, b: { y: 2, z: 2 }, c: { x: 3, y: 1, z: 2 }, d: { q: 1 } },
    ],
    ['a key that looks like a merge', '"<<": {a: 1}', { '<<': { a: 1 } }],
    [
      'core tags',
      '[!!str 12, !!int "12", !!float 1, !!bool "true", !!null "", ! 12, !<tag:yaml.org,2002:str> 1, !!map {a: 1}, !!seq [1]]',
      ['12', 12, 1, true, null, '12', '1', { a: 1 }, [1]],
    ],
    [
      'names of object members',
      '__proto__: 1\nconstructor: {toString: 2}',
      JSON.parse('{"__proto__":1,"constructor":{"toString":2}}'),
    ],
    ['repeated keys', 'a: 1\na: 2', { a: 2 }],
    ['a scalar alone', 'words', 'words'],
    ['nothing', '# only a comment\n', undefined],
  ])('%s', (_, text, expected) => {
    expect(data(text)).toEqual(expected);
    expect(parse(text).refused).toBeUndefined();
  });

  it('keeps repeated keys for a rule to tell', () => {
    const { root } = parse('a: 1\na: 2');
    expect(root?.type === 'object' && root.properties.map(({ keyNode }) => keyNode.offset)).toEqual([0, 5]);
  });

  it('reads each document of a stream; the first with content is the root', () => {
    const tree = parse('%YAML 1.2\n---\n# nothing\n---\na: &x 1\n...\n---\n- *x\n');
    expect(tree.roots.map(dataOf)).toEqual([{ a: 1 }, ['<alias x>']]);
    expect(tree.root).toBe(tree.roots[0]);
  });
});

describe('positions', () => {
  it('are those of the tokens', () => {
    const text =
      'family: web\nlist:\n  - name: "a b"\n    ports: [80, {c: 1}]\n  -  x\ntext: |\n  one\n  two\nlast: !Ref Role\n';
    expect(tokens(text)).toEqual([
      ' object f',
      '/family string web',
      '/list array list',
      '/list/0 object n',
      '/list/0/name string "a b"',
      '/list/0/ports array ports',
      '/list/0/ports/0 number 80',
      '/list/0/ports/1 object {',
      '/list/0/ports/1/c number 1',
      '/list/1 string x',
      '/text string |\n  one\n  two',
      '/last string !Ref Role',
    ]);
  });

  it('of collections end with their last value', () => {
    const text = 'a:\n  b: 1 # c\n\n  d:\n    - e\n    - f: [1,\n      2]\n\n# end\ng: {h: 1 }\n';
    const slice = (path: string) => {
      let node = parse(text).root;
      for (const key of path.split('/')) node = memberOf(node, key)?.valueNode;
      return node && text.slice(node.offset, node.offset + node.length);
    };
    expect(slice('a')).toBe('b: 1 # c\n\n  d:\n    - e\n    - f: [1,\n      2]');
    expect(slice('a/d')).toBe('- e\n    - f: [1,\n      2]');
    expect(slice('g')).toBe('{h: 1 }');
  });

  it('of properties hold key, colon and value', () => {
    const text = 'a:\n  "b" : 1\n  c:\n';
    const a = memberOf(parse(text).root, 'a');
    const properties = a?.valueNode?.type === 'object' ? a.valueNode.properties : [];
    expect(properties.map(({ offset, length }) => text.slice(offset, offset + length))).toEqual(['"b" : 1', 'c:']);
    expect(properties.map(({ colonOffset = -1 }) => text[colonOffset])).toEqual([':', ':']);
    expect(properties[1]?.valueNode).toBeUndefined();
  });

  it.each([
    ['a byte order mark', '\uFEFFa: 1\nb: x'],
    ['carriage returns and line feeds', 'a: 1\r\nc:\r\n  - |\r\n    t\r\nb: x\r\n'],
    ['lone carriage returns', 'a: 1\r# c\rc:\r  - y\rb: x'],
    ['tabs', 'a:\t1\t# c\nb:\tx'],
    ['next line and line separators', 'a: 1\nc: "\u0085\u2028"\nd: \u0085\nb: x'],
    ['astral characters', 'a: 1\n"\u{1F600}": \u{1F600}\nb: x'],
  ])('are right with %s', (_, text) => {
    const { root } = parse(text);
    expect(dataOf(root)).toMatchObject({ a: 1, b: 'x' });
    expect(tokenOf(memberOf(root, 'b')?.valueNode ?? { type: 'null', offset: -1, length: 0, value: null })).toEqual({
      offset: text.lastIndexOf('x'),
      end: text.lastIndexOf('x') + 1,
    });
  });

  it('keeps the characters of strings with other line breaks', () => {
    expect(data('a: "\u0085\u2028"\r\nb: |\r\n  x\r\n  y\r\n')).toEqual({ a: '\u0085\u2028', b: 'x\ny\n' });
  });

  it('of a shared node lead to its anchor', () => {
    const { root } = parse('base: &x\n  a: 1\nuse: *x\nmerged:\n  <<: *x\n');
    expect(memberOf(root, 'use')?.valueNode).toBe(memberOf(root, 'base')?.valueNode);
    const merged = memberOf(memberOf(root, 'merged')?.valueNode, 'a')?.valueNode;
    expect(merged && pathOf(merged)).toEqual(['base', 'a']);
  });

  it('find the node at an offset', () => {
    const text = 'a:\n  - name: web\n    use: *x\n';
    const at = nodeAt(parse(text).root, text.indexOf('web') + 3);
    expect(at && pathOf(at)).toEqual(['a', 0, 'name']);
  });
});

describe('what cannot be known', () => {
  it.each<[string, unknown]>([
    ['a: {{ cpu }}', '{{ cpu }}'],
    ['a: {{ x | default("512") }}', '{{ x | default("512") }}'],
    ['a: repo/{{ image }}:{{ tag }}-1', 'repo/{{ image }}:{{ tag }}-1'],
    ['a: ${IMAGE}', '${IMAGE}'],
    ['{b: 1, a: ${IMAGE}:${TAG}}', '${IMAGE}:${TAG}'],
    ['{b: [{{ x }}], a: {{x}}}', '{{x}}'],
    ['a: $IMAGE', '$IMAGE'],
    ['a: <MEM>', '<MEM>'],
    ['a: %CPU%', '%CPU%'],
    ['a: "{{ x }}"', '{{ x }}'],
    ["a: 'it''s ${X}'", "it's ${X}"],
    ['a: |-\n  ${X}', '${X}'],
    ['a: __CPU__', '__CPU__'],
    ['a: @@CPU@@', '@@CPU@@'],
    ['a: web:@@TAG@@ # b', 'web:@@TAG@@'],
    ['a: #{CPU}#', '#{CPU}#'],
    ['a: #{Web.Cpu}', '#{Web.Cpu}'],
    ['{b: 1, a: web:#{TAG}#}', 'web:#{TAG}#'],
    ['{b: 1, a: web:#{TAG}}', 'web:#{TAG}'],
    ['a: <%= big ? "x: 1" : 2 %>', '<%= big ? "x: 1" : 2 %>'],
  ])('%s is a string', async (text, value) => {
    const tree = parse(text);
    expect(dataOf(memberOf(tree.root, 'a')?.valueNode)).toBe(value);
    expect(hasPlaceholder(String(value))).toBe(true);
    expect(await tree.syntaxProblems()).toEqual([]);
  });

  it.each(['LOGGING__LEVEL__DEFAULT', '__init__', '__A', 'A__B__', '@@rowcount', '@A@', '100%', '<50%', '# {x}'])(
    'is not seen in %s',
    (value) => {
      expect(hasPlaceholder(value)).toBe(false);
    },
  );

  it('is not seen in comments', () => {
    expect(data('a: b #{c}\n#{d: 1}\n  #{e}\nf: 1 # @@G@@ #{g}# <%= h %>\n')).toEqual({ a: 'b', f: 1 });
  });

  it('is not seen where there is no placeholder', () => {
    expect(data("a: don't\nb: {{c: 1}: 2}\nc: 'x {{ y'\nd: 100%\ne: it's {{ z }}")).toMatchObject({
      a: "don't",
      c: 'x {{ y',
      d: '100%',
      e: "it's {{ z }}",
    });
  });

  it.each([
    ['!Ref Role', '!Ref', 'Role'],
    ['!Sub "${A}-x"', '!Sub', '${A}-x'],
    ['!GetAtt Role.Arn', '!GetAtt', 'Role.Arn'],
    ['!If [A, {b: 1}, !Ref C]', '!If', ['A', { b: 1 }, '<Ref>']],
    ['!Join\n  - ","\n  - - a\n    - b', '!Join', [',', ['a', 'b']]],
    ['&x !Ref Role', '!Ref', 'Role'],
    ['!Ref &x Role', '!Ref', 'Role'],
    ['!Ref', '!Ref', undefined],
  ])('%s is a tagged string', (written, tag, argument) => {
    const text = `a: ${written}\nb: 1`;
    const node = memberOf(parse(text).root, 'a')?.valueNode;
    expect(tagged(node)?.tag).toBe(tag);
    expect(dataOf(tagged(node)?.argument)).toEqual(argument);
    expect(hasPlaceholder(String(dataOf(node)))).toBe(true);
    expect(node && text.slice(node.offset, node.offset + node.length)).toBe(written.replace(/^&x /, ''));
  });

  it('is an alias without anchor, or within its own', () => {
    const read = data('a: *none\nb: &x [*x, 1]\nc: &y {d: *y}');
    expect(read).toEqual({ a: '<alias none>', b: ['<alias x>', 1], c: { d: '<alias y>' } });
    expect(hasPlaceholder('<alias none>')).toBe(true);
  });
});

describe('text that is not valid', () => {
  it('keeps what is around a key that is being typed', async () => {
    const text = 'family: web\ncontainerDefinitions:\n  - name: a\n    cpu\n  - name: b\n    memory:\nvol\n';
    const tree = parse(text);
    expect(dataOf(tree.root)).toEqual({
      family: 'web',
      containerDefinitions: [
        { name: 'a', cpu: undefined },
        { name: 'b', memory: undefined },
      ],
      vol: undefined,
    });
    expect((await tree.syntaxProblems()).length).toBeGreaterThan(0);
  });

  it.each([
    ['an open bracket', 'a: [1\nb: 2\n', 'b'],
    ['an open quote', 'a: "x\nb: 1\n', ''],
    ['a nested mapping on one line', 'a: b: c\n', 'b'],
    ['a tab as indentation', 'a:\n\tb: 1\n', '\t'],
    ['an alias without anchor', 'a: *x\n', '*x'],
    ['a wrong escape', 'a: [1}\n', '}'],
  ])('%s is told', async (_, text) => {
    const problems = await parse(text).syntaxProblems();
    expect(problems.length).toBeGreaterThan(0);
    for (const { span, message } of problems) {
      expect(message).not.toBe('');
      expect(span.offset).toBeLessThanOrEqual(span.end);
      expect(span.end).toBeLessThanOrEqual(text.length);
    }
  });

  it.each([
    ['containerDefinitions:\n  - name: a\n    essential\n    image: b\n', 'essential'],
    ['containerDefinitions:\r\n  - name: a\r\n    essential  \r\n    image: b\r\n', 'essential'],
    ['family: a\ncpu # size\nmemory: 3\n', 'cpu'],
    ['Resources:\n  Task:\n    Properties:\n      Cpu\n      Memory: 3\n', 'Cpu'],
  ])('of a key without its colon is told at the key: %j', async (text, token) => {
    const [problem] = await parse(text).syntaxProblems();
    expect(problem && text.slice(problem.span.offset, problem.span.end)).toBe(token);
  });

  it('is not told of valid text', async () => {
    for (const text of ['', '\uFEFF', 'a: 1\n', 'a: &x [1]\nb: *x\n', 'a: |\n  \tx\n', '# c\r\n- 1\r\n']) {
      expect(await parse(text).syntaxProblems(), JSON.stringify(text)).toEqual([]);
    }
  });
});

it('is validated by the JSON service', async () => {
  const json = getLanguageService({});
  const text = 'family: 1\ncpu: "256"\nlist:\n  - a\n  - 1.5\n  - 2\nextra: &x {}\n';
  const schema: JSONSchema = {
    properties: {
      family: { type: 'string' },
      cpu: { type: 'string' },
      list: { items: { type: 'integer' } },
    },
    required: ['name'],
    additionalProperties: false,
  };
  const { root } = parse(text);
  const document = documentOf(text);
  if (!root) throw new Error('no root');
  const found = await json.doValidation(document, json.newJSONDocument(root), { schemaValidation: 'error' }, schema);
  expect(found.map(({ range }) => document.getText(range)).toSorted()).toEqual(
    ['1', '1.5', 'a', 'extra', 'f'].toSorted(),
  );
});
