import { parseArn } from '../../model/resource-names';
import { roleIn } from '../../model/roles';
import { secretsIn } from '../../model/secrets';
import { defineRule, report } from '../rule';

export const rule = defineRule({
  id: 'secret-cross-account',
  category: 'correctness',
  severity: 'warning',
  title: 'Parameters are in the account of the task',
  why: 'ECS refuses a parameter of another account: “The Systems Manager parameter ARN has a different account ID than the current account.” Secrets Manager can share a secret with other accounts.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-ssm-paramstore.html',
  bad: [
    `{
  "family": "web",
  "executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "secrets": [
        { "name": "S1", "valueFrom": "arn:aws:ssm:us-east-1:444455556666:parameter/db/password" }
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      ]
    }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "secrets": [
        { "name": "S1", "valueFrom": "arn:aws:ssm:us-east-1:111122223333:parameter/db/password" },
        { "name": "S2", "valueFrom": "arn:aws:secretsmanager:us-east-1:444455556666:secret:db-AbCdEf" },
        { "name": "S3", "valueFrom": "arn:aws:ssm:us-east-1:\${ACCOUNT}:parameter/db" }
      ]
    }
  ]
}`,
    `{
  "family": "web",
  "executionRoleArn": "\${EXECUTION_ROLE}",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "secrets": [{ "name": "DB", "valueFrom": "arn:aws:ssm:us-east-1:444455556666:parameter/db" }]
    }
  ]
}`,
  ],

  *check(task) {
    const roles = [task.executionRoleArn, task.taskRoleArn].flatMap((place) => {
      const account = roleIn(place)?.account;
      return account === undefined ? [] : [{ place, account }];
    });
    const [role] = roles;
    if (!role) return;
    for (const { valueFrom } of secretsIn(task)) {
      const { service, account } = parseArn(valueFrom.literal ?? '') ?? {};
      if (service !== 'ssm' || !account || roles.some((other) => other.account === account)) continue;
      yield report(
        valueFrom,
        `This parameter is in account ${account}, and the roles of the task are in ${role.account}. ECS takes parameters of the task's own account only: keep a copy there, or use a shared secret of Secrets Manager.`,
        { related: [{ place: role.place, message: 'A role of the task' }] },
      );
    }
  },
});
