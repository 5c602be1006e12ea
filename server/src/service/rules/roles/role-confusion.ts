import type { Field } from '../../model/field';
import { lacksRole, roleIn } from '../../model/roles';
import { defineRule, rename, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'role-confusion',
  category: 'iam',
  severity: 'hint',
  title: 'Each role is where its name says',
  why: 'ECS itself uses the execution role, before the containers start: to pull images, read secrets and set up logs. Your own code uses the task role, while it runs. In the wrong place neither has the permissions it needs.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-ecs-iam-role-overview.html',
  bad: [
    `{
  "family": "web",
  "taskRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
    `{
  "family": "web",
  "executionRoleArn": "arn:aws:iam::111122223333:role/webTaskRole",
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
    `{
  "family": "web",
  "executionRoleArn": "arn:aws:iam::111122223333:role/web-task-role",
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  "taskRoleArn": "arn:aws:iam::111122223333:role/web-execution-role",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
    `{
  "family": "web",
  "taskRoleArn": "arn:aws:iam::111122223333:role/webTaskRole",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
    `{
  "family": "web",
  "taskRoleArn": "arn:aws:iam::111122223333:role/web-task-role",
  "executionRoleArn": "arn:aws:iam::111122223333:role/web-execution-role",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],
  good: [
    `{
  "family": "web",
  "executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
  "taskRoleArn": "arn:aws:iam::111122223333:role/webTaskRole",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
    `{
  "family": "web",
  "executionRoleArn": "\${EXECUTION_ROLE}",
  "taskRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
    `{
  "family": "web",
  "executionRoleArn": "arn:aws:iam::111122223333:role/web",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],

  *check({ executionRoleArn, taskRoleArn }) {
    const inTask = looksLike(executionName, taskRoleArn);
    const inExecution = looksLike(taskName, executionRoleArn);
    if (inExecution && (inTask || lacksRole(taskRoleArn)))
      yield report(
        executionRoleArn,
        'By its name this is the task role, whose permissions your own code gets. As executionRoleArn it is what ECS pulls images, reads secrets and writes logs with.',
        moved(executionRoleArn, taskRoleArn),
      );
    else if (inTask && lacksRole(executionRoleArn))
      yield report(
        taskRoleArn,
        'By its name this is the execution role, with which ECS pulls images, reads secrets and writes logs. As taskRoleArn it serves your own code only, and ECS has none.',
        moved(taskRoleArn, executionRoleArn),
      );
  },
});

const executionName = /exec(?:ution)?[-_]?role|execution/i;
const taskName = /^(?!.*exec).*task[-_]?role/i;

function looksLike(form: RegExp, role: Field<string>): boolean {
  return form.test(roleIn(role)?.name ?? '');
}

/** The role goes to the other member, and what is there comes here. */
function moved(from: Field<string>, to: Field<string>) {
  return to.present && lacksRole(to)
    ? {}
    : {
        fix: suggestion(
          to.present ? 'Swap the two roles' : `Move it to ${to.name}`,
          ...rename(from, to.name),
          ...(to.present ? rename(to, from.name) : []),
        ),
        ...(to.present && { related: [{ place: to, message: 'The other role' }] }),
      };
}
