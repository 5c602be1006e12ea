import { parseArn } from '../../model/resource-names';
import { secretsIn } from '../../model/secrets';
import { defineRule, fix, replace, report } from '../rule';

export const rule = defineRule({
  id: 'secret-ssm-arn-slash',
  category: 'correctness',
  severity: 'error',
  title: "The ARN of a parameter has one slash behind 'parameter'",
  why: 'The ARN of the parameter `/db/password` is `…:parameter/db/password`, and that of `password` is `…:parameter/password`. With two slashes or with a colon it is the ARN of nothing, and the task does not start.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-ssm-paramstore.html',
  narrows: ['secret-value-from-invalid'],
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
        { "name": "S1", "valueFrom": "arn:aws:ssm:us-east-1:111122223333:parameter//db/password" },
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        { "name": "S2", "valueFrom": "arn:aws:ssm:us-east-1:111122223333:parameter:token" }
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
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
      "secrets": [
        { "name": "S3", "valueFrom": "arn:aws:ssm:us-east-1:111122223333:parameter" }
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
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
      "secrets": [
        { "name": "S1", "valueFrom": "arn:aws:ssm:us-east-1:111122223333:parameter/db/password" },
        { "name": "S2", "valueFrom": "arn:aws:ssm:us-east-1:111122223333:parameter/token" }
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
        { "name": "S2", "valueFrom": "arn:aws:ssm:us-east-1:111122223333:parameter/token" },
        { "name": "S3", "valueFrom": "arn:aws:ssm:us-east-1:111122223333:parameter/\${NAME}" },
        { "name": "S4", "valueFrom": "/db//password" }
      ]
    }
  ]
}`,
  ],

  *check(task) {
    for (const { valueFrom } of secretsIn(task)) {
      const text = valueFrom.literal ?? '';
      const { service, resource = '' } = parseArn(text) ?? {};
      if (service !== 'ssm' || !/^parameter(?:$|:|\/(?:$|\/))/.test(resource)) continue;
      const [, name] = /^parameter[:/]+(.+)/.exec(resource) ?? [];
      const arn = name === undefined ? undefined : `${text.slice(0, text.length - resource.length)}parameter/${name}`;
      yield report(
        valueFrom,
        "In the ARN of a parameter one slash and the name follow 'parameter', without the slash that the name may begin with.",
        arn === undefined ? {} : { fix: fix(`Change to 'parameter/${name}'`, replace(valueFrom, arn)) },
      );
    }
  },
});
