import { isParameterName, secretsIn } from '../../model/secrets';
import { defineRule, report } from '../rule';

export const rule = defineRule({
  id: 'secret-region-name',
  category: 'correctness',
  severity: 'hint',
  title: 'A parameter in another region is named by its ARN',
  why: 'The bare name of a parameter is looked up in the region and account of the task, so one definition can serve several regions. It finds nothing in a region where there is no such parameter.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html',
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
        { "name": "S1", "valueFrom": "/db/password" }
//                                   ^^^^^^^^^^^^^^
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
        { "name": "S2", "valueFrom": "\${NAME}" },
        { "name": "S3", "valueFrom": "db:password" }
      ]
    }
  ]
}`,
  ],

  *check(task) {
    for (const { valueFrom } of secretsIn(task)) {
      if (!isParameterName(valueFrom.literal ?? '')) continue;
      yield report(
        valueFrom,
        'ECS looks for this parameter in the region where the task runs. Where it is in another one, write its ARN.',
      );
    }
  },
});
