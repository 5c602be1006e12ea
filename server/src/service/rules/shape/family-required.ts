import { proposedFamily } from '../../model/proposed-name';
import { defineRule, report, set, suggestion } from '../rule';

export const rule = defineRule({
  id: 'family-required',
  category: 'correctness',
  severity: 'error',
  title: 'A task definition has a family',
  why: 'The family is the name under which revisions are counted, so ECS registers nothing without one. CloudFormation makes up a name.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
  narrows: ['required-member-missing', 'invalid-value', 'invalid-type', 'family-invalid'],
  notIn: { cloudformation: 'CloudFormation makes up a family where none is named.' },
  bad: [
    `  { "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }] }
//^`,
    `{
  "family": "",
//          ^^
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],
  fixed: [
    `  { "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }], "family": "app" }`,
    `{
  "family": "app",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],
  good: [
    `{
  "family": "web",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
    `{
  "family": "{{ family }}",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],

  *check(task, { shape, uri }) {
    const { family, at } = task;
    if (shape === 'cloudformation' || (family.node && family.node.type !== 'null' && family.literal !== '')) return;
    const name = proposedFamily(task, uri);
    yield report(family, 'The task definition has no family: name the one that it is a revision of.', {
      fix: suggestion(`Insert the family '${name}'`, set(at, 'family', name)),
    });
  },
});
