import { repeatedKeys } from '../../model/repeated-keys';
import { defineRule, remove, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'duplicate-key',
  category: 'correctness',
  severity: 'warning',
  title: 'An object has every key once',
  why: 'Of two members with one key the last counts and the first is lost without a word; some tools refuse the file.',
  source: 'https://www.rfc-editor.org/rfc/rfc8259#section-4',
  notIn: {
    yaml: 'The examples are converted by way of objects, which have every key once.',
    cloudformation: 'The examples are converted by way of objects, which have every key once.',
  },
  bad: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "environment": [{ "name": "STAGE", "value": "prod" }],
      "environment": [{ "name": "PORT", "value": "80" }]
//    ^^^^^^^^^^^^^
    }
  ]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "environment": [{ "name": "PORT", "value": "80" }]
    }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 128, "dockerLabels": { "a": "1", "A": "2" } },
    { "name": "side", "image": "nginx:1.27", "memory": 128 }
  ]
}`,
  ],

  *check({ at }) {
    for (const { key, first, again } of repeatedKeys(at)) {
      yield report(again, `'${key}' is here twice. Of the two, this one counts and the first is lost.`, {
        atKey: true,
        ...(first.node && { fix: suggestion(`Remove the first '${key}'`, remove(first)) }),
        related: [{ place: first, message: `The first '${key}'` }],
      });
    }
  },
});
