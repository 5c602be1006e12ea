import { defineRule, fix, remove, report } from '../rule';

export const rule = defineRule({
  id: 'tags-empty',
  category: 'correctness',
  severity: 'error',
  title: 'The list of tags is absent rather than empty',
  why: 'ECS refuses an empty list and answers: "Tags can not be empty."',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
  narrows: ['invalid-value'],
  bad: [
    `{
  "family": "web",
  "tags": [],
//^^^^^^
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],
  good: [
    `{
  "family": "web",
  "tags": [{ "key": "team", "value": "shop" }],
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],

  *check({ tags }) {
    if (tags.node?.type !== 'array' || tags.items.length > 0) return;
    yield report(tags, "'tags' is empty, which ECS refuses. Remove it, or name a tag.", {
      fix: fix("Remove 'tags'", remove(tags)),
    });
  },
});
