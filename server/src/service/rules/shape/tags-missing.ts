import { defineRule, report, set, suggestion } from '../rule';

const definition = (members: string) => `  {
    "family": "web",${members}
    "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
  }`;

export const rule = defineRule({
  id: 'tags-missing',
  category: 'style',
  severity: 'hint',
  optIn: true,
  controls: ['ECS.15'],
  title: 'A task definition has tags',
  why: 'Tags say whose a task definition is and what it is for, in lists, in policies and on the bill, if services pass them on to their tasks.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-using-tags.html',
  bad: [definition('').replace('\n', '\n//^\n')],
  fixed: [
    `  {
    "family": "web",
    "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }],
    "tags": [
        {
            "key": "<key>",
            "value": "<value>"
        }
    ]
  }`,
  ],
  good: [definition('\n    "tags": [{ "key": "team", "value": "shop" }],'), definition('\n    "tags": "${TAGS}",')],

  *check({ at, tags }, { shape }) {
    if (tags.present || shape === 'containers') return;
    yield report(tags, 'The task definition has no tags. Say with one whose it is, or what it is for.', {
      fix: suggestion("Insert 'tags'", set(at, 'tags', [{ key: '<key>', value: '<value>' }])),
    });
  },
});
