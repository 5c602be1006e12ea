import type { Field } from '../../model/field';
import { cpuUnits, memoryMiB } from '../../model/size';
import type { TaskDefinition } from '../../model/task-definition';
import type { Fix } from '../../problem';
import { marked } from '../example';
import { limitRule } from '../limit-rule';
import { defineRule, defineRules, placeOf, replace, report, shown, suggestion } from '../rule';

interface Row {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly member: 'cpu' | 'memory';
  /** What a number without a unit counts. */
  readonly unit: 'CPU units' | 'MiB';
  /** What has 1024 of them, as AWS spells it. */
  readonly large: 'vCPU' | 'GB';
  /** Other units that may be meant, in lower case, by how many of the small ones they have. */
  readonly meant: Readonly<Record<number, readonly string[]>>;
  readonly read: (text: string) => number | undefined;
  readonly bad: readonly (readonly [text: string, fixed: string])[];
  readonly good: readonly string[];
}

const table: readonly Row[] = [
  {
    id: 'task-cpu-format',
    title: 'The cpu of a task is in CPU units or in vCPUs',
    why: "ECS takes a whole number of CPU units, or a number with the unit vCPU, which it turns into CPU units. For 0.25 without a unit it answers: “Invalid 'cpu' setting for task.”",
    member: 'cpu',
    unit: 'CPU units',
    large: 'vCPU',
    meant: { 1: ['unit', 'units', 'cpu units'], 1024: ['', 'cpu', 'cpus', 'vcpu', 'vcpus', 'core', 'cores'] },
    read: cpuUnits,
    bad: [
      ['0.25', '256'],
      ['2 vCPUs', '2048'],
      ['0.3 vCPU', '308'],
    ],
    good: ['1024', '1 vcpu', '.25vCPU', '${CPU}'],
  },
  {
    id: 'task-memory-format',
    title: 'The memory of a task is in MiB or in GB',
    why: 'ECS takes a whole number of MiB, or a number with the unit GB, which it turns into MiB. AWS documents no other unit; those that other tools know, such as MB and GiB, are reported as a warning.',
    member: 'memory',
    unit: 'MiB',
    large: 'GB',
    meant: { 1: ['m', 'mb', 'mi', 'mib'], 1024: ['', 'g', 'gb', 'gi', 'gib', 'gigabytes'] },
    read: memoryMiB,
    bad: [
      ['2 gigabytes', '2048'],
      ['0.5', '512'],
      ['512MB', '512'],
      ['2GiB', '2048'],
      ['0.3 GB', '308'],
    ],
    good: ['2048', '2GB', '0.5 gb', '${MEMORY}'],
  },
];

export const rules = defineRules(table, (row) => {
  const { id, title, why, member, unit, large } = row;
  const examples = row.bad.map(([text, fixed]) => [faulty(member, text), definition(member, fixed)] as const);
  return defineRule({
    ...limitRule({
      id,
      title,
      why,
      source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
      at: member,
      message: ({ node }) =>
        `'${node.value}' is no '${member}' of a task: write a whole number of ${unit}, or a number and ${large}.`,
      fix: (finding) => rewrite(placeOf(finding.node), row),
      bad: examples.map(([bad]) => bad),
      fixed: examples.map(([, fixed]) => fixed),
      good: row.good.map((text) => definition(member, text)),
    }),

    *check(task) {
      const message = doubt(task, row);
      if (message === undefined) return;
      const mend = rewrite(task[member], row);
      yield report(task[member], message, { severity: 'warning', ...(mend && { fix: mend }) });
    },
  });
});

/** What is unusual about a size that has the form of one. */
function doubt(task: TaskDefinition, { member, unit, large, read }: Row): string | undefined {
  const field = task[member];
  const text = field.literal?.trim();
  if (text === undefined || !/^[\d.]{1,12}\s{0,3}[a-z]{1,6}$/i.test(text)) return undefined;
  const value = read(text);
  if (value === undefined)
    return /^[\d.]+\s*(?:vcpus|mi?b|gib)$/i.test(text)
      ? `AWS documents no unit but ${large} here, and ECS may refuse ${shown(field)}. Write the number of ${unit}.`
      : undefined;
  // On Fargate the table of sizes has whole numbers only, which another rule tells.
  return Number.isInteger(value) || task.launchType('FARGATE')
    ? undefined
    : `${shown(field)} is ${value} ${unit}, which is no whole number. Write the number of ${unit}.`;
}

/** The same in the small unit, where it is plain what is meant. */
function rewrite(place: Pick<Field<string>, 'node' | 'anchor' | 'name'>, row: Row): Fix | undefined {
  const text = place.node?.type === 'string' ? place.node.value.trim() : '';
  const [, number = '', unit = ''] = /^([\d.]{1,12})\s{0,3}([a-z ]{0,12})$/i.exec(text) ?? [];
  const factor = Object.entries(row.meant).find(([, units]) => units.includes(unit.toLowerCase()))?.[0];
  const value = Math.ceil(Number(number) * Number(factor));
  return value > 0 ? suggestion(`Change to '${value}'`, replace(place, String(value))) : undefined;
}

function definition(member: string, text: string): string {
  return `{
  "family": "web",
  "${member}": "${text}",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`;
}

function faulty(member: string, text: string): string {
  const line = `  "${member}": "${text}",`;
  return definition(member, text).replace(`\n${line}`, marked(line, `"${text}"`));
}
