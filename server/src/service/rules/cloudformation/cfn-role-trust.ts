import { allowancesOf, allows } from '../../model/policy';
import { roleReferred, trustPolicyOf } from '../../model/role-resources';
import { templateExample } from '../request-example';
import { defineRule, report } from '../rule';

const trusting = (principal: string, mark = '') =>
  templateExample(`"Role": {
  "Type": "AWS::IAM::Role",
  "Properties": {
    "AssumeRolePolicyDocument": {
      "Version": "2012-10-17",
      "Statement": [
        { "Effect": "Allow", "Principal": ${principal}, "Action": "sts:AssumeRole" }
      ]
    }
  }
},
"Task": {
  "Type": "AWS::ECS::TaskDefinition",
  "Properties": {
    "Family": "web",
    "TaskRoleArn": { "Fn::GetAtt": ["Role", "Arn"] },${mark}
    "ContainerDefinitions": [{ "Name": "app", "Image": "nginx:1.27", "Memory": 512 }]
  }
}`);

export const rule = defineRule({
  id: 'cfn-role-trust',
  category: 'iam',
  severity: 'warning',
  title: 'The roles of a task trust ecs-tasks.amazonaws.com',
  why: 'Both roles, the one to start the task with and the one for the containers, are taken on by tasks. A role that trusts another service, such as ecs.amazonaws.com or ec2.amazonaws.com, is refused when the task starts: “ECS was unable to assume the role”.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
  about: 'template',
  bad: [
    trusting(
      '{ "Service": "ecs.amazonaws.com" }',
      `
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^`,
    ),
  ],
  good: [
    trusting('{ "Service": "ecs-tasks.amazonaws.com" }'),
    trusting('{ "Service": ["ec2.amazonaws.com", "ecs-tasks.amazonaws.com"] }'),
    trusting('{ "Service": { "Ref": "Service" } }'),
    trusting('"*"'),
  ],

  *check({ executionRoleArn, taskRoleArn }, { template }) {
    for (const place of [executionRoleArn, taskRoleArn]) {
      const role = roleReferred(place, template);
      if (!role) continue;
      const policy = trustPolicyOf(role);
      const allowances = allowancesOf(policy);
      if (!allowances) continue;
      const forTasks = allowances.filter(({ services }) =>
        services.some((it) => it === '*' || it.startsWith('ecs-tasks.')),
      );
      if (allows(forTasks, 'sts:AssumeRole')) continue;
      const trusted = allowances.flatMap(({ services }) => services);
      yield report(
        place,
        `Tasks cannot take on the role '${role.id}': it trusts ${trusted.length > 0 ? trusted.join(', ') : 'no service'}. Let ecs-tasks.amazonaws.com do sts:AssumeRole.`,
        { related: [{ place: policy, message: `Who may take on '${role.id}'.` }] },
      );
    }
  },
});
