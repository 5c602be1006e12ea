import { type LaunchType, type Support, unsupported } from '../data/launch-type-matrix';
import { supportOn } from '../model/support';
import type { TaskDefinition } from '../model/task-definition';

const launchTypes: readonly { readonly id: LaunchType; readonly title: string }[] = [
  { id: 'FARGATE', title: 'Fargate' },
  { id: 'EC2', title: 'EC2' },
  { id: 'EXTERNAL', title: 'External' },
  { id: 'MANAGED_INSTANCES', title: 'Managed Instances' },
];

/** Where something is supported, as a Markdown table; launch types of the definition are bold, and first where they are unsupported. */
export function supportTable(support: Support, task: TaskDefinition | undefined): string {
  const { linux, windows } = support;
  const own = (id: LaunchType) => task?.launchType(id) !== undefined;
  const missing = (id: LaunchType) => own(id) && supportOn(support, id, task?.isWindows) === unsupported;
  const columns = launchTypes.toSorted((a, b) => Number(missing(b.id)) - Number(missing(a.id)));
  const line = (name: string, cell: (id: LaunchType) => string) =>
    `| ${[...(windows ? [name] : []), ...columns.map(({ id }) => cell(id))].join(' | ')} |`;
  const titles = new Map(launchTypes.map(({ id, title }) => [id, own(id) ? `**${title}**` : title]));
  const refused = columns.filter(({ id }) => missing(id)).map(({ title }) => title);
  return [
    ...(refused.length > 0 ? [`**Not supported on ${refused.join(', ')}**, which this definition asks for.`, ''] : []),
    line(' ', (id) => titles.get(id) ?? ''),
    line('---', () => '---'),
    line('Linux', (id) => linux[id]),
    ...(windows ? [line('Windows', (id) => (id === 'MANAGED_INSTANCES' ? undefined : windows[id]) ?? '–')] : []),
  ].join('\n');
}
