import type { SchemaFinding } from '../../schema/finding';
import { brokenLimit, limitRule } from '../limit-rule';
import { defineRule, placeOf, remove, replace, report, suggestion } from '../rule';

const maxTags = 50;

const limits = limitRule({
  id: 'tags-invalid',
  title: 'Tags are within the limits of AWS',
  why: `A resource takes ${maxTags} tags, each key once. Keys have 1 to 128 characters and values at most 256, of letters, digits, spaces and _ . : / = + - @; what begins with aws: belongs to AWS.`,
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tag.html',
  at: ['tags.key', 'tags.value'],
  message: (finding) => brokenLimit(finding).replace('ECS does not', 'AWS does not'),
  fix: mend,
  bad: [
    `{
  "family": "web",
  "tags": [
    { "key": "aws:team", "value": "shop" },
//           ^^^^^^^^^^
    { "key": "stage", "value": "blue|green" }
//                             ^^^^^^^^^^^^
  ],
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
    `{
  "family": "web",
  "tags": [
    { "key": "team", "value": "shop" },
    { "key": "team", "value": "cart" }
//           ^^^^^^
  ],
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "tags": [
    { "key": "team", "value": "shop" },
    { "key": "stage", "value": "blue_green" }
  ],
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
    `{
  "family": "web",
  "tags": [
    { "key": "team", "value": "shop" }
  ],
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],
  good: [
    `{
  "family": "web",
  "tags": [
    { "key": "team", "value": "" },
    { "key": "Team", "value": "Füße: a/b=c+d-e@f" },
    { "key": "\${KEY}", "value": "aws" },
    { "key": "\${KEY}", "value": "aws" }
  ],
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],
});

export const rule = defineRule({
  ...limits,

  *check({ tags }) {
    const [first] = tags.items.slice(maxTags);
    if (first) {
      const message = `The task definition has ${tags.items.length} tags; AWS takes ${maxTags} at most. Remove some.`;
      yield report(first.at, message, { covers: [tags] });
    }
    const seen = new Map<string, (typeof tags.items)[number]>();
    for (const tag of tags.items) {
      const key = tag.key.literal;
      if (!key) continue;
      const other = seen.get(key);
      if (other) {
        yield report(tag.key, `Another tag has the key '${key}' too. Keep one of them.`, {
          fix: suggestion('Remove this tag', remove(tag.at)),
          related: [{ place: other.key, message: `The first tag with the key '${key}'` }],
        });
      } else seen.set(key, tag);
    }
  },
});

/** The same text without what AWS refuses. */
function mend({ node }: SchemaFinding) {
  if (node.type !== 'string') return undefined;
  const text = node.value.replace(/^(?:aws:)+/i, '').replace(/[^\p{L}\p{Z}\p{N}_.:/=+@-]/gu, '_');
  return text === '' || text === node.value
    ? undefined
    : suggestion(`Change to '${text}'`, replace(placeOf(node), text));
}
