import { executionRoleArn } from '../../data/placeholder-arns';
import { isPrivateEcr } from '../../model/container';
import type { Field } from '../../model/field';
import type { TaskDefinition } from '../../model/task-definition';
import { defineRule, report, set, suggestion } from '../rule';

export const rule = defineRule({
  id: 'execution-role-required-ecr',
  category: 'iam',
  severity: 'error',
  title: 'Images in a private ECR repository need an execution role',
  why: 'ECS pulls the image as the execution role; the task role is for the calls of your own code. Fargate refuses a definition without it; on EC2 the role of the instance can stand in.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
  bad: [
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": "256",
  "memory": "512",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/web:1.2"
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    }
  ]
}`,
    `{
  "family": "web",
  "requiresCompatibilities": ["EC2"],
  "containerDefinitions": [
    {
      "name": "app",
      "image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/web:1.2",
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      "memory": 128
    }
  ]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": "256",
  "memory": "512",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/web:1.2"
    }
  ],
  "executionRoleArn": "arn:aws:iam::<account-id>:role/ecsTaskExecutionRole"
}`,
  ],
  good: [
    `{
  "family": "web",
  "requiresCompatibilities": ["EXTERNAL"],
  "executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
  "containerDefinitions": [
    { "name": "app", "image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/web:1.2", "memory": 128 }
  ]
}`,
    `{
  "family": "web",
  "requiresCompatibilities": ["EXTERNAL"],
  "containerDefinitions": [{ "name": "app", "image": "public.ecr.aws/nginx/nginx:1.27", "memory": 128 }]
}`,
  ],

  *check(task) {
    const { at, executionRoleArn: role, containerDefinitions } = task;
    const puller = pullerOf(task);
    if (!puller || (role.present && role.literal !== '')) return;
    for (const { image } of containerDefinitions.items) {
      if (image.literal === undefined || !isPrivateEcr(image.literal)) continue;
      yield report(
        image,
        puller.literal === 'EC2'
          ? 'This image is in a private ECR repository. Without executionRoleArn, the role of the EC2 instance must be allowed to pull it.'
          : `This image is in a private ECR repository, and ECS pulls it as the execution role: set executionRoleArn. (taskRoleArn is another role, for the calls of your own code.)`,
        {
          severity: puller.literal === 'EC2' ? 'hint' : 'error',
          fix: suggestion('Add executionRoleArn', set(at, 'executionRoleArn', executionRoleArn)),
          related: [{ place: puller, message: 'The launch type' }],
        },
      );
    }
  },
});

/** The launch type that decides: the strictest one listed. */
function pullerOf(task: TaskDefinition): Field<string> | undefined {
  return (
    task.launchType('FARGATE') ??
    task.launchType('MANAGED_INSTANCES') ??
    task.launchType('EXTERNAL') ??
    task.launchType('EC2')
  );
}
