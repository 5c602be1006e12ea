import { templateExample } from '../request-example';
import { defineRule, report } from '../rule';

const task = (mark = '') =>
  templateExample(`"Task": {
  "Type": "AWS::ECS::TaskDefinition",
  "Properties": {${mark}
    "Family": "web",
    "ContainerDefinitions": [{ "Name": "app", "Image": "nginx:1.27", "Memory": 512 }]
  }
}`);

export const rule = defineRule({
  id: 'cfn-replacement',
  category: 'style',
  severity: 'information',
  title: 'Every change of a task definition is a new revision',
  why: 'CloudFormation cannot change a registered task definition. When any property but Tags changes, it registers a new revision, points the services of the stack to it, which deploys them, and deregisters the old one. An UpdateReplacePolicy of Retain keeps the old revision for a rollback. Which property changes cannot be seen in one text, so the resource itself is marked.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-taskdefinition.html',
  about: 'template',
  optIn: true,
  bad: [
    task(`
  ^^^^^^^^^^^^`),
  ],
  good: [
    templateExample(`"Service": {
  "Type": "AWS::ECS::Service",
  "Properties": { "TaskDefinition": "web" }
}`),
  ],

  *check({ at }, { shape }) {
    if (shape !== 'cloudformation') return;
    yield report(
      at,
      'A change of any property but Tags makes CloudFormation register a new revision and remove this one: services that refer to it are deployed anew.',
      { atKey: true },
    );
  },
});
