import { readOnlyProperties } from '../../data/read-only-properties';
import { nearest } from '../../model/nearest';
import { defineRule, fix, placeOf, remove, rename, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'unknown-property',
  category: 'correctness',
  severity: 'error',
  title: 'Every property is one that ECS knows',
  why: 'RegisterTaskDefinition refuses a member it does not know. Names are case-sensitive camelCase.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
  bad: [
    `{
  "family": "web",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128, "dockerLabel": { "team": "shop" } }]
//                                                                                ^^^^^^^^^^^^^
}`,
    `{
  "family": "web",
  "Cpu": "256",
//^^^^^
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128, "dockerLabels": { "team": "shop" } }]
}`,
    `{
  "family": "web",
  "cpu": "256",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],
  good: [
    `{
  "family": "web",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128, "dockerLabels": { "team": "shop" } }]
}`,
  ],

  *checkSchema(findings) {
    for (const { keyword, node, path, member, expected } of findings) {
      if (keyword !== 'additionalProperties' || member === undefined) continue;
      if (path.length === 1 && readOnlyProperties.has(member)) continue;
      const place = placeOf(node);
      const meant = nearest(member, expected);
      yield report(
        place,
        meant
          ? `Unknown property '${member}'. Did you mean '${meant}'?`
          : `Unknown property '${member}': ECS refuses it. Remove it, or move it to where it belongs.`,
        {
          atKey: true,
          fix: meant
            ? fix(`Rename to '${meant}'`, ...rename(place, meant))
            : suggestion(`Remove '${member}'`, remove(place)),
        },
      );
    }
  },
});
