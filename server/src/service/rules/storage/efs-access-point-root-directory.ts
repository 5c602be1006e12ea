import { defineRule, remove, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'efs-access-point-root-directory',
  category: 'storage',
  severity: 'error',
  title: 'An EFS access point decides the root directory',
  why: 'An access point brings its own root directory, and ECS refuses a second one. Leave rootDirectory out, or mount without the access point.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html',
  bad: [
    `{
  "family": "web",
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
        "rootDirectory": "/data",
//                       ^^^^^^^
        "transitEncryption": "ENABLED",
        "authorizationConfig": { "accessPointId": "fsap-0123456789abcdef0" }
      }
    }
  ]
}`,
  ],
  fixed: [
    `{
  "family": "web",
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
        "authorizationConfig": { "accessPointId": "fsap-0123456789abcdef0" }
      }
    }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
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
        "rootDirectory": "/",
        "transitEncryption": "ENABLED",
        "authorizationConfig": { "accessPointId": "fsap-0123456789abcdef0" }
      }
    }
  ]
}`,
  ],

  *check(task) {
    for (const { efsVolumeConfiguration } of task.volumes.items) {
      const { rootDirectory, authorizationConfig } = efsVolumeConfiguration;
      const { accessPointId } = authorizationConfig;
      if (!accessPointId.literal || !rootDirectory.literal || rootDirectory.literal === '/') continue;
      yield report(
        rootDirectory,
        `Root directory '${rootDirectory.literal}' clashes with the access point. When using an EFS access point, the root directory must either be set to "/" or be omitted.`,
        {
          fix: suggestion('Remove rootDirectory', remove(rootDirectory)),
          related: [{ place: accessPointId, message: 'The access point brings its own root directory' }],
        },
      );
    }
  },
});
