import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TextDocument } from 'vscode-json-languageservice';
import { parseDocument, stringify } from 'yaml';
import { type ASTNode, dataOf } from '../../server/src/service/syntax/ast';
import { parseYaml, tagged, type YamlTree } from '../../server/src/service/syntax/yaml';

const parse = (text: string, previous?: YamlTree) =>
  parseYaml(TextDocument.create('file:///w/task-definition.yaml', 'yaml', 1, text), previous);

const signs = fc.constantFrom(
  ...[
    'a',
    'b',
    ' ',
    '\n',
    ':',
    '#',
    '-',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    ',',
    '\\',
    '\t',
    '\u0085',
    '\u{1F600}',
    '0',
    '1',
  ],
  ...['.', '%', '&', '*', '!', '|', '>', '?', '$', '<'],
);
const words = fc.oneof(
  fc.string({ unit: signs, maxLength: 14 }),
  fc.constantFrom('yes', 'null', 'true', '0x1F', '012', '1e3', '.inf', '~', '{{ x }}', '${A}', 'a: b'),
  fc.lorem({ maxCount: 30 }),
);
const values = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    words,
    fc.integer(),
    fc.double({ noNaN: true }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(words, tie('value'), { maxKeys: 4 }),
  ),
})).value;
const styles = fc.record({
  indent: fc.integer({ min: 1, max: 5 }),
  indentSeq: fc.boolean(),
  lineWidth: fc.constantFrom(0, 20, 80),
  collectionStyle: fc.constantFrom('any', 'block', 'flow'),
  defaultStringType: fc.constantFrom('PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'),
});

it('reads what the yaml library reads, in any style, with anchors and any line breaks', () => {
  let compared = 0;
  fc.assert(
    fc.property(values, styles, fc.boolean(), fc.boolean(), (value, style, returns, mark) => {
      const printed = stringify({ a: value, b: [value, value], c: value }, style);
      const text = returns ? printed.replaceAll('\n', '\r\n') : printed;
      const document = parseDocument(text, { uniqueKeys: false });
      // The library prints some texts that it does not read.
      fc.pre(document.errors.length === 0);
      compared++;
      const tree = parse(mark ? `\uFEFF${text}` : text);
      expect(tree.refused).toBeUndefined();
      expect(plain(dataOf(tree.root)), text).toEqual(plain(document.toJS({ maxAliasCount: -1 })));
    }),
    { numRuns: 500 },
  );
  expect(compared).toBeGreaterThan(300);
}, 120_000);

const container = (index: number) => `  - name: app${index} # the container
    image: nginx:1.${index}
    command: ["sh", "-c", 'echo hi']
    environment:
      - name: A${index}
        value: |
          text ${index}
          more
      - {name: B, value: !Ref X}
    portMappings:
    - containerPort: ${8000 + index}
`;
const base = `family: web
x: &x
  a: 1
y: *x
containerDefinitions:
${Array.from({ length: 30 }, (_, index) => container(index)).join('')}cpu: "256"
---
other: \u{1F600}
`;
const insertions = fc.oneof(
  fc.string({ unit: signs, maxLength: 6 }),
  fc.constantFrom(
    '\n',
    '\r',
    '\r\n',
    '\uFEFF',
    '\n    ',
    'key: value\n',
    '- ',
    '---\n',
    '\n...\n',
    '{{ x }}',
    '&x ',
    '*x',
    '!Ref ',
  ),
);
const edits = fc.array(
  fc.record({
    at: fc.nat(base.length),
    removed: fc.oneof(fc.constant(0), fc.nat(6), fc.nat(200)),
    inserted: insertions,
  }),
  { minLength: 1, maxLength: 6 },
);

it('reads a changed text as it would read it afresh, every range within the text', () => {
  fc.assert(
    fc.property(edits, (changes) => {
      let text = base;
      let tree = parse(text);
      for (const { at, removed, inserted } of changes) {
        text = text.slice(0, at) + inserted + text.slice(at + removed);
        tree = parse(text, tree);
        const fresh = parse(text);
        expect(tree.refused).toBe(fresh.refused);
        expect(described(tree.roots, text)).toBe(described(fresh.roots, text));
      }
    }),
    { numRuns: 300 },
  );
}, 120_000);

it('reuses what did not change', () => {
  const tree = parse(base);
  const changed = parse(base.replace('nginx:1.15', 'nginx:1.150'), tree);
  const shared = (from: YamlTree) => {
    const trees = new Set<unknown>();
    const collect = (node: unknown): void => {
      if (typeof node !== 'object' || node === null || !('children' in node) || !Array.isArray(node.children)) return;
      trees.add(node);
      node.children.forEach(collect);
    };
    collect(from.parsed?.tree);
    return trees;
  };
  const before = shared(tree);
  expect([...shared(changed)].filter((node) => before.has(node)).length).toBeGreaterThan(0);
});

/** Everything about the nodes, each shared one once, in one line: comparing a string is quicker. */
function described(roots: readonly ASTNode[], text: string): string {
  const seen = new Set<ASTNode>();
  const describe = (node: ASTNode | undefined): unknown => {
    if (!node || seen.has(node)) return node?.offset;
    seen.add(node);
    const { type, offset, length, parent } = node;
    if (offset < 0 || length < 0 || offset + length > text.length) throw new Error(`${type} at ${offset}, ${length}`);
    const about = [type, offset, length, parent?.offset, String(node.value), tagged(node)?.tag];
    const colon = node.type === 'property' ? node.colonOffset : undefined;
    return [...about, colon, describe(tagged(node)?.argument), node.children?.map(describe)];
  };
  return JSON.stringify(roots.map(describe));
}

/** The value with ordinary objects, nothing for undefined, and one zero. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null) {
    return new Map(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
  }
  return value === undefined ? null : Object.is(value, -0) ? 0 : value;
}
