import { mayHaveGpus, type Requirement, requirementsOf } from '../../model/accelerators';
import { nameOf } from '../../model/container';
import type { TaskDefinition } from '../../model/task-definition';
import { example, marked } from '../example';
import { defineRule, type Report, remove, report, suggestion } from '../rule';

const source = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ResourceRequirement.html';
const share = '"sharingStrategy": { "nvidiaMps": { "memory": 1024 } }';

export const rule = defineRule({
  id: 'gpu-sharing-conflict',
  category: 'correctness',
  severity: 'error',
  title: 'A container has GPUs for itself, or shares one, and all containers of a task do the same',
  why: 'value reserves whole GPUs and sharingStrategy a part of one. ECS takes exactly one of them, the same for all containers of a task, and shares GPUs on EC2 and Managed Instances only.',
  source,
  narrows: ['required-member-missing', 'invalid-value'],
  bad: [
    gpus('EC2', `{ "type": "GPU", "value": "1", ${share} }`, true),
    gpus('EC2', '{ "type": "GPU" }', true),
    gpus('MANAGED_INSTANCES', `{ "type": "NeuronDevice", ${share} }`, true),
    gpus('EXTERNAL', `{ "type": "GPU", ${share} }`, true),
    example(
      'EC2',
      '',
      `
      "resourceRequirements": [
        { "type": "GPU", "sharingStrategy": { "nvidiaMps": { "memory": 0, "maxComputePercent": 101 } } }
//                                                                     ^                       ^^^
      ],`,
    ),
    `{
  "family": "web",
  "requiresCompatibilities": ["EC2"],
  "containerDefinitions": [
    { "name": "a", "image": "a:1", "memory": 64, "resourceRequirements": [{ "type": "GPU", ${share} }] },
    { "name": "b", "image": "b:1", "memory": 64, "resourceRequirements": [{ "type": "GPU", "value": "1" }] }
//                                                                        ^
  ]
}`,
  ],
  fixed: [gpus('EC2', `{ "type": "GPU", ${share} }`)],
  good: [
    gpus('EC2', `{ "type": "GPU", ${share} }`),
    gpus('EC2', '{ "type": "GPU", "value": "1" }'),
    gpus('EC2', '{ "type": "GPU", "value": "${GPUS}" }'),
    gpus('EC2', '{ "type": "${TYPE}", "value": "1" }'),
    gpus('MANAGED_INSTANCES', '{ "type": "NeuronDevice", "value": "ALL" }'),
  ],

  *check(task) {
    if (!mayHaveGpus(task)) return;
    for (const { resourceRequirements } of task.containerDefinitions.items)
      for (const { at, type, sharingStrategy } of resourceRequirements.items)
        if (type.literal !== undefined && type.literal !== 'GPU' && sharingStrategy.present)
          yield report(at, "Only GPUs are shared: remove 'sharingStrategy', or change the type to GPU.", {
            fix: suggestion("Remove 'sharingStrategy'", remove(sharingStrategy.at)),
          });
    const gpus = requirementsOf(task, 'GPU');
    const [first] = gpus;
    for (const gpu of gpus) {
      yield* conflict(gpu, first, task);
      yield* strategy(gpu);
    }
  },
});

function* conflict(gpu: Requirement, first: Requirement | undefined, task: TaskDefinition): Generator<Report> {
  const { value, sharingStrategy, at } = gpu.requirement;
  const container = `The container ${nameOf(gpu.container)}`;
  if (value.present && sharingStrategy.present)
    yield report(at, `${container} asks for GPUs of its own and for a shared one. Keep 'value' or 'sharingStrategy'.`, {
      fix: suggestion("Remove 'value'", remove(value)),
    });
  else if (!value.present && !sharingStrategy.present)
    yield report(
      at,
      `${container} does not say how many GPUs it needs. Add 'value', or 'sharingStrategy' to share one.`,
    );
  else if (sharingStrategy.present && task.launchType('EXTERNAL'))
    yield report(at, `${container} shares a GPU, which external instances do not support. Use 'value' instead.`);
  else if (first && hasOneWay(first) && first.requirement.value.present !== value.present)
    yield report(
      at,
      `${container} ${value.present ? 'has GPUs of its own' : 'shares a GPU'}, other than ${nameOf(first.container)}. All containers of a task that ask for GPUs must do it in the same way.`,
      { related: [{ place: first.requirement.at, message: `What ${nameOf(first.container)} asks for` }] },
    );
}

function hasOneWay({ requirement: { value, sharingStrategy } }: Requirement): boolean {
  return value.present !== sharingStrategy.present;
}

function* strategy({ requirement: { sharingStrategy } }: Requirement): Generator<Report> {
  const { nvidiaMps, at } = sharingStrategy;
  if (at.node?.type !== 'object') return;
  if (!nvidiaMps.present) yield report(at, "The only strategy is 'nvidiaMps': state the memory of the GPU in it.");
  if (nvidiaMps.at.node?.type !== 'object') return;
  const { memory, maxComputePercent } = nvidiaMps;
  if (!memory.present)
    yield report(nvidiaMps.at, "State how much memory of the GPU the container gets: 'memory', in MiB.");
  if (memory.literal !== undefined && memory.literal < 1)
    yield report(memory, `A container cannot have ${memory.literal} MiB of a GPU. Use 1 or more.`);
  const percent = maxComputePercent.literal;
  if (percent !== undefined && (percent < 1 || percent > 100))
    yield report(maxComputePercent, `A container gets 1 to 100 per cent of a GPU, not ${percent}.`);
}

function gpus(platform: Parameters<typeof example>[0], item: string, isBad = false): string {
  const line = `      "resourceRequirements": [${item}],`;
  return example(platform, '', isBad ? marked(line, item).replace(/\^+/, '^') : `\n${line}`);
}
