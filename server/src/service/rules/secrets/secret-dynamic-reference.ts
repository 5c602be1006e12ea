import { isDynamicSecret, secretReferenceOf } from '../../model/dynamic-reference';
import { moveToSecrets } from '../../model/move-to-secrets';
import { defineRule, report, suggestion } from '../rule';

const template = (members: string) => `{
  "Resources": {
    "Task": {
      "Type": "AWS::ECS::TaskDefinition",
      "Properties": {
        "Family": "web",
        "ExecutionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
        "ContainerDefinitions": [
          {
            "Name": "app",
            "Image": "nginx:1.27",
            "Memory": 128,
            ${members}
          }
        ]
      }
    }
  }
}`;

export const rule = defineRule({
  id: 'secret-dynamic-reference',
  category: 'security',
  severity: 'warning',
  title: 'A template does not resolve secrets into environment',
  why: 'CloudFormation fills in the value when it registers the definition, so the secret stands there in plain text for everyone who may describe it. In Secrets, ECS reads it when a container starts.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html',
  about: 'template',
  bad: [
    template(`"Environment": [
              { "Name": "DB_PASSWORD", "Value": "{{resolve:secretsmanager:db:SecretString:password}}" },
//                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              { "Name": "STAGE", "Value": "dev" }
            ]`),
    template(`"Environment": [
              { "Name": "DB", "Value": { "Fn::Sub": "postgres://app:{{resolve:ssm-secure:/\${AWS::StackName}/db}}@db/app" } }
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            ]`),
  ],
  good: [
    template(`"Environment": [
              { "Name": "DB_HOST", "Value": "{{resolve:ssm:/web/db-host}}" },
              { "Name": "TABLE", "Value": { "Ref": "Table" } }
            ],
            "Secrets": [{ "Name": "DB_PASSWORD", "ValueFrom": { "Ref": "DbSecret" } }]`),
  ],

  *check(task, { shape }) {
    if (shape !== 'cloudformation') return;
    for (const container of task.containerDefinitions.items) {
      for (const variable of container.environment.items) {
        if (!isDynamicSecret(variable.value)) continue;
        const name = variable.name.literal;
        const move = moveToSecrets(task, container, variable, secretReferenceOf(variable.value));
        yield report(
          variable.value,
          `CloudFormation writes the secret${name ? ` of '${name}'` : ''} into the task definition as plain text. Name it in Secrets, so that ECS reads it when the container starts.`,
          move && { fix: suggestion(`Move '${name}' to secrets`, ...move) },
        );
      }
    }
  },
});
