import { requirementsOf } from '../../model/accelerators';
import { nameOf } from '../../model/container';
import { isKnown } from '../../model/known';
import type { TaskDefinition } from '../../model/task-definition';
import { example, marked } from '../example';
import { defineRule, report, set, suggestion } from '../rule';

export const rule = defineRule({
  id: 'neuron-device-invalid',
  category: 'correctness',
  severity: 'error',
  title: 'One container of a task on Managed Instances asks for all Neuron devices',
  why: 'ECS hands out the Neuron devices of a managed instance together, to one container of a task.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ResourceRequirement.html',
  bad: [
    neuron('MANAGED_INSTANCES', '"value": "2"', true),
    neuron('EC2', '"value": "ALL"', true),
    `{
  "family": "web",
  "requiresCompatibilities": ["MANAGED_INSTANCES"],
  "containerDefinitions": [
    { "name": "a", "image": "a:1", "memory": 64, "resourceRequirements": [{ "type": "NeuronDevice", "value": "ALL" }] },
    { "name": "b", "image": "b:1", "memory": 64, "resourceRequirements": [{ "type": "NeuronDevice", "value": "ALL" }] }
//                                                                        ^
  ]
}`,
  ],
  fixed: [neuron('MANAGED_INSTANCES', '"value": "ALL"')],
  good: [
    neuron('MANAGED_INSTANCES', '"value": "ALL"'),
    neuron('MANAGED_INSTANCES', '"value": "${DEVICES}"'),
    neuron('EC2', '"value": "ALL"').replace('["EC2"]', '["${LAUNCH_TYPE}"]'),
  ],

  *check(task) {
    const all = requirementsOf(task, 'NeuronDevice');
    const [first] = all;
    // That Fargate has none, another rule tells.
    if (!first || task.launchType('FARGATE')) return;
    for (const each of all) {
      const { at, value, sharingStrategy } = each.requirement;
      const container = `The container ${nameOf(each.container)}`;
      // What GPUs alone can have, another rule tells.
      if (sharingStrategy.present) continue;
      if (isElsewhere(task))
        yield report(at, `${container} asks for Neuron devices, which ECS gives on Managed Instances only.`);
      else if (!value.present || (value.literal ?? 'ALL') !== 'ALL')
        yield report(
          at,
          `${container} can have all Neuron devices of its instance, or none: the value must be 'ALL'.`,
          {
            fix: suggestion("Change to 'ALL'", set(at, 'value', 'ALL')),
          },
        );
      else if (each.container !== first.container)
        yield report(
          at,
          `${container} asks for Neuron devices, and so does ${nameOf(first.container)}: only one container of a task can.`,
          { related: [{ place: first.requirement.at, message: `What ${nameOf(first.container)} asks for` }] },
        );
    }
  },
});

function isElsewhere({ launchTypes, requiresCompatibilities }: TaskDefinition): boolean {
  if (launchTypes.length === 0 || launchTypes.includes('MANAGED_INSTANCES')) return false;
  return (
    isKnown(requiresCompatibilities) && requiresCompatibilities.items.every(({ literal }) => literal !== undefined)
  );
}

function neuron(platform: 'EC2' | 'MANAGED_INSTANCES', value: string, isBad = false): string {
  const line = `      "resourceRequirements": [{ "type": "NeuronDevice", ${value} }],`;
  return example(platform, '', isBad ? marked(line, '{') : `\n${line}`);
}
