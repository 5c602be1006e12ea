import { performance } from 'node:perf_hooks';
import { createService, type Rule, type Service } from '../../server/src/service';
import { largeDefinition } from '../support/large-definition';

const rounds = 300;
const text = largeDefinition();

/** Time of each rule, and of all of them, over definitions that are parsed but not read yet. */
function measure(service: Service): {
  readonly all: readonly number[];
  readonly byRule: ReadonlyMap<string, number[]>;
} {
  const byRule = new Map<string, number[]>(service.rules.map(({ id }) => [id, []]));
  const all: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const snapshot = service.open('file:///w/task-definition.json', text);
    const [definition] = snapshot.definitions;
    if (!definition) throw new Error('The definition is not found.');
    const context = {
      shape: definition.shape,
      syntax: snapshot.syntax,
      uri: snapshot.uri,
      template: undefined,
      trustedRegistries: [],
    };
    let total = 0;
    for (const rule of shuffled(service.rules)) {
      const start = performance.now();
      Array.from(rule.check?.(definition.task, context) ?? []);
      const time = performance.now() - start;
      byRule.get(rule.id)?.push(time);
      total += time;
    }
    all.push(total);
  }
  return { all, byRule };
}

/** What rules share is read by the first that asks: a new order each time gives each its fair part. */
function shuffled(rules: readonly Rule[]): readonly Rule[] {
  return rules
    .map((rule) => [Math.random(), rule] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, rule]) => rule);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

const service = createService({
  onCrash: (rule, error) => {
    throw new Error(`${rule} crashed`, { cause: error });
  },
});
measure(service);
const { all, byRule } = measure(service);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const total = [...byRule.values()].reduce((sum, values) => sum + mean(values), 0);
console.log(
  `${service.rules.length} rules over ${text.length} bytes, 10 containers, ${rounds} rounds after as many to warm up`,
);
console.log(`all rules: median ${median(all).toFixed(3)} ms`);
console.log('the dearest, by mean:');
for (const [id, values] of [...byRule].toSorted(([, a], [, b]) => mean(b) - mean(a)).slice(0, 15)) {
  const share = (mean(values) / total) * 100;
  console.log(
    `  ${id.padEnd(40)} ${(mean(values) * 1000).toFixed(1).padStart(7)} µs  ${share.toFixed(1).padStart(5)} %`,
  );
}
const diagnosed: number[] = [];
for (let round = 0; round < 60; round++) {
  const snapshot = service.open('file:///w/task-definition.json', text);
  void snapshot.definitions;
  const start = performance.now();
  await service.diagnose(snapshot);
  diagnosed.push(performance.now() - start);
}
console.log(`with the evaluation of the schema: median ${median(diagnosed).toFixed(3)} ms`);
