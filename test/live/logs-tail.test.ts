import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTail, type TailLimits, tailLimits } from '../../client/src/live/logs/tail';
import { createStop } from '../../client/src/live/refresh/stop';
import { newWorld, start, type Written } from './support/log-world';

const limits: TailLimits = {
  overlap: 10_000,
  thorough: { overlap: 120_000, every: 30_000 },
  calls: 4,
  names: 3,
  missing: 2,
  page: 3,
  remembered: 1_000,
};

describe('any history of a group', () => {
  const late = fc.oneof(
    { weight: 6, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.integer({ min: 1, max: 9_000 }) },
    { weight: 1, arbitrary: fc.integer({ min: 9_001, max: 75_000 }) },
  );
  const events = fc.array(
    fc.record({ stream: fc.integer({ min: 0, max: 6 }), after: fc.integer({ min: 0, max: 40_000 }), late }),
    { maxLength: 60 },
  );
  const faults = fc.array(fc.constantFrom('none', 'none', 'none', 'empty', 'throttled'), {
    minLength: 100,
    maxLength: 200,
  });

  test('is told whole, each event once, whatever comes late, is empty or fails', async () => {
    await fc.assert(
      fc.asyncProperty(events, faults, async (given, faultPlan) => {
        const written = given.map(
          ({ stream, after, late: delay }, index): Written => ({
            id: `e${index}`,
            stream: `s${stream}`,
            at: start + after,
            arrives: start + after + delay,
            message: '',
          }),
        );
        const world = newWorld(written, faultPlan);
        const tail = createTail('g', world.read, limits);
        const wanted = [0, 1, 2, 3, 4, 5, 6].map((name) => ({ name: `s${name}`, from: start }));
        const told: string[] = [];
        // As long as the latest may be on its way, and until the faults are over.
        for (let looks = 0; looks < 400; looks += 1) {
          const look = await tail.look(wanted, world.now(), createStop().signal);
          expect(look.events.map(({ at }) => at)).toEqual(look.events.map(({ at }) => at).toSorted((a, b) => a - b));
          told.push(...look.events.map(({ id }) => id));
          if (!look.more) world.pass(1_000);
        }
        expect(told.toSorted()).toEqual(written.map(({ id }) => id).toSorted());
      }),
      { numRuns: 150 },
    );
  });
});

describe('streams', () => {
  const signal = createStop().signal;

  test('a hundred names a call, and each stream in one of them', async () => {
    const names = Array.from({ length: 250 }, (_, at) => `s${at}`);
    const world = newWorld(
      names.map((stream) => ({ id: stream, stream, at: start, arrives: start, message: '' })),
      [],
    );
    const tail = createTail('g', world.read, tailLimits);
    const look = await tail.look(
      names.map((name) => ({ name, from: start })),
      world.now(),
      signal,
    );
    expect(look.events).toHaveLength(250);
    expect(world.asked.map(({ streams }) => streams?.length)).toEqual([100, 100, 50]);
  });

  test('one that is not there yet does not hide the others, and is told from its beginning', async () => {
    const world = newWorld(
      [
        { id: 'a', stream: 'there', at: start, arrives: start, message: '' },
        { id: 'b', stream: 'later', at: start + 5_000, arrives: start + 50_000, message: '' },
      ],
      [],
    );
    const tail = createTail('g', world.read, tailLimits);
    const wanted = ['later', 'there'].map((name) => ({ name, from: start }));
    const first = await tail.look(wanted, world.now(), signal);
    expect(first).toMatchObject({ events: [{ id: 'a' }], more: false, groupMissing: false });
    world.pass(60_000);
    expect((await tail.look(wanted, world.now(), signal)).events.map(({ id }) => id)).toEqual(['b']);
  });

  test('few calls for many that are not there', async () => {
    const there: Written = { id: 'a', stream: 'there', at: start, arrives: start, message: '' };
    const world = newWorld([there], []);
    const tail = createTail('g', world.read, tailLimits);
    const wanted = ['there', ...Array.from({ length: 49 }, (_, at) => `s${at}`)].map((name) => ({ name, from: start }));
    const told: string[] = [];
    while ((await tail.look(wanted, world.now(), signal)).more) expect(world.asked.length).toBeLessThan(120);
    world.asked.length = 0;
    for (let looks = 0; looks < 10; looks += 1) {
      told.push(...(await tail.look(wanted, world.now(), signal)).events.map(({ id }) => id));
      world.pass(1_000);
    }
    expect([told, world.asked.length]).toEqual([[], 30]);
  });

  test('a group that is not there costs two calls a look', async () => {
    const world = newWorld([], []);
    const tail = createTail('gone', world.read, tailLimits);
    const wanted = Array.from({ length: 40 }, (_, at) => ({ name: `s${at}`, from: start }));
    expect(await tail.look(wanted, world.now(), signal)).toMatchObject({ groupMissing: true, more: false });
    expect(world.asked).toHaveLength(2);
  });

  test('an event of a clock that runs ahead does not hide what comes after it', async () => {
    const world = newWorld(
      [
        { id: 'ahead', stream: 's', at: start + 3_600_000, arrives: start, message: '' },
        { id: 'next', stream: 's', at: start + 2_000, arrives: start + 2_000, message: '' },
      ],
      [],
    );
    const tail = createTail('g', world.read, tailLimits);
    const wanted = [{ name: 's', from: start }];
    expect((await tail.look(wanted, world.now(), signal)).events.map(({ id }) => id)).toEqual(['ahead']);
    world.pass(3_000);
    expect((await tail.look(wanted, world.now(), signal)).events.map(({ id }) => id)).toEqual(['next']);
  });

  test('what is remembered has an end, and nothing comes twice for that', async () => {
    const many = Array.from({ length: 500 }, (_, at) => ({
      id: `e${at}`,
      stream: 's',
      at: start + at * 20,
      arrives: start + at * 20,
      message: '',
    }));
    const world = newWorld(many, []);
    const tail = createTail('g', world.read, { ...limits, page: 1_000, remembered: 50 });
    const told: string[] = [];
    for (let looks = 0; looks < 40; looks += 1) {
      told.push(...(await tail.look([{ name: 's', from: start }], world.now(), signal)).events.map(({ id }) => id));
      world.pass(500);
    }
    expect(told).toEqual(many.map(({ id }) => id));
  });
});
