import { executionPolicy } from '../../data/execution-permissions';
import { executionNeeds } from '../../model/execution-needs';
import { allows } from '../../model/policy';
import { roleAllowances, roleReferred } from '../../model/role-resources';
import { templateExample } from '../request-example';
import { defineRule, report } from '../rule';

const started = (role: string, mark = '') =>
  templateExample(`"Role": {
  "Type": "AWS::IAM::Role",
  "Properties": {
    "AssumeRolePolicyDocument": {
      "Statement": { "Effect": "Allow", "Principal": { "Service": "ecs-tasks.amazonaws.com" }, "Action": "sts:AssumeRole" }
    }${role}
  }
},
"Task": {
  "Type": "AWS::ECS::TaskDefinition",
  "Properties": {
    "Family": "web",
    "ExecutionRoleArn": { "Fn::GetAtt": ["Role", "Arn"] },${mark}
    "ContainerDefinitions": [
      {
        "Name": "app",
        "Image": { "Fn::Sub": "\${AWS::AccountId}.dkr.ecr.\${AWS::Region}.amazonaws.com/web:1" },
        "Memory": 512,
        "Secrets": [{ "Name": "KEY", "ValueFrom": "arn:aws:secretsmanager:us-east-1:111122223333:secret:web-AbCdEf" }]
      }
    ]
  }
}`);
const managed = `,
    "ManagedPolicyArns": ["arn:aws:iam::aws:policy/service-role/${executionPolicy}"]`;
const policy = (action: string) => `,
    "Policies": [
      { "PolicyName": "more", "PolicyDocument": { "Statement": [{ "Effect": "Allow", "Action": ${action}, "Resource": "*" }] } }
    ]`;
const here = `
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^`;

export const rule = defineRule({
  id: 'cfn-execution-role-permissions',
  category: 'iam',
  severity: 'hint',
  title: 'The execution role may do what starting the task needs',
  why: `ECS starts a task with the execution role: it pulls from ECR, writes logs, reads secrets, parameters and environment files. Where the role may not, the task stops with a ResourceInitializationError or CannotPullContainerError. The managed policy ${executionPolicy} has the first two; the others have to be added. What the containers do themselves is a matter of the task role.`,
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
  about: 'template',
  bad: [started('', here), started(managed, here)],
  good: [
    started(`${managed}${policy('"secretsmanager:GetSecretValue"')}`),
    started(policy('["ecr:*", "secretsmanager:Get*"]')),
    started(`${managed}${policy('{ "Ref": "Actions" }')}`),
    started(',\n    "ManagedPolicyArns": ["arn:aws:iam::111122223333:policy/ours"]'),
  ],

  *check(task, { template }) {
    const { executionRoleArn } = task;
    const role = roleReferred(executionRoleArn, template);
    const allowed = role && template && roleAllowances(role, template);
    if (!allowed) return;
    const lacks = executionNeeds(task, template).flatMap(({ actions, what }) => {
      const refused = actions.filter((action) => !allows(allowed, action));
      return refused.length > 0 ? [`${refused.join(', ')} ${what}`] : [];
    });
    if (lacks.length === 0) return;
    yield report(
      executionRoleArn,
      `The execution role '${role.id}' is not allowed what starting this task needs: ${lacks.join('; ')}. Add it to the role, or the task stops before it runs.`,
      { related: [{ place: role.properties, message: `The role '${role.id}'.` }] },
    );
  },
});
