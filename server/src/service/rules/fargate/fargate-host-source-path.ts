import { defineRule, remove, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'fargate-host-source-path',
  category: 'compatibility',
  severity: 'error',
  title: 'No volume on Fargate is a directory of the host',
  why: 'A task on Fargate has no host directory to mount. A volume without a source path is empty storage that the containers of the task share; data that must stay belongs in EFS or S3 Files.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HostVolumeProperties.html',
  bad: [
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": "256",
  "memory": "512",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "mountPoints": [{ "sourceVolume": "data", "containerPath": "/data" }] }
  ],
  "volumes": [
    {
      "name": "data",
      "host": {
        "sourcePath": "/srv/data"
//                    ^^^^^^^^^^^
      }
    }
  ]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": "256",
  "memory": "512",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "mountPoints": [{ "sourceVolume": "data", "containerPath": "/data" }] }
  ],
  "volumes": [
    {
      "name": "data"
    }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": "256",
  "memory": "512",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "mountPoints": [{ "sourceVolume": "data", "containerPath": "/data" }] }
  ],
  "volumes": [{ "name": "data", "host": {} }]
}`,
  ],

  *check({ launchType, volumes }) {
    if (!launchType('FARGATE')) return;
    for (const { host } of volumes.items) {
      // An empty path is refused like any other.
      if (host.sourcePath.literal === undefined) continue;
      yield report(
        host.sourcePath,
        "Tasks on Fargate cannot mount a directory of the host. Remove 'host' for storage that lives as long as the task, or use an EFS volume.",
        { fix: suggestion("Remove 'host'", remove(host.at)) },
      );
    }
  },
});
