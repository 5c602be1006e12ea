import { knownNames } from '../../model/known';
import { nearest } from '../../model/nearest';
import { defineRule, fix, replace, report } from '../rule';

export const rule = defineRule({
  id: 'depends-on-unknown-container',
  category: 'correctness',
  severity: 'error',
  title: 'A dependency names a container of the task',
  why: 'A container can wait only for containers of the same task definition, by their exact name. ECS refuses anything else.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html',
  bad: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "dependsOn": [{ "containerName": "Proxy", "condition": "START" }]
//                                     ^^^^^^^
    },
    { "name": "proxy", "image": "nginx:1.27", "memory": 128 }
  ]
}`,
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "dependsOn": [{ "condition": "START" }]
//                  ^
    },
    { "name": "proxy", "image": "nginx:1.27", "memory": 128 }
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
      "dependsOn": [{ "containerName": "proxy", "condition": "START" }]
    },
    { "name": "proxy", "image": "nginx:1.27", "memory": 128 }
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
      "memory": 128,
      "dependsOn": [{ "containerName": "proxy", "condition": "START" }]
    },
    { "name": "proxy", "image": "nginx:1.27", "memory": 128 }
  ]
}`,
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "dependsOn": [{ "containerName": "proxy", "condition": "START" }]
    },
    { "name": "{{ sidecar }}", "image": "nginx:1.27", "memory": 128 }
  ]
}`,
  ],
  narrows: ['required-member-missing'],

  *check(task) {
    const names = knownNames(task.containerDefinitions);
    if (!names) return;
    const known = new Set(names);
    for (const { name: own, dependsOn } of task.containerDefinitions.items) {
      for (const { containerName, condition } of dependsOn.items) {
        const name = containerName.literal;
        if (name === undefined) {
          // Where the condition is missing as well, required-member-missing names both.
          if (!containerName.present && condition.present)
            yield report(containerName, 'This dependency names no container: set containerName to one of this task.');
        } else if (!known.has(name)) {
          const meant = nearest(
            name,
            names.filter((other) => other !== own.literal),
          );
          yield report(
            containerName,
            meant === undefined
              ? `There is no container '${name}' in this task. Name one of its other containers.`
              : `There is no container '${name}' in this task. Did you mean '${meant}'?`,
            meant === undefined ? {} : { fix: fix(`Change to '${meant}'`, replace(containerName, meant)) },
          );
        }
      }
    }
  },
});
