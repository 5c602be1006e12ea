import { defineRule, replace, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'environment-name-invalid',
  category: 'correctness',
  severity: 'warning',
  title: 'Names of environment variables are names that shells can read',
  why: 'The text before the first = is the name of a variable, and shells cannot read one with a space in it or a digit first: the container has the variable under another name, or none of its scripts can use it.',
  source: 'https://pubs.opengroup.org/onlinepubs/9699919799/basedefs/V1_chap08.html',
  bad: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "environment": [
        { "name": "MY VAR", "value": "1" },
//                ^^^^^^^^
        { "name": "PORT ", "value": "80" },
//                ^^^^^^^
        { "name": "2ND_HOST", "value": "b.example.com" },
//                ^^^^^^^^^^
        { "name": "A=B", "value": "c" }
//                ^^^^^
      ]
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
      "environment": [
        { "name": "MY_VAR", "value": "1" },
        { "name": "PORT", "value": "80" },
        { "name": "_2ND_HOST", "value": "b.example.com" },
        { "name": "A_B", "value": "c" }
      ]
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
      "memory": 128,
      "environment": [
        { "name": "_PORT2", "value": "80" },
        { "name": "spring.datasource-url", "value": "jdbc" },
        { "name": "Logging:Level", "value": "info" },
        { "name": "\${PREFIX} VAR", "value": "1" },
        { "name": "", "value": "1" }
      ]
    }
  ]
}`,
  ],

  *check({ containerDefinitions }) {
    for (const { environment } of containerDefinitions.items) {
      for (const { name } of environment.items) {
        // Where it is blank, it is missing.
        if (!name.literal?.trim() || !/[=\s]|^\d/.test(name.literal)) continue;
        const valid = name.literal
          .trim()
          .replace(/[=\s]+/g, '_')
          .replace(/^(?=\d)/, '_');
        yield report(
          name,
          `'${name.literal}' ${faultOf(name.literal)}. Use letters, digits and underscores, and no digit first.`,
          {
            fix: suggestion(`Rename to '${valid}'`, replace(name, valid)),
          },
        );
      }
    }
  },
});

function faultOf(name: string): string {
  if (name.includes('=')) return "holds '=', which ends the name of a variable";
  return /\s/.test(name)
    ? 'holds white space, and shells cannot read such a variable'
    : 'begins with a digit, and shells cannot read such a variable';
}
