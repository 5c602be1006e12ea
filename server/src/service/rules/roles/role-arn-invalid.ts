import { otherThanRole, roleIn } from '../../model/roles';
import { defineRule, report } from '../rule';

export const rule = defineRule({
  id: 'role-arn-invalid',
  category: 'iam',
  severity: 'error',
  title: 'Roles are named by the ARN of an IAM role, or by name',
  why: 'ECS looks the role up when it registers the definition, and answers anything else with “Role is not valid”.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
  bad: [
    `{
  "family": "web",
  "executionRoleArn": "arn:aws:iam::12345:role/ecsTaskExecutionRole",
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  "taskRoleArn": "role/webTaskRole",
//               ^^^^^^^^^^^^^^^^^^
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
    `{
  "family": "web",
  "taskRoleArn": "arn:aws:iam:us-east-1:111122223333:role/webTaskRole",
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],
  good: [
    `{
  "family": "web",
  "executionRoleArn": "arn:aws-us-gov:iam::111122223333:role/service/ecsTaskExecutionRole",
  "taskRoleArn": "webTaskRole",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
    `{
  "family": "web",
  "executionRoleArn": "arn:aws:iam::\${ACCOUNT}:role/ecsTaskExecutionRole",
  "taskRoleArn": "arn:aws:iam::XXXXXXXXXXXX:role/webTaskRole",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
    `{
  "family": "",
  "executionRoleArn": "",
  "taskRoleArn": "",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],

  *check({ executionRoleArn, taskRoleArn }) {
    for (const role of [executionRoleArn, taskRoleArn]) {
      if (!role.literal || roleIn(role) || otherThanRole(role.literal) || isStandIn(role.literal)) continue;
      yield report(role, messageFor(role.name, role.literal));
    }
  },
});

/** Letters for an account are still to be filled in, as in the examples of AWS. */
function isStandIn(text: string): boolean {
  return /^arn:[^:]*:iam::[^:]*[A-Za-z]/.test(text);
}

function messageFor(name: string, text: string): string {
  const [, account = ''] = /^arn:[^:]*:iam::(\d*):/.exec(text) ?? [];
  return account !== '' && account.length !== 12
    ? `The account in ${name} has ${account.length} digits; the number of an AWS account has 12.`
    : `${name} holds neither the ARN of an IAM role, such as 'arn:aws:iam::111122223333:role/web', nor the bare name of one.`;
}
