import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { dataOf } from '../../server/src/service/syntax/ast';
import { parseYaml } from '../../server/src/service/syntax/yaml';

const parse = (text: string) => parseYaml(TextDocument.create('file:///w/task-definition.yaml', 'yaml', 1, text));
const many = 30_000;
const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

const deep: readonly (readonly [string, string])[] = [
  ['[', '['.repeat(many)],
  ['[ and ]', '['.repeat(many) + ']'.repeat(many)],
  ['{a: ', '{a: '.repeat(many)],
  ['a: [', 'a: ['.repeat(many)],
  ['- ', '- '.repeat(many)],
  ['? ', '? '.repeat(many)],
  ['- ? ', '- ? '.repeat(many)],
  ['a: ', 'a: '.repeat(many)],
  ['"a": ', '"a": '.repeat(many)],
  ['[a]: ', '[a]: '.repeat(many)],
  ['*a : ', '*a : '.repeat(many)],
  [': ', ': '.repeat(many)],
  ['!a ', '!a '.repeat(many)],
  ['&a ', '&a '.repeat(many)],
  ['2 KB of ?', '? '.repeat(1_000)],
  ['2 KB of [', '['.repeat(2_000)],
  ['indented keys', lines(1_900, (i) => `${' '.repeat(i)}a:`)],
  ['indented dashes', lines(1_400, (i) => `${' '.repeat(i)}-`)],
  ['dashes behind a tag', `!a[${'- '.repeat(many)}`],
  ['dashes behind text over lines', `a: "\n" [${'- '.repeat(many)}`],
  ['dashes behind a directive', `%a\n${'- '.repeat(many)}`],
  ['aliases in aliases', `a0: &a0 []\n${lines(500, (i) => `a${i + 1}: &a${i + 1} [*a${i}]`)}`],
];

const large: readonly (readonly [string, string])[] = [
  ['2,000 aliases', `a: &a 1\nb: [${'*a, '.repeat(2_000)}]`],
  [
    'aliases that stand for a billion nodes',
    `a: &a [${'x, '.repeat(9)}]\n${lines(8, (i) => `b${i}: &b${i} [${`*${i === 0 ? 'a' : `b${i - 1}`}, `.repeat(9)}]`)}`,
  ],
  [
    'a large mapping merged many times',
    `a: &a {${lines(4_000, (i) => `k${i}: 1,`)}}\nb: {<<: [${'*a, '.repeat(900)}]}`,
  ],
  ['20,000 keys', lines(20_000, (i) => `k${i}: 1`)],
  ['20,000 equal keys', 'k: 1\n'.repeat(20_000)],
  ['20,000 keys in braces', `{${lines(20_000, (i) => `k${i}: 1,`)}}`],
  ['half a million dashes', `${'- '.repeat(99)}a\n`.repeat(5_000)],
  ['300,000 comments', '#\n'.repeat(300_000)],
  ['30,000 documents', '---\n'.repeat(many)],
];

const slow: readonly (readonly [string, string])[] = [
  ['20,000 anchors', lines(20_000, (i) => `- &a${i} x`)],
  ['30,000 stray aliases', '*a '.repeat(many)],
  ['30,000 stray brackets', '] '.repeat(many)],
  ['30,000 words', 'x\n'.repeat(many)],
  ['30,000 quotes', '"'.repeat(many)],
  ['30,000 quoted words', '"a" '.repeat(many)],
  ['30,000 reserved signs', '@\n'.repeat(many)],
  ['wrong indentation', '- a: 1\n   b\n'.repeat(4_000)],
  ['a million characters of plain text', `a: ${'x '.repeat(500_000)}`],
  ['a million blanks', `a: ${' '.repeat(1_000_000)}b`],
  ['text over 50,000 lines', `a: "${'x '.repeat(100_000)}\n${'  y\n'.repeat(50_000)}"`],
  ['text with runs of blanks over lines', `a: "\n${`${' '.repeat(1_000)}x`.repeat(500)}\n"`],
  ['300,000 escapes', `a: "${'\\n'.repeat(300_000)}"`],
  ['200,000 literal lines', `a: |\n${'  x\n'.repeat(200_000)}`],
  ['300,000 blank lines', `a: >-\n${'\n'.repeat(300_000)}`],
  ['open placeholders', '{{ a\n'.repeat(40)],
  ['byte order marks', '\uFEFF'.repeat(many)],
  ['a cycle', 'a: &a [*a, {b: *a}]'],
];

describe.each([
  ['too deep', 'too-deep' as const, deep],
  ['too large', 'too-large' as const, large],
  ['slow', undefined, slow],
])('%s', (_, refused, attacks) => {
  it.each(attacks)(
    '%s: answered ten times, within half a second',
    async (__, text) => {
      const times: number[] = [];
      for (let round = 0; round < 10; round++) {
        const started = performance.now();
        const tree = parse(text);
        await tree.syntaxProblems();
        times.push(performance.now() - started);
        expect(tree.refused).toBe(refused);
        expect(tree.root === undefined || refused === undefined).toBe(true);
      }
      // The median: other tests run at the same time.
      expect(times.toSorted((a, b) => a - b)[5]).toBeLessThan(500);
    },
    30_000,
  );
});

describe('what is not an attack', () => {
  it('nests as deep as is parsed', () => {
    for (const text of ['['.repeat(100) + ']'.repeat(100), '- '.repeat(100), lines(100, (i) => `${' '.repeat(i)}a:`)]) {
      expect(parse(text).refused).toBeUndefined();
      expect(parse(text).root).toBeDefined();
    }
    expect(parse('['.repeat(101) + ']'.repeat(101)).refused).toBe('too-deep');
    expect(parse(lines(102, (i) => `${' '.repeat(i)}a:`)).refused).toBe('too-deep');
  });

  it('has brackets, dashes and colons in text', () => {
    const many = 200;
    const text = [
      `a: "${'['.repeat(many)}"`,
      `b: '${'{'.repeat(many)}'`,
      `c: x${'['.repeat(many)}`,
      `d: |\n${`  ${'['.repeat(many)}\n`.repeat(3)}`,
      `e: don't ${'{'.repeat(many)}`,
      `# ${'['.repeat(many)}`,
      `f: some\n  ${'{'.repeat(many)} text`,
      `g: ${'-'.repeat(many)}`,
    ].join('\n');
    const tree = parse(text);
    expect(tree.refused).toBeUndefined();
    expect(Object.keys(dataOf(tree.root) as object)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
  });

  it('has 150 aliases of one container', () => {
    const text = `x: &x {name: a, image: b}\nlist:\n${lines(150, () => '  - *x')}`;
    expect(dataOf(parse(text).root)).toMatchObject({ list: Array.from({ length: 150 }, () => ({ name: 'a' })) });
  });

  it('is a million characters long', () => {
    const container =
      '  - name: app\n    image: nginx:1.27\n    memory: 128\n    environment:\n      - {name: A, value: b}\n';
    const text = `containerDefinitions:\n${container.repeat(Math.ceil(1_000_000 / container.length))}`;
    expect(parse(text).refused).toBeUndefined();
  });

  it('is at most two million characters long', () => {
    expect(parse(`a: 1\n${' '.repeat(2_000_000)}`).refused).toBe('too-large');
  });
});
