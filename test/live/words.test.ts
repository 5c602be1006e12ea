import { describe, expect, test } from 'vitest';
import { explainFailure } from '../../client/src/live/failure-reasons';
import { escapeMarkdown, factSheet } from '../../client/src/live/markdown';
import { t } from './support/stage';

describe('a placement failure in words', () => {
  test.each([
    ['MISSING', 'not there any more'],
    ['INACTIVE', 'not active any more'],
    ['AGENT', 'agent of the container instance'],
    ['LOCATION', 'availability zone'],
    ['CAPACITY', 'Fargate has no capacity'],
    ['RESOURCE:CPU', 'enough CPU'],
    ['RESOURCE:MEMORY', 'enough memory'],
    ['RESOURCE:ENI', 'network interface'],
    ['RESOURCE:PORTS', 'host port'],
    ['RESOURCE:GPU', 'GPUs'],
    ['RESOURCE:FARGATE', 'Fargate has no capacity'],
    ['RESOURCE:ACCELERATOR', 'enough of a resource'],
    ['ATTRIBUTE', 'an attribute'],
  ])('%s', (reason, words) => {
    const sentence = explainFailure({ reason }, t);
    expect(sentence).toContain(words);
    expect(sentence).toContain(`(${reason})`);
  });

  test('one that nobody knows is shown as it came, with AWS’s detail', () => {
    expect(explainFailure({ reason: 'NEW', detail: 'Something else' }, t)).toBe('NEW: Something else');
  });
});

describe('Markdown', () => {
  test.each([
    ['*bold* _x_ `code`', '\\*bold\\* \\_x\\_ \\`code\\`'],
    ['![x](https://evil.example)', '\\!\\[x\\]\\(https\\:\\/\\/evil\\.example\\)'],
    ['<script>&lt;', '\\<script\\>\\&lt\\;'],
    ['two\n# lines\u2028three\u0000', 'two \\# lines three '],
    ['déjà 東京 🚀', 'déjà 東京 🚀'],
  ])('%j is text', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  test('a fact sheet leaves out what is not known', () => {
    const rows = [
      ['Image', 'a_b'],
      ['Digest', undefined],
    ] as const;
    expect(factSheet('app', rows)).toBe('**app**\n\n- Image: a\\_b');
  });
});
