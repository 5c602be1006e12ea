import { cloudWatchOptions } from '../../model/cloudwatch-options';
import type { Container } from '../../model/container';
import type { Definition, Snapshot } from '../../snapshot';
import { nodeAt } from '../../syntax/ast';
import type { Json } from '../../syntax/edit';
import { printEditsIn } from '../print-edits';
import { atOwnLevel, isAmongMembers } from './place';
import type { Refactoring } from './refactoring';

/** Every container without a log configuration gets one for CloudWatch Logs. */
export const addLogConfiguration: Refactoring = {
  id: 'add-log-configuration',
  kind: 'refactor.rewrite',
  offer(snapshot, definition, span) {
    const { task, node } = definition;
    const silent = task.containerDefinitions.items.filter(
      ({ at, logConfiguration }) => at.node?.type === 'object' && !logConfiguration.present,
    );
    const found = nodeAt(node, span.offset);
    const isHere = silent.some(({ at }) => at.node && found && isAmongMembers(at.node, found));
    if (silent.length === 0 || !(isHere || atOwnLevel(definition, span))) return [];
    const region = regionOf(snapshot, definition);
    const edits = silent.map(({ at, name }) => ({
      kind: 'member' as const,
      object: at.anchor,
      key: 'logConfiguration',
      value: { logDriver: 'awslogs', options: cloudWatchOptions(task, region, name.literal ?? '<container>') },
    }));
    const count = silent.length === 1 ? 'the container' : `the ${silent.length} containers`;
    return [
      {
        title: `Add a log configuration to ${count} without one`,
        changes: () => printEditsIn(snapshot, node.offset, edits),
      },
    ];
  },
};

/** The region as another container states it, be it a placeholder; a template knows its own. */
function regionOf({ document }: Snapshot, { task, shape }: Definition): Json {
  const written = ({ logConfiguration }: Container) => {
    const { node } = logConfiguration.options.get('awslogs-region');
    if (node?.type !== 'string' || node.value === '') return [];
    // What stands for an intrinsic function is not in the text.
    return document
      .getText()
      .slice(node.offset, node.offset + node.length)
      .includes(node.value)
      ? [node.value]
      : [];
  };
  const [stated] = task.containerDefinitions.items.flatMap(written);
  return stated ?? (shape === 'cloudformation' ? { Ref: 'AWS::Region' } : '<region>');
}
