import { defineRule } from '../rule';

export const rule = defineRule({
  id: 'syntax-error',
  category: 'correctness',
  severity: 'error',
  title: 'The file is well-formed JSON',
  why: 'Neither ECS nor the AWS CLI can read the file. Comments and trailing commas are accepted here.',
  source: 'https://www.rfc-editor.org/rfc/rfc8259',
  notIn: { yaml: 'YAML has mistakes of its own.', cloudformation: 'The mistakes are in the text, whatever it holds.' },
  bad: [
    `{ "family": "web" "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }] }
//                ^^^^^^^^^^^^^^^^^^^^^^`,
  ],
  good: [`{ "family": "web", "containerDefinitions": [] }`],
  async checkText(tree) {
    return (await tree.syntaxProblems()).map(({ span, message }) => ({ ...span, message }));
  },
});
