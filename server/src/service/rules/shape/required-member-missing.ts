import { type SchemaFinding, subjectOf } from '../../schema/finding';
import { misspeltIn } from '../misspelt';
import { defineRule, placeOf, report, set, suggestion } from '../rule';

/** Members whose absence has a rule of its own, by the path of the object that lacks them. */
const ownRule: readonly (readonly [RegExp, string])[] = [
  [/^$/, 'family'],
  [/^$/, 'containerDefinitions'],
  [/^containerDefinitions\/\d+$/, 'name'],
  [/^containerDefinitions\/\d+$/, 'image'],
  [/^volumes\/\d+\/fsxWindowsFileServerVolumeConfiguration\/authorizationConfig$/, 'credentialsParameter'],
  [/^volumes\/\d+\/fsxWindowsFileServerVolumeConfiguration\/authorizationConfig$/, 'domain'],
  [/^containerDefinitions\/\d+\/extraHosts\/\d+$/, 'hostname'],
  [/^containerDefinitions\/\d+\/extraHosts\/\d+$/, 'ipAddress'],
  [/^proxyConfiguration$/, 'containerName'],
  [/^containerDefinitions\/\d+\/(?:secrets|logConfiguration\/secretOptions)\/\d+$/, 'name'],
  [/^containerDefinitions\/\d+\/(?:secrets|logConfiguration\/secretOptions)\/\d+$/, 'valueFrom'],
  [/^containerDefinitions\/\d+\/repositoryCredentials$/, 'credentialsParameter'],
];

export const rule = defineRule({
  id: 'required-member-missing',
  category: 'correctness',
  severity: 'error',
  title: 'Objects have the members that ECS requires',
  why: 'The AWS CLI, the SDKs or ECS refuse the task definition when a required member is missing.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
  bad: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "environmentFiles": [
        {
//      ^
          "value": "arn:aws:s3:::my-bucket/app.env"
        }
      ]
    }
  ]
}`,
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "dependsOn": [{}]
//                  ^
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
      "environmentFiles": [
        {
          "value": "arn:aws:s3:::my-bucket/app.env",
          "type": "s3"
        }
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
      "environmentFiles": [{ "type": "s3", "value": "arn:aws:s3:::my-bucket/app.env" }]
    }
  ]
}`,
  ],

  *checkSchema(findings) {
    const misspelt = misspeltIn(findings);
    const byObject = new Map<SchemaFinding['node'], readonly [SchemaFinding, ...SchemaFinding[]]>();
    for (const finding of findings) {
      if (finding.keyword !== 'required' || hasOwnRule(finding)) continue;
      if (misspelt?.(finding.node, finding.member ?? '')) continue;
      const others = byObject.get(finding.node);
      byObject.set(finding.node, others ? [...others, finding] : [finding]);
    }
    for (const group of byObject.values()) {
      const place = placeOf(group[0].node);
      const names = group.map(({ member }) => `'${member}'`).join(' and ');
      const edits = group.flatMap(({ member, sample }) =>
        member === undefined || sample === undefined ? [] : [set(place, member, sample)],
      );
      yield report(
        place,
        `${names} ${group.length === 1 ? 'is' : 'are'} missing in ${subjectOf(group[0])}: ECS requires ${group.length === 1 ? 'it' : 'them'}.`,
        edits.length === group.length ? { fix: suggestion(`Insert ${names}`, ...edits) } : {},
      );
    }
  },
});

function hasOwnRule({ path, member }: SchemaFinding): boolean {
  return ownRule.some(([object, name]) => name === member && object.test(path.join('/')));
}
