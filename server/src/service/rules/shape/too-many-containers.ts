import { maxContainers } from '../../data/limits';
import { defineRule, report } from '../rule';

const eleven = Array.from({ length: maxContainers + 1 }, (_, index) => {
  const name = `worker-${index}`;
  return `    { "name": "${name}", "image": "busybox:1.36", "memory": 64 }${index < maxContainers ? ',' : '\n//  ^'}`;
});

export const rule = defineRule({
  id: 'too-many-containers',
  category: 'correctness',
  severity: 'error',
  title: `A task definition has at most ${maxContainers} containers`,
  why: 'The quota cannot be raised. ECS answers: "Too many containers."',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html',
  narrows: ['invalid-value'],
  bad: [`{\n  "family": "work",\n  "containerDefinitions": [\n${eleven.join('\n')}\n  ]\n}`],
  good: [`{\n  "family": "work",\n  "containerDefinitions": [\n${eleven.slice(0, -1).join('\n').slice(0, -1)}\n  ]\n}`],

  *check({ containerDefinitions }) {
    const { items } = containerDefinitions;
    const [first] = items.slice(maxContainers);
    if (!first) return;
    yield report(
      first.at,
      `The task definition has ${items.length} containers; ECS takes ${maxContainers} at most. Move some to a task definition of their own.`,
      { covers: [containerDefinitions] },
    );
  },
});
