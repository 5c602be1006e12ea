import { defineRule, report } from '../rule';

const maxSpecs = 1;

export const rule = defineRule({
  id: 'credential-specs-invalid',
  category: 'correctness',
  severity: 'error',
  title: 'A container has one credential spec, an ARN of S3 or Systems Manager with its kind before it',
  why: 'ECS takes credentialspec: or credentialspecdomainless: and the ARN of the file in S3 or SSM. Without the prefix, or with another ARN, the agent cannot fetch it and the container does not start.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  narrows: ['invalid-value'],
  bad: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "credentialSpecs": ["arn:aws:s3:::my-bucket/spec.json"]
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
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
      "credentialSpecs": [
        "credentialspec:arn:aws:s3:::my-bucket/spec.json",
        "credentialspec:arn:aws:s3:::my-bucket/other.json"
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      ]
    }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "a",
      "image": "nginx:1.27",
      "memory": 128,
      "credentialSpecs": ["credentialspec:arn:aws:ssm:us-east-1:111122223333:parameter/spec"]
    },
    {
      "name": "b",
      "image": "nginx:1.27",
      "memory": 128,
      "credentialSpecs": ["credentialspecdomainless:arn:aws-cn:s3:::my-bucket/spec.json"]
    },
    { "name": "c", "image": "nginx:1.27", "memory": 128, "credentialSpecs": ["\${SPEC}"] }
  ]
}`,
  ],

  *check({ containerDefinitions }) {
    for (const { credentialSpecs } of containerDefinitions.items) {
      const [, second] = credentialSpecs.items;
      if (second)
        yield report(
          second,
          `A container takes ${maxSpecs} credential spec; this one has ${credentialSpecs.items.length}.`,
          {
            covers: [credentialSpecs],
          },
        );
      for (const item of credentialSpecs.items.slice(0, maxSpecs)) {
        if (item.literal === undefined || isSpec(item.literal)) continue;
        yield report(
          item,
          "A credential spec is 'credentialspec:' or 'credentialspecdomainless:' and the ARN of an object in S3 or a parameter of Systems Manager.",
        );
      }
    }
  },
});

/** A file on the instance is an older form, which agents still read on Windows. */
function isSpec(text: string): boolean {
  return /^credentialspec(?:domainless)?:(?:arn:aws[a-z-]*:(?:s3|ssm):|file:\/\/)/.test(text);
}
