import type { Field } from '../../model/field';
import { knownNames } from '../../model/known';
import { nearest } from '../../model/nearest';
import { defineRule, fix, type Report, replace, report } from '../rule';

export const rule = defineRule({
  id: 'link-invalid',
  category: 'networking',
  severity: 'error',
  title: 'A link names another container of the task',
  why: 'A link is the name of a container of the same task, or name:alias. The agent cannot start a task whose link has another form or leads nowhere.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  bad: [
    `{
  "family": "web",
  "networkMode": "bridge",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "links": ["dbs:database"]
//              ^^^^^^^^^^^^^^
    },
    { "name": "db", "image": "postgres:17", "memory": 128 }
  ]
}`,
    `{
  "family": "web",
  "networkMode": "bridge",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "links": ["db:a:b", "app", "cache"]
//              ^^^^^^^^  ^^^^^  ^^^^^^^
    },
    { "name": "db", "image": "postgres:17", "memory": 128 }
  ]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "networkMode": "bridge",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "links": ["db:database"]
    },
    { "name": "db", "image": "postgres:17", "memory": 128 }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "networkMode": "bridge",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 128, "links": ["db", "db:database", "\${LINK}"] },
    { "name": "db", "image": "postgres:17", "memory": 128 }
  ]
}`,
    `{
  "family": "web",
  "networkMode": "bridge",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 128, "links": ["db"] },
    { "name": "\${SIDECAR}", "image": "postgres:17", "memory": 128 }
  ]
}`,
  ],

  *check(task) {
    if (task.effectiveNetworkMode !== 'bridge') return;
    const names = knownNames(task.containerDefinitions);
    const known = names && new Set(names);
    for (const { name: own, links } of task.containerDefinitions.items) {
      for (const link of links.items) {
        const text = link.literal;
        if (text === undefined) continue;
        const [, name] = /^([A-Za-z0-9_-]+)(?::[A-Za-z0-9_-]+)?$/.exec(text) ?? [];
        if (name === undefined)
          yield report(link, `'${text}' is no link: write the name of a container, or name:alias.`);
        else if (name === own.literal) yield report(link, `The container '${name}' links to itself. Remove this link.`);
        else if (known && !known.has(name))
          yield unknown(
            link,
            text,
            name,
            names.filter((other) => other !== own.literal),
          );
      }
    }
  },
});

function unknown(link: Field<string>, text: string, name: string, others: readonly string[]): Report {
  const meant = nearest(name, others);
  const said = `There is no container '${name}' in this task.`;
  return meant === undefined
    ? report(link, `${said} Link to one of its other containers.`)
    : report(link, `${said} Did you mean '${meant}'?`, {
        fix: fix(`Change to '${meant}'`, replace(link, `${meant}${text.slice(name.length)}`)),
      });
}
