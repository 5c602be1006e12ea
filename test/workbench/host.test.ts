import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ground, openGround } from './harness';

let ground: Ground;
beforeAll(async () => {
  ground = await openGround({ driver: true });
});
afterAll(() => ground?.stop());

describe('inside the extension host', () => {
  it('every test of the suite passes', async () => {
    const { code, tests, lines } = await ground.runSuite('test/workbench/suite/main.ts');
    const failed = tests.filter(({ error }) => error !== undefined).map(({ name, error }) => `${name}: ${error}`);
    expect(failed, lines.join('\n')).toEqual([]);
    expect(code, lines.join('\n')).toBe(0);
    expect(tests.length).toBe(32);
  });
});
