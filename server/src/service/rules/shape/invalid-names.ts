import type { SchemaFinding } from '../../schema/finding';
import { type LimitRow, limitRule } from '../limit-rule';
import { defineRules, placeOf, replace, suggestion } from '../rule';

/** Names that ECS limits to letters, digits, hyphens and underscores. */
const rows: readonly LimitRow[] = [
  {
    id: 'family-invalid',
    title: 'The family has letters, digits, hyphens and underscores only',
    why: 'ECS refuses any other character, and more than 255 of them. It answers: "Family contains invalid characters."',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
    at: 'family',
    message: (finding) => messageFor('The family', finding),
    fix: withHyphens,
    bad: [
      `{
  "family": "my app",
//          ^^^^^^^^
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
    ],
    fixed: [
      `{
  "family": "my-app",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
    ],
    good: [
      `{
  "family": "My_app-2",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
      `{
  "family": "\${STAGE}.web",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
    ],
  },
  {
    id: 'container-name-invalid',
    title: 'Names of containers have letters, digits, hyphens and underscores only',
    why: 'ECS refuses any other character, and more than 255 of them. It answers: "Container.name contains invalid characters."',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
    at: 'containerDefinitions.name',
    message: (finding) => messageFor('The name of a container', finding),
    fix: withHyphens,
    bad: [
      `{
  "family": "web",
  "containerDefinitions": [{ "name": "web.app", "image": "nginx:1.27", "memory": 128 }]
//                                   ^^^^^^^^^
}`,
    ],
    fixed: [
      `{
  "family": "web",
  "containerDefinitions": [{ "name": "web-app", "image": "nginx:1.27", "memory": 128 }]
}`,
    ],
    good: [
      `{
  "family": "web",
  "containerDefinitions": [{ "name": "Web_app-2", "image": "nginx:1.27", "memory": 128 }]
}`,
      `{
  "family": "web",
  "containerDefinitions": [{ "name": "{{ name }}.app", "image": "nginx:1.27", "memory": 128 }]
}`,
    ],
  },
];

export const rules = defineRules(rows, limitRule);

const maxLength = 255;

function messageFor(subject: string, { node }: SchemaFinding): string {
  const value = node.type === 'string' ? node.value : '';
  if (value.length > maxLength) return `${subject} has ${value.length} characters; ECS takes ${maxLength} at most.`;
  const illegal = [...new Set(value.match(/[^A-Za-z0-9_-]/gu))].map((character) => `'${character}'`).join(', ');
  return `${subject} '${value}' holds ${illegal}: use letters, digits, hyphens and underscores only.`;
}

/** The same name with a hyphen for each run of other characters. Others may refer to it, so it is only offered. */
function withHyphens({ node }: SchemaFinding) {
  const value = node.type === 'string' ? node.value : '';
  const name = value.replace(/[^A-Za-z0-9_-]+/gu, '-').replace(/^-|-$/g, '');
  if (name === '' || name.length > maxLength) return undefined;
  return suggestion(`Rename to '${name}'`, replace(placeOf(node), name));
}
