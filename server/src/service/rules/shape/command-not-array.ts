import { simpleWords } from '../../model/words';
import { type SchemaFinding, subjectOf } from '../../schema/finding';
import { defineRule, fix, placeOf, replace, report, suggestion } from '../rule';

/** Lists that people write as one text, and how the text becomes a list. */
const lists: ReadonlyMap<string, (text: string) => readonly string[]> = new Map([
  ['containerDefinitions.command', commandOf],
  ['containerDefinitions.entryPoint', commandOf],
  ['containerDefinitions.links', itemsOf],
  ['containerDefinitions.dnsServers', itemsOf],
  ['containerDefinitions.healthCheck.command', (text) => ['CMD-SHELL', text]],
]);

export const rule = defineRule({
  id: 'command-not-array',
  category: 'correctness',
  severity: 'error',
  title: 'Commands are arrays',
  why: 'The AWS CLI, the SDKs and CloudFormation refuse a text where a list belongs.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  narrows: ['invalid-type'],
  bad: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "command": "npm start",
//               ^^^^^^^^^^^
      "healthCheck": { "command": "curl -f http://localhost/ || exit 1" }
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
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
      "command": ["npm", "start"],
      "healthCheck": { "command": ["CMD-SHELL", "curl -f http://localhost/ || exit 1"] }
    }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 128, "command": ["npm", "start"] },
    { "name": "side", "image": "nginx:1.27", "memory": 128, "command": "{{ command }}" }
  ]
}`,
  ],

  *checkSchema(findings) {
    for (const finding of findings) {
      const { keyword, node } = finding;
      const read = lists.get(finding.path.filter((step) => typeof step === 'string').join('.'));
      if (keyword !== 'type' || node.type !== 'string' || !read || typeof finding.path.at(-1) !== 'string') continue;
      const items = read(node.value);
      const make = simpleWords(node.value) || items[0] === 'CMD-SHELL' ? fix : suggestion;
      yield report(placeOf(node), `${subjectOf(finding)} must be an array of strings: ${advice(finding)}`, {
        ...(node.value.trim() !== '' && { fix: make('Make it an array', replace(placeOf(node), items)) }),
      });
    }
  },
});

function advice({ path }: SchemaFinding): string {
  if (path.includes('healthCheck')) return "'CMD-SHELL' first, then the command.";
  return /^(?:command|entryPoint)$/.test(String(path.at(-1))) ? 'an item for each word.' : 'an item for each name.';
}

function commandOf(text: string): readonly string[] {
  return simpleWords(text) ?? ['sh', '-c', text];
}

function itemsOf(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((item) => item !== '');
}
