import { readOnlyProperties } from '../../data/read-only-properties';
import { defineRule, fix, placeOf, remove, report } from '../rule';

export const rule = defineRule({
  id: 'read-only-property',
  category: 'correctness',
  severity: 'warning',
  title: 'The file holds no member that only ECS writes',
  why: 'describe-task-definition prints these members, but register-task-definition does not take them: the AWS CLI and the SDKs refuse the file.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinition.html',
  notIn: { cloudformation: 'Described output is JSON of the API.' },
  bad: [
    `{
  "family": "web",
  "revision": 12,
//^^^^^^^^^^
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128
    }
  ],
  "status": "ACTIVE"
//^^^^^^^^
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128
    }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128
    }
  ]
}`,
  ],

  *checkSchema(findings) {
    for (const { keyword, node, path, member } of findings) {
      if (keyword !== 'additionalProperties' || member === undefined) continue;
      if (path.length !== 1 || !readOnlyProperties.has(member)) continue;
      yield report(
        placeOf(node),
        `'${member}' is written by ECS and cannot be registered. Remove it before registering this file.`,
        { atKey: true, fix: fix(`Remove '${member}'`, remove(placeOf(node))) },
      );
    }
  },
});
