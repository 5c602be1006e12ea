import { awsOutputs, credentialVariable, sdkVariable, signingOutputs } from '../../data/calls-aws';
import { taskRoleArn } from '../../data/placeholder-arns';
import { type Container, nameOf } from '../../model/container';
import type { Field } from '../../model/field';
import { lacksRole } from '../../model/roles';
import type { Volume } from '../../model/volume';
import { defineRule, report, set, suggestion } from '../rule';

export const rule = defineRule({
  id: 'task-role-missing',
  category: 'iam',
  severity: 'hint',
  title: 'Containers that call AWS have a task role',
  why: 'Code in a container gets its AWS credentials from the task role, and so does a log router that sends to AWS. Without one its calls are refused while the task runs; only on EC2 the role of the instance can stand in. The execution role is for ECS itself.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
  bad: [
    `  {
//^
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "logConfiguration": {
        "logDriver": "awsfirelens",
        "options": { "Name": "s3", "bucket": "logs", "region": "us-east-1" }
      }
    },
    { "name": "router", "image": "fluent-bit:3", "memory": 64, "firelensConfiguration": { "type": "fluentbit" } }
  ]
}`,
    `  {
//^
  "family": "web",
  "executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "environment": [{ "name": "UPLOADS_BUCKET", "value": "uploads" }]
    }
  ]
}`,
  ],
  fixed: [
    `  {
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "logConfiguration": {
        "logDriver": "awsfirelens",
        "options": { "Name": "s3", "bucket": "logs", "region": "us-east-1" }
      }
    },
    { "name": "router", "image": "fluent-bit:3", "memory": 64, "firelensConfiguration": { "type": "fluentbit" } }
  ],
  "taskRoleArn": "arn:aws:iam::<account-id>:role/<task-role>"
}`,
  ],
  good: [
    `{
  "family": "web",
  "taskRoleArn": "\${TASK_ROLE}",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "environment": [{ "name": "AWS_REGION", "value": "us-east-1" }]
    }
  ]
}`,
    `{
  "family": "web",
  "executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "environment": [{ "name": "AWS_REGION", "value": "us-east-1" }],
      "secrets": [{ "name": "AWS_SECRET_ACCESS_KEY", "valueFrom": "/app/key" }]
    }
  ]
}`,
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "environment": [{ "name": "TABLE_COUNT", "value": "4" }],
      "logConfiguration": {
        "logDriver": "awsfirelens",
        "options": { "Name": "es", "Host": "search.example.com" }
      }
    },
    { "name": "router", "image": "fluent-bit:3", "memory": 64, "firelensConfiguration": { "type": "fluentbit" } }
  ]
}`,
  ],

  *check({ at, taskRoleArn: role, containerDefinitions, volumes }) {
    if (!lacksRole(role) || volumes.items.some(tellsOfRole)) return;
    for (const container of containerDefinitions.items) {
      const output = outputToAws(container);
      const variable = output ? undefined : variableOfSdk(container);
      const sign = output ?? variable;
      if (!sign) continue;
      const does = output
        ? `Logs of container ${nameOf(container)} go to AWS (${output.literal})`
        : `Container ${nameOf(container)} seems to call AWS: it has '${variable?.literal}' in its environment`;
      yield report(
        at,
        `${does}. These calls need a task role: set taskRoleArn. (The execution role does not serve for them; on EC2 the role of the instance can.)`,
        {
          fix: suggestion('Add taskRoleArn', set(at, 'taskRoleArn', taskRoleArn)),
          related: [{ place: sign, message: output ? 'The log router calls AWS' : 'Code that calls AWS reads this' }],
        },
      );
      // One role is missing, however many containers need it.
      return;
    }
  },
});

/** Volumes that are mounted with the task role have rules of their own. */
function tellsOfRole({ s3filesVolumeConfiguration: s3files, efsVolumeConfiguration: efs }: Volume): boolean {
  return s3files.present || efs.authorizationConfig.iam.literal === 'ENABLED';
}

/** The name of the plug-in with which a log router sends the container's logs to AWS. */
function outputToAws({ logConfiguration: { logDriver, options } }: Container): Field<string> | undefined {
  if (logDriver.literal !== 'awsfirelens') return undefined;
  const option = (form: RegExp) => options.get(options.keys.find((key) => form.test(key)) ?? '');
  const output = option(/^(?:name|@type)$/i);
  const isSigned = option(/^aws_auth$/i).literal?.toLowerCase() === 'on';
  const name = output.literal ?? '';
  return awsOutputs.has(name) || (isSigned && signingOutputs.has(name)) ? output : undefined;
}

/** The name of a variable that code reads which calls AWS, where no credentials are given beside it. */
function variableOfSdk({ environment, secrets }: Container): Field<string> | undefined {
  const names = [...environment.items, ...secrets.items].map(({ name }) => name);
  if (names.some(({ literal }) => credentialVariable.test(literal ?? ''))) return undefined;
  return environment.items.find(({ name }) => sdkVariable.test(name.literal ?? ''))?.name;
}
