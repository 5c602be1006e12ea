import { repeatedItems } from '../../model/equal-items';
import type { Place } from '../../model/field';
import type { TaskDefinition } from '../../model/task-definition';
import { templateExample } from '../request-example';
import { defineRule, fix, remove, report } from '../rule';

const task = (compatibilities: string, constraints = '') =>
  templateExample(`"Task": {
  "Type": "AWS::ECS::TaskDefinition",
  "Properties": {
    "Family": "web",
    "RequiresCompatibilities": ${compatibilities}
    "ContainerDefinitions": [{ "Name": "app", "Image": "nginx:1.27", "Memory": 512 }],
    "PlacementConstraints": [
      { "Type": "memberOf", "Expression": "attribute:ecs.os-type == linux" }${constraints}
    ]
  }
}`);

export const rule = defineRule({
  id: 'cfn-unique-items',
  category: 'correctness',
  severity: 'error',
  title: 'Lists of a template repeat no item',
  why: 'CloudFormation takes these lists for sets and refuses a stack where an item is there twice.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-taskdefinition.html',
  about: 'template',
  narrows: ['requires-compatibilities-duplicate'],
  bad: [
    task(`["EC2", "EC2"],
                                       ^^^^^`),
    task(
      '["EC2"],',
      `,
      { "Expression": "attribute:ecs.os-type == linux", "Type": "memberOf" }
      ^`,
    ),
  ],
  fixed: [task('["EC2"],'), task('["EC2"],')],
  good: [
    task('["EC2", "EXTERNAL"],', ', { "Type": "memberOf", "Expression": "attribute:ecs.instance-type == t3.small" }'),
    task('["EC2"],', ', { "Ref": "Constraint" }, { "Ref": "Constraint" }'),
  ],

  *check(task, { shape }) {
    if (shape !== 'cloudformation') return;
    for (const list of setsIn(task))
      for (const { first, again } of repeatedItems(list))
        yield report(
          again,
          `This item of '${list.name}' is there before, and CloudFormation refuses a list with equal items. Remove one.`,
          {
            fix: fix('Remove the item', remove(again)),
            related: [{ place: first, message: 'The equal item.' }],
          },
        );
  },
});

/** Those whose items no other rule compares: containers, volumes, variables, mounts and ports have names and paths of their own. */
function setsIn(task: TaskDefinition): readonly Place[] {
  const { containerDefinitions, requiresCompatibilities, placementConstraints, inferenceAccelerators } = task;
  return [
    requiresCompatibilities,
    placementConstraints,
    inferenceAccelerators,
    ...containerDefinitions.items.flatMap(({ volumesFrom, links }) => [volumesFrom, links]),
  ];
}
