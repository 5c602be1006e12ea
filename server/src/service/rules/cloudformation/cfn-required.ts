import { cloudFormationName } from '../../data/cloudformation-names';
import { cloudFormationRequired } from '../../data/cloudformation-required';
import type { SchemaFinding } from '../../schema/finding';
import { templateExample } from '../request-example';
import { defineRule, placeOf, report, set, suggestion } from '../rule';

const logged = (configuration: string) =>
  templateExample(`"Task": {
  "Type": "AWS::ECS::TaskDefinition",
  "Properties": {
    "Family": "web",
    "ContainerDefinitions": [
      {
        "Name": "app",
        "Image": "nginx:1.27",
        "Memory": 512,
        ${configuration}
      }
    ]
  }
}`);
const placed = (constraint: string) =>
  templateExample(`"Task": {
  "Type": "AWS::ECS::TaskDefinition",
  "Properties": {
    "Family": "web",
    "ContainerDefinitions": [{ "Name": "app", "Image": "nginx:1.27", "Memory": 512 }],
    "PlacementConstraints": [
      ${constraint}
    ]
  }
}`);

export const rule = defineRule({
  id: 'cfn-required',
  category: 'correctness',
  severity: 'error',
  title: 'A template has the properties that CloudFormation requires',
  why: 'CloudFormation refuses the stack before ECS sees it: “required key [LogDriver] not found”.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-taskdefinition.html',
  about: 'template',
  narrows: ['required-member-missing'],
  bad: [
    logged(`"LogConfiguration": {
        ^^^^^^^^^^^^^^^^^^
          "Options": { "tag": "web" }
        }`),
    placed(`{ "Expression": "attribute:ecs.os-type == linux" }
      ^`),
  ],
  fixed: [
    logged(`"LogConfiguration": {
          "Options": { "tag": "web" },
          "LogDriver": "<logDriver>"
        }`),
    placed('{ "Expression": "attribute:ecs.os-type == linux", "Type": "memberOf" }'),
  ],
  good: [
    logged('"LogConfiguration": { "LogDriver": "json-file" }'),
    logged('"LogConfiguration": { "Ref": "Logs" }'),
    placed('{ "Type": "memberOf", "Expression": "attribute:ecs.os-type == linux" }'),
    placed('{ "Ref": "Constraint" }'),
  ],

  *check({ placementConstraints }, { shape }) {
    if (shape !== 'cloudformation') return;
    for (const { at, type } of placementConstraints.items) {
      if (at.node?.type !== 'object' || type.present) continue;
      yield report(at, "CloudFormation requires 'Type' in a placement constraint: 'memberOf'.", {
        fix: suggestion("Insert 'Type'", set(at, 'type', 'memberOf')),
      });
    }
  },

  *checkSchema(findings) {
    const inTemplate = findings.filter(({ keyword, inTemplate }) => keyword === 'required' && inTemplate);
    const objects = new Set(inTemplate.filter(isRequired).map(({ node }) => node));
    for (const node of objects) {
      const missing = inTemplate.filter((finding) => finding.node === node);
      const names = missing.map(writtenName);
      const edits = missing.flatMap(({ member, sample }) =>
        member === undefined || sample === undefined ? [] : [set(placeOf(node), member, sample)],
      );
      const list = names.map((name) => `'${name}'`).join(' and ');
      yield report(
        placeOf(node),
        `CloudFormation requires ${list} here: without ${names.length === 1 ? 'it' : 'them'} the stack fails.`,
        edits.length === missing.length ? { fix: suggestion(`Insert ${list}`, ...edits) } : {},
      );
    }
  },
});

function isRequired({ path, member }: SchemaFinding): boolean {
  const at = path.join('/');
  return cloudFormationRequired.some(([object, names]) => object.test(at) && names.some((name) => name === member));
}

function writtenName({ path, member = '' }: SchemaFinding): string {
  return cloudFormationName(
    member,
    path.findLast((step) => typeof step === 'string'),
  );
}
