import type { Place } from '../../model/field';
import { defineRule, fix, remove, report } from '../rule';

export const rule = defineRule({
  id: 'requires-compatibilities-duplicate',
  category: 'style',
  severity: 'warning',
  title: 'Every launch type is listed once',
  why: 'The second one says nothing. CloudFormation refuses it, so there it is an error.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-taskdefinition.html',
  bad: [
    `{
  "family": "web",
  "requiresCompatibilities": ["EC2", "EC2"],
//                                   ^^^^^
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "requiresCompatibilities": ["EC2"],
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],
  good: [
    `{
  "family": "web",
  "requiresCompatibilities": ["EC2", "EXTERNAL", "\${TYPE}", "\${TYPE}"],
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],

  *check({ requiresCompatibilities }, { shape }) {
    const first = new Map<string, Place>();
    for (const item of requiresCompatibilities.items) {
      if (item.literal === undefined) continue;
      const place = first.get(item.literal);
      if (!place) first.set(item.literal, item);
      else
        yield report(item, `'${item.literal}' is listed already. Remove one of the two.`, {
          severity: shape === 'cloudformation' ? 'error' : 'warning',
          fix: fix('Remove the second one', remove(item)),
          related: [{ place, message: `The first '${item.literal}'` }],
        });
    }
  },
});
