import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LiveTailEvent, LiveTailUpdate } from '../../client/src/live/log-records';
import { createLines } from '../../client/src/live/logs/lines';
import { createLiveTail, liveTailLimits } from '../../client/src/live/logs/live-tail';
import { beginSession } from '../../client/src/live/logs/session';
import { createTail, tailLimits } from '../../client/src/live/logs/tail';
import { createStop } from '../../client/src/live/refresh/stop';
import { newWorld, start, type Written } from './support/log-world';
import { t } from './support/stage';

const streams = Array.from({ length: 8 }, (_, at) => `s${at}`);
const minute = 60_000;
const limits = { ...tailLimits, page: 3, calls: 4, names: 5 };

const key = fc.record({
  stream: fc.constantFrom(...streams),
  at: fc.integer({ min: -5, max: 100 }).map((seconds) => start + seconds * 1_000),
  message: fc.constantFrom('a', 'b'),
});
const late = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 60_000 }));
// Lines that are equal are taken in at about the same time, and found by looks only after a while.
const copy = fc.record({
  later: fc.integer({ min: 0, max: 2_000 }),
  found: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 20_000 })),
});
const histories = fc
  .uniqueArray(fc.record({ key, late, copies: fc.array(copy, { minLength: 1, maxLength: 3 }) }), {
    maxLength: 40,
    selector: ({ key: { stream, at, message } }) => `${stream} ${at} ${message}`,
  })
  .map((lines) =>
    lines.flatMap((line) => line.copies.map(({ later, found }) => ({ ...line.key, taken: line.late + later, found }))),
  );
/** How long each session takes to open, lasts, and how long its lines are on their way; in milliseconds. */
const sessions = fc.array(
  fc.record({
    opens: fc.integer({ min: 0, max: 4_000 }),
    lasts: fc.oneof(fc.integer({ min: 0, max: 30_000 }), fc.constant(10 * minute)),
    delay: fc.integer({ min: 0, max: 1_500 }),
    // Lines of so long before it opened may be in it as well.
    before: fc.integer({ min: 0, max: 2_000 }),
  }),
  { minLength: 1, maxLength: 8 },
);
const faults = fc.array(fc.constantFrom('none', 'none', 'none', 'none', 'throttled'), { maxLength: 200 });

test('every line is told as often as it was written, whatever sessions do and looks find late', async () => {
  await fc.assert(
    fc.asyncProperty(histories, sessions, faults, async (given, plan, faultPlan) => {
      const written = given.map(
        ({ stream, at, message, taken, found }, index): Written => ({
          id: `e${index}`,
          stream,
          at,
          message,
          taken: at + taken,
          arrives: at + taken + found,
        }),
      );
      const world = newWorld(written, faultPlan);
      const running = newSessions(written, plan, world.now);
      const tail = createLiveTail(createTail('g', world.read, limits, createLines()), running.begin, t);
      const wanted = streams.map((name) => ({ name, from: start - minute }));
      const told: LiveTailEvent[] = [];
      while (world.now() < start + 5 * minute) {
        const look = await tail.look(wanted, world.now(), createStop().signal);
        told.push(...look.events);
        if (!look.more) world.pass(look.live ? 250 : 1_000);
        await running.pass();
      }
      tail.close();
      expect(told.map(words).toSorted()).toEqual(written.map(words).toSorted());
    }),
    { numRuns: 200 },
  );
});

test('a session whose lines nobody takes ends, and they are looked for', async () => {
  const written = Array.from({ length: 40 }, (_, at): Written => {
    const time = start + 10_000 + at * 10;
    return { id: `e${at}`, stream: 's0', at: time, message: `${at}`, arrives: time };
  });
  const first: Written = { id: 'f', stream: 's0', at: start, message: 'first', arrives: start };
  const world = newWorld([first, ...written], []);
  const running = newSessions(written, [{ opens: 0, lasts: minute, delay: 0, before: 0 }], world.now, 10);
  const tail = createLiveTail(createTail('g', world.read, tailLimits, createLines()), running.begin, t);
  const told: LiveTailEvent[] = [];
  const step = async (milliseconds: number): Promise<void> => {
    const look = await tail.look([{ name: 's0', from: start }], world.now(), createStop().signal);
    told.push(...look.events);
    world.pass(milliseconds);
    await running.pass();
  };
  for (const milliseconds of [250, 250, 15_000, 250, 250]) await step(milliseconds);
  expect(told.map(({ message }) => message)).toEqual(['first', ...written.map(({ message }) => message)]);
});

function words({ stream, at, message }: LiveTailEvent): string {
  return `${stream} ${at} ${message}`;
}

interface Planned {
  readonly opens: number;
  readonly lasts: number;
  readonly delay: number;
  readonly before: number;
}

/** Sessions one after the other as planned, the last plan for all that follow. */
function newSessions(
  written: readonly Written[],
  plan: readonly Planned[],
  now: () => number,
  most = liveTailLimits.waiting,
) {
  const state = { begun: 0 };
  const open = new Set<() => void>();
  const begin = (names: readonly string[]) => {
    const { opens, lasts, delay, before } = plan[Math.min(state.begun, plan.length - 1)] as Planned;
    state.begun += 1;
    const opened = now() + opens;
    const sent = new Set<string>();
    const run = (tell: (update: LiveTailUpdate) => void): Promise<void> =>
      new Promise((resolve) => {
        const step = (): void => {
          if (now() < opened) return;
          const events = written.filter(
            ({ id, stream, arrives, taken = arrives }) =>
              names.includes(stream) && !sent.has(id) && taken >= opened - before && taken + delay <= now(),
          );
          for (const { id } of events) sent.add(id);
          if (now() < opened + lasts) tell({ events, sampled: false });
          else {
            open.delete(step);
            resolve();
          }
        };
        open.add(step);
      });
    return beginSession(names, run, most);
  };
  return {
    begin,
    pass: async () => {
      for (const step of [...open]) step();
      // A session that has ended says so a little later.
      for (let turns = 0; turns < 5; turns += 1) await Promise.resolve();
    },
  };
}
