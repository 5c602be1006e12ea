import { isObjectArn, objectArnOf } from '../../model/environment-files';
import { parseArn } from '../../model/resource-names';
import { defineRule, fix, replace, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'environment-file-arn',
  category: 'correctness',
  severity: 'error',
  title: 'An environment file is named by the ARN of its object in S3',
  why: 'ECS takes neither s3:// nor https:// addresses, and no other kind of file than s3. It answers: “Invalid arn syntax.”',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EnvironmentFile.html',
  narrows: ['invalid-enum-value'],
  bad: [
    `{
  "family": "web",
  "executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "environmentFiles": [
        { "type": "s3", "value": "s3://my-bucket/app.env" },
//                               ^^^^^^^^^^^^^^^^^^^^^^^^
        { "type": "s3", "value": "https://my-bucket.s3.eu-west-1.amazonaws.com/web/app.env" },
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        { "type": "file", "value": "arn:aws:s3:::my-bucket/web.env" }
//                ^^^^^^
      ]
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
      "environmentFiles": [
        { "type": "s3", "value": "arn:aws:s3:::my-bucket" },
//                               ^^^^^^^^^^^^^^^^^^^^^^^^
        { "type": "s3", "value": "./app.env" }
//                               ^^^^^^^^^^^
      ]
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
      "environmentFiles": [
        { "type": "s3", "value": "arn:aws:s3:::my-bucket/app.env" },
        { "type": "s3", "value": "arn:aws:s3:::my-bucket/web/app.env" },
        { "type": "s3", "value": "arn:aws:s3:::my-bucket/web.env" }
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
      "environmentFiles": [
        { "type": "s3", "value": "arn:aws-cn:s3:::my.bucket/stages/dev/app.env" },
        { "type": "s3", "value": "s3://\${BUCKET}/app.env" },
        { "type": "\${TYPE}", "value": "arn:aws:s3:us-east-1:111122223333:accesspoint/web/object/app.env" }
      ]
    }
  ]
}`,
  ],

  *check({ executionRoleArn, containerDefinitions }) {
    for (const { environmentFiles } of containerDefinitions.items) {
      for (const { type, value } of environmentFiles.items) {
        if (type.literal !== undefined && type.literal !== 's3')
          yield report(
            type,
            `'${type.literal}' is no type of environment file: they are in Amazon S3, so write 's3'.`,
            {
              fix: fix("Change to 's3'", replace(type, 's3')),
            },
          );
        if (value.literal === undefined || isObjectArn(value.literal)) continue;
        const arn = objectArnOf(value.literal, parseArn(executionRoleArn.literal ?? '')?.partition ?? 'aws');
        const mend = arn?.endsWith('.env') ? fix : suggestion;
        // The value stays out of the message: a signed address is as good as a key.
        yield report(
          value,
          "An environment file is named by the ARN of its object in S3, such as 'arn:aws:s3:::my-bucket/app.env'; this is none.",
          arn === undefined ? {} : { fix: mend('Write it as an ARN', replace(value, arn)) },
        );
      }
    }
  },
});
