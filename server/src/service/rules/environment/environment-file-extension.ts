import { isObjectArn } from '../../model/environment-files';
import { defineRule, replace, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'environment-file-extension',
  category: 'correctness',
  severity: 'error',
  title: "Names of environment files end in '.env'",
  why: 'ECS reads environment files from objects whose key ends in .env only; with any other the task does not start.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html',
  bad: [
    `{
  "family": "web",
  "executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "environmentFiles": [{ "type": "s3", "value": "arn:aws:s3:::my-bucket/vars.txt" }]
//                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    }
  ]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "environmentFiles": [{ "type": "s3", "value": "arn:aws:s3:::my-bucket/vars.txt.env" }]
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
      "environmentFiles": [
        { "type": "s3", "value": "arn:aws:s3:::my-bucket/web/.env" },
        { "type": "s3", "value": "arn:aws:s3:::my-bucket/\${STAGE}" }
      ]
    }
  ]
}`,
  ],

  *check({ containerDefinitions }) {
    for (const { environmentFiles } of containerDefinitions.items) {
      for (const { value } of environmentFiles.items) {
        const { literal } = value;
        if (literal === undefined || !isObjectArn(literal) || literal.endsWith('.env')) continue;
        yield report(
          value,
          "The key of an environment file in S3 must end in '.env'. Name the object so, and write its name here.",
          {
            fix: suggestion("Append '.env'", replace(value, `${literal}.env`)),
          },
        );
      }
    }
  },
});
