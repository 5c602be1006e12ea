import { otherThanRole } from '../../model/roles';
import { defineRule, replace, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'role-arn-not-role',
  category: 'iam',
  severity: 'error',
  title: 'ARNs of roles name roles',
  why: 'ECS takes on a role to act for a task. A user, a policy or an instance profile is no role, and the role that is linked to a service cannot be taken on by tasks: the definition is refused, or the task does not start.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-ecs-iam-role-overview.html',
  bad: [
    `{
  "family": "web",
  "executionRoleArn": "arn:aws:iam::111122223333:instance-profile/ecsInstanceRole",
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
    `{
  "family": "web",
  "executionRoleArn": "arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS",
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  "taskRoleArn": "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy",
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "executionRoleArn": "arn:aws:iam::111122223333:role/ecsInstanceRole",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],
  good: [
    `{
  "family": "web",
  "executionRoleArn": "arn:aws:iam::111122223333:role/service-role/ecsTaskExecutionRole",
  "taskRoleArn": "arn:aws:iam::111122223333:role/policy/web",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
    `{
  "family": "web",
  "executionRoleArn": "arn:aws:iam::\${ACCOUNT}:user/deployer",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],

  *check({ executionRoleArn, taskRoleArn }) {
    for (const role of [executionRoleArn, taskRoleArn]) {
      const kind = otherThanRole(role.literal ?? '');
      if (kind === undefined) continue;
      const profile = /^(arn:[^:]*:iam::[^:]*):instance-profile(?=\/)/;
      const asRole = role.literal?.replace(profile, '$1:role');
      yield report(
        role,
        `${role.name} names ${kind}. Name ${role.name === 'taskRoleArn' ? 'the role whose permissions your own code gets' : 'the role as which ECS pulls images, reads secrets and writes logs'}.`,
        asRole !== undefined && asRole !== role.literal
          ? { fix: suggestion(`Change to '${asRole}'`, replace(role, asRole)) }
          : {},
      );
    }
  },
});
