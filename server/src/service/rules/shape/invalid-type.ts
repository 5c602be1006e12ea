import { type SchemaFinding, subjectOf } from '../../schema/finding';
import { defineRule, fix, type Json, placeOf, quote, replace, report } from '../rule';

type Node = SchemaFinding['node'];

const kinds: ReadonlyMap<string, string> = new Map([
  ['string', 'a string'],
  ['integer', 'a whole number'],
  ['number', 'a number'],
  ['boolean', 'true or false'],
  ['array', 'an array'],
  ['object', 'an object'],
]);

export const rule = defineRule({
  id: 'invalid-type',
  category: 'correctness',
  severity: 'error',
  title: 'Every value has the type that ECS expects',
  why: 'The AWS CLI and the SDKs check types before they call ECS: a number in quotes is a string to them.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  narrows: ['invalid-value'],
  notIn: { cloudformation: 'CloudFormation converts scalars.' },
  bad: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "essential": "true",
//                 ^^^^^^
      "stopTimeout": "30"
//                   ^^^^
    }
  ]
}`,
    `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 128, "command": ["sleep", 60] }
//                                                                              ^^
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
      "essential": true,
      "stopTimeout": 30
    }
  ]
}`,
    `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 128, "command": ["sleep", "60"] }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 128, "portMappings": [{ "containerPort": 80 }] }
  ]
}`,
    `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 128, "portMappings": [{ "containerPort": "\${PORT}" }] }
  ]
}`,
  ],

  *checkSchema(findings) {
    const ofClosedSets = new Set(findings.filter(({ keyword }) => keyword === 'enum').map(({ node }) => node));
    for (const finding of findings) {
      if (finding.keyword !== 'type') continue;
      const { node, expected } = finding;
      const wanted = expected.map((type) => kinds.get(type) ?? type).join(' or ');
      const found = kinds.get(node.type) ?? node.type;
      const mend = ofClosedSets.has(node) ? undefined : convert(finding);
      yield report(
        placeOf(node),
        wanted && wanted !== found
          ? `The value of ${subjectOf(finding)} must be ${wanted}, not ${found}.`
          : `The value of ${subjectOf(finding)} has the wrong type.`,
        mend && { fix: mend },
      );
    }
  },
});

/** The same value in the type that is wanted, where nothing of it is lost. */
function convert({ node, expected }: SchemaFinding) {
  const place = placeOf(node);
  if (expected.includes('string')) return quote(place);
  const value = expected.includes('boolean')
    ? truth(node)
    : expected.includes('integer')
      ? wholeNumber(node)
      : undefined;
  return value === undefined ? undefined : fix(`Write ${value}`, replace(place, value));
}

function truth(node: Node): Json | undefined {
  return node.type === 'string' && /^(?:true|false)$/.test(node.value) ? node.value === 'true' : undefined;
}

function wholeNumber(node: Node): Json | undefined {
  if (node.type !== 'number' && !(node.type === 'string' && /^-?(?:0|[1-9]\d*)$/.test(node.value))) return undefined;
  const value = Number(node.value);
  return Number.isSafeInteger(value) ? value : undefined;
}
