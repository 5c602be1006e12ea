import { architectureNames } from '../../data/architecture-names';
import { nearest } from '../../model/nearest';
import { subjectOf } from '../../schema/finding';
import { defineRule, fix, placeOf, replace, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'invalid-enum-value',
  category: 'correctness',
  severity: 'error',
  title: 'Members with a closed set of values hold one of them',
  why: 'ECS refuses any other value, and it minds upper and lower case.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
  bad: [
    `{
  "family": "web",
  "networkMode": "AWSVPC",
//               ^^^^^^^^
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
    `{
  "family": "web",
  "runtimePlatform": { "cpuArchitecture": "amd64" },
//                                        ^^^^^^^
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
    `{
  "family": "web",
  "runtimePlatform": { "cpuArchitecture": "X86_64" },
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],
  good: [
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],

  *checkSchema(findings) {
    for (const finding of findings) {
      const { keyword, node, expected } = finding;
      if (keyword !== 'enum' || node.type !== 'string') continue;
      const place = placeOf(node);
      const meant = valueMeant(node.value, expected);
      const sameButCase = meant?.toLowerCase() === node.value.toLowerCase();
      yield report(place, `'${node.value}' is not a value of ${subjectOf(finding)}: ${advice(meant, expected)}`, {
        ...(meant && { fix: (sameButCase ? fix : suggestion)(`Change to '${meant}'`, replace(place, meant)) }),
      });
    }
  },
});

function valueMeant(value: string, expected: readonly string[]): string | undefined {
  const architecture = architectureNames.get(value.toLowerCase());
  return architecture && expected.includes(architecture) ? architecture : nearest(value, expected);
}

function advice(meant: string | undefined, expected: readonly string[]): string {
  return meant ? `did you mean '${meant}'?` : `use ${expected.map((value) => `'${value}'`).join(', ')}.`;
}
