import { nameFromImage } from '../../model/proposed-name';
import { defineRule, report, set, suggestion } from '../rule';

export const rule = defineRule({
  id: 'container-name-required',
  category: 'correctness',
  severity: 'error',
  title: 'Every container has a name',
  why: 'ECS refuses a container without a name and answers: "Container.name should not be null or empty."',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  narrows: ['required-member-missing', 'invalid-value', 'invalid-type', 'container-name-invalid'],
  bad: [
    `{
  "family": "web",
  "containerDefinitions": [
    { "image": "public.ecr.aws/nginx/nginx:1.27", "memory": 128 },
//  ^
    { "name": "", "image": "busybox:1.36", "memory": 64 }
//            ^^
  ]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "containerDefinitions": [
    { "image": "public.ecr.aws/nginx/nginx:1.27", "memory": 128, "name": "nginx" },
    { "name": "busybox", "image": "busybox:1.36", "memory": 64 }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 128 },
    { "name": "\${NAME}", "image": "nginx:1.27", "memory": 128 }
  ]
}`,
  ],

  *check({ containerDefinitions: { items } }) {
    const taken = new Set(items.map(({ name }) => name.literal));
    for (const container of items) {
      const { at, name } = container;
      if (at.node?.type !== 'object' || (name.node && name.node.type !== 'null' && name.literal !== '')) continue;
      const proposed = nameFromImage(container);
      const isFree = proposed !== undefined && !taken.has(proposed);
      yield report(name, 'The container has no name: give it one that no other container of the task has.', {
        ...(isFree && { fix: suggestion(`Name it '${proposed}'`, set(at, 'name', proposed)) }),
      });
    }
  },
});
