import { kindsOf } from '../../model/volume';
import { defineRule, remove, report, suggestion } from '../rule';
import { definition } from '../storage-example';

export const rule = defineRule({
  id: 'volume-multiple-types',
  category: 'storage',
  severity: 'error',
  title: 'A volume is of one kind',
  why: 'Beside its name a volume has one of host, dockerVolumeConfiguration, efsVolumeConfiguration, s3filesVolumeConfiguration, fsxWindowsFileServerVolumeConfiguration and configuredAtLaunch. ECS refuses two.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html',
  bad: [
    definition({
      volumes: `{
  "name": "data",
  "efsVolumeConfiguration": { "fileSystemId": "fs-0123456789abcdef0", "transitEncryption": "ENABLED" },
  "host": { "sourcePath": "/srv/data" }
//^^^^^^
}`,
    }),
    definition({
      volumes: `{
  "name": "data",
  "dockerVolumeConfiguration": { "driver": "local" },
  "configuredAtLaunch": true
//                      ^^^^
}`,
    }),
  ],
  fixed: [
    definition({
      volumes: `{
  "name": "data",
  "efsVolumeConfiguration": { "fileSystemId": "fs-0123456789abcdef0", "transitEncryption": "ENABLED" }
}`,
    }),
    definition({
      volumes: `{
  "name": "data",
  "dockerVolumeConfiguration": { "driver": "local" }
}`,
    }),
  ],
  good: [
    definition({
      volumes: `{
  "name": "data",
  "host": { "sourcePath": "/srv/data" },
  "configuredAtLaunch": false
}`,
    }),
    definition({
      volumes: `{
  "name": "data",
  "host": "{{ host }}",
  "efsVolumeConfiguration": { "fileSystemId": "fs-0123456789abcdef0" }
}`,
    }),
  ],

  *check({ volumes }) {
    for (const volume of volumes.items) {
      const [first, ...others] = kindsOf(volume);
      if (!first) continue;
      for (const other of others)
        yield report(
          other,
          `This volume has '${first.name}' already, and a volume is of one kind only. Remove '${other.name}', or make it a volume of its own.`,
          {
            fix: suggestion(`Remove '${other.name}'`, remove(other)),
            related: [{ place: first, message: `The volume is '${first.name}'` }],
          },
        );
    }
  },
});
