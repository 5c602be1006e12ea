import { awsAccessKey } from '../../data/credential-forms';
import { taskRoleArn } from '../../data/placeholder-arns';
import { credentialVariables } from '../../data/secret-names';
import type { Container } from '../../model/container';
import type { TaskDefinition } from '../../model/task-definition';
import { defineRule, removeItem, report, set, suggestion } from '../rule';

type Variable = Container['environment']['items'][number];

const withVariables = (variables: string, taskRole = '') => `{
  "family": "web",${taskRole}
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "environment": [
${variables}
      ]
    }
  ]
}`;

export const rule = defineRule({
  id: 'aws-credentials-in-environment',
  category: 'security',
  severity: 'error',
  controls: ['ECS.8'],
  title: 'No AWS credentials stand in environment',
  why: 'An access key does not expire, and everyone who may describe the task definition reads it, in old revisions too. With a task role the SDKs in the container get temporary credentials by themselves; keys in the environment would go before them.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
  narrows: ['plaintext-secret'],
  bad: [
    withVariables(`        { "name": "AWS_SECRET_ACCESS_KEY", "value": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" },
//      ^
        { "name": "PORT", "value": "8080" }`),
    withVariables(
      `        { "name": "AWS_ACCESS_KEY_ID", "value": "\${AWS_ACCESS_KEY_ID}" },
//      ^
        { "name": "BACKUP_USER", "value": "AKIA1111222233334444" },
//      ^
        { "name": "PORT", "value": "8080" }`,
      '\n  "taskRoleArn": "arn:aws:iam::111122223333:role/webTaskRole",',
    ),
  ],
  fixed: [
    withVariables('        { "name": "PORT", "value": "8080" }').replace(
      /\n\}$/,
      ',\n  "taskRoleArn": "arn:aws:iam::<account-id>:role/<task-role>"\n}',
    ),
    withVariables(
      '        { "name": "PORT", "value": "8080" }',
      '\n  "taskRoleArn": "arn:aws:iam::111122223333:role/webTaskRole",',
    ),
  ],
  good: [
    withVariables(`        { "name": "AWS_REGION", "value": "eu-west-1" },
        { "name": "AWS_ACCESS_KEY_ID", "value": "" },
        { "name": "SAMPLE_KEY", "value": "AKIAIOSFODNN7EXAMPLE" },
        { "name": "BUILD", "value": "XAKIA1111222233334444" }`),
    `{
  "family": "web",
  "executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "secrets": [{ "name": "AWS_SECRET_ACCESS_KEY", "valueFrom": "/partner/secret-key" }]
    }
  ]
}`,
  ],

  *check(task) {
    const keys = new Set(
      task.credentials.flatMap(({ form, of }) => (form === awsAccessKey && of ? [of.variable] : [])),
    );
    for (const { environment } of task.containerDefinitions.items) {
      for (const variable of environment.items) {
        const { at, name, value } = variable;
        const isNamed = credentialVariables.has(name.literal) && value.present && value.literal !== '';
        if (!isNamed && !keys.has(variable)) continue;
        const what = isNamed ? `'${name.literal}' gives` : 'The value of this variable is an access key, which gives';
        yield report(
          at,
          `${what} the container credentials that everyone reads who may describe the task definition. Remove them, and let the task role allow what the container does.`,
          { covers: [value], fix: useTaskRole(task, variable, environment) },
        );
      }
    }
  },
});

/** The variable goes, and a role comes where there is none. */
function useTaskRole(task: TaskDefinition, { at }: Variable, environment: Container['environment']) {
  const addRole = task.taskRoleArn.present ? [] : [set(task.at, 'taskRoleArn', taskRoleArn)];
  return suggestion('Remove the variable and use the task role', removeItem(environment, at), ...addRole);
}
