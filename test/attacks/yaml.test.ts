import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-json-languageservice';
import { dataOf } from '../../server/src/service/syntax/ast';
import { parseYaml } from '../../server/src/service/syntax/yaml';
import { deep, large, lines, slow } from './inputs';

const parse = (text: string) => parseYaml(TextDocument.create('file:///w/task-definition.yaml', 'yaml', 1, text));
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
