import { mayHaveGpus, requirementsOf } from '../../model/accelerators';
import { nameOf } from '../../model/container';
import { defineRule, report } from '../rule';

export const rule = defineRule({
  id: 'gpu-multiple-all',
  category: 'reliability',
  severity: 'warning',
  title: 'Where one container has all GPUs, no other asks for some',
  why: 'ALL reserves every GPU of the instance for one container. Another that needs a GPU finds none, and the task is not placed.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ResourceRequirement.html',
  bad: [gpus('ALL', `"1" }] }\n//${' '.repeat(72)}^`)],
  good: [
    gpus('2', '"1" }] }'),
    gpus('ALL', '"${GPUS}" }] }').replace('"GPU", "value": "${', '"${TYPE}", "value": "${'),
  ],

  *check(task) {
    if (!mayHaveGpus(task)) return;
    const all = requirementsOf(task, 'GPU');
    const greedy = all.find(({ requirement }) => requirement.value.literal === 'ALL');
    const other = greedy && all.find(({ container }) => container !== greedy.container);
    if (!other) return;
    const [first, second] = all.indexOf(greedy) < all.indexOf(other) ? [greedy, other] : [other, greedy];
    yield report(
      second.requirement.at,
      `The container ${nameOf(greedy.container)} asks for all GPUs of its instance, so none is left for ${nameOf(other.container)}. Divide them by number.`,
      { related: [{ place: first.requirement.at, message: `What ${nameOf(first.container)} asks for` }] },
    );
  },
});

function gpus(first: string, second: string): string {
  return `{
  "family": "web",
  "requiresCompatibilities": ["EC2"],
  "containerDefinitions": [
    { "name": "a", "image": "a:1", "memory": 64, "resourceRequirements": [{ "type": "GPU", "value": "${first}" }] },
    { "name": "b", "image": "b:1", "memory": 64, "resourceRequirements": [{ "type": "GPU", "value": ${second}
  ]
}`;
}
