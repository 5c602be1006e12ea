import { roleIn } from '../../model/roles';
import { isTrue } from '../../model/true-text';
import { example } from '../example';
import { awslogs, executionRole, logging, mark } from '../logging-example';
import { defineRule, report } from '../rule';

const standardRole = executionRole.replace('webExecutionRole', 'ecsTaskExecutionRole');

export const rule = defineRule({
  id: 'awslogs-create-group-permission',
  category: 'iam',
  severity: 'hint',
  title: 'The execution role may create the log group',
  why: 'With awslogs-create-group the execution role creates the log group when the task starts. The policy AmazonECSTaskExecutionRolePolicy, all that the usual ecsTaskExecutionRole has, does not allow logs:CreateLogGroup: the task then stops with AccessDeniedException.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
  bad: [mark(example('EC2', standardRole, logging('awslogs', awslogs)), '"true"')],
  good: [
    example('EC2', executionRole, logging('awslogs', awslogs)),
    example('EC2', '\n  "executionRoleArn": "${EXECUTION_ROLE}",', logging('awslogs', awslogs)),
    example('EC2', standardRole, logging('awslogs', { ...awslogs, 'awslogs-create-group': 'false' })),
  ],

  *check({ executionRoleArn, containerDefinitions }) {
    // What a role of another name may do is not known.
    if (roleIn(executionRoleArn)?.name !== 'ecsTaskExecutionRole') return;
    for (const { logConfiguration } of containerDefinitions.items) {
      const { logDriver, options } = logConfiguration;
      const create = options.get('awslogs-create-group');
      if (logDriver.literal !== 'awslogs' || !isTrue(create.literal)) continue;
      yield report(
        create,
        'The execution role needs logs:CreateLogGroup for this. ecsTaskExecutionRole has it only where it was added: AmazonECSTaskExecutionRolePolicy does not allow it.',
        { related: [{ place: executionRoleArn, message: 'The execution role' }] },
      );
    }
  },
});
