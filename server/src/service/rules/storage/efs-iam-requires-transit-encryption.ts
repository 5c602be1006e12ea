import { defineRule, fix, replace, report, set, suggestion } from '../rule';

export const rule = defineRule({
  id: 'efs-iam-requires-transit-encryption',
  category: 'storage',
  severity: 'error',
  title: 'EFS with IAM authorization encrypts in transit',
  why: 'EFS checks the task role over an encrypted connection only, and transitEncryption is off unless it is set. ECS refuses IAM authorization without it.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSAuthorizationConfig.html',
  bad: [
    `{
  "family": "web",
  "taskRoleArn": "arn:aws:iam::111122223333:role/webTaskRole",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "mountPoints": [{ "sourceVolume": "data", "containerPath": "/data" }]
    }
  ],
  "volumes": [
    {
      "name": "data",
      "efsVolumeConfiguration": {
        "fileSystemId": "fs-0123456789abcdef0",
        "authorizationConfig": {
          "iam": "ENABLED"
//               ^^^^^^^^^
        }
      }
    }
  ]
}`,
    `{
  "family": "web",
  "taskRoleArn": "arn:aws:iam::111122223333:role/webTaskRole",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "mountPoints": [{ "sourceVolume": "data", "containerPath": "/data" }]
    }
  ],
  "volumes": [
    {
      "name": "data",
      "efsVolumeConfiguration": {
        "fileSystemId": "fs-0123456789abcdef0",
        "transitEncryption": "DISABLED",
//                           ^^^^^^^^^^
        "authorizationConfig": { "iam": "ENABLED" }
      }
    }
  ]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "taskRoleArn": "arn:aws:iam::111122223333:role/webTaskRole",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "mountPoints": [{ "sourceVolume": "data", "containerPath": "/data" }]
    }
  ],
  "volumes": [
    {
      "name": "data",
      "efsVolumeConfiguration": {
        "fileSystemId": "fs-0123456789abcdef0",
        "authorizationConfig": {
          "iam": "ENABLED"
        },
        "transitEncryption": "ENABLED"
      }
    }
  ]
}`,
    `{
  "family": "web",
  "taskRoleArn": "arn:aws:iam::111122223333:role/webTaskRole",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "mountPoints": [{ "sourceVolume": "data", "containerPath": "/data" }]
    }
  ],
  "volumes": [
    {
      "name": "data",
      "efsVolumeConfiguration": {
        "fileSystemId": "fs-0123456789abcdef0",
        "transitEncryption": "ENABLED",
        "authorizationConfig": { "iam": "ENABLED" }
      }
    }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "taskRoleArn": "arn:aws:iam::111122223333:role/webTaskRole",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "mountPoints": [{ "sourceVolume": "data", "containerPath": "/data" }]
    }
  ],
  "volumes": [
    {
      "name": "data",
      "efsVolumeConfiguration": {
        "fileSystemId": "fs-0123456789abcdef0",
        "transitEncryption": "ENABLED",
        "authorizationConfig": { "iam": "ENABLED" }
      }
    }
  ]
}`,
  ],

  *check(task) {
    for (const { efsVolumeConfiguration: efs } of task.volumes.items) {
      const { transitEncryption } = efs;
      const { iam } = efs.authorizationConfig;
      if (iam.literal !== 'ENABLED') continue;
      if (!transitEncryption.present)
        yield report(
          iam,
          'EFS IAM authorization requires TransitEncryption to be enabled, and it is off by default. Set transitEncryption to ENABLED.',
          { fix: fix('Enable transit encryption', set(efs.at, 'transitEncryption', 'ENABLED')) },
        );
      else if (transitEncryption.literal === 'DISABLED')
        yield report(
          transitEncryption,
          'EFS IAM authorization requires TransitEncryption to be enabled. Set it to ENABLED, or turn iam off.',
          {
            fix: suggestion('Enable transit encryption', replace(transitEncryption, 'ENABLED')),
            related: [{ place: iam, message: 'IAM authorization is enabled here' }],
          },
        );
    }
  },
});
