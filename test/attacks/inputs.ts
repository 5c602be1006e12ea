/** Texts that hold a careless parser for long, or end it. */
const many = 30_000;
export const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

export const deep: readonly (readonly [string, string])[] = [
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

export const large: readonly (readonly [string, string])[] = [
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

export const slow: readonly (readonly [string, string])[] = [
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
