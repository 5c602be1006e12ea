import { undeclaredVolumes } from '../../model/mounts';
import { defineRule, report, set, suggestion } from '../rule';
import { definition } from '../storage-example';

export const rule = defineRule({
  id: 'volume-name-required',
  category: 'storage',
  severity: 'error',
  title: 'Every volume has a name',
  why: 'Mount points find a volume by its name. ECS requires one for EFS, S3 Files and volumes configured at launch, and any other volume without one cannot be mounted.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html',
  bad: [
    definition({
      volumes: `{
^
  "efsVolumeConfiguration": { "fileSystemId": "fs-0123456789abcdef0" }
}`,
    }),
    definition({ volumes: '{ "name": "data" },\n{ "name": "" }\n//        ^^' }),
  ],
  fixed: [
    definition({
      volumes: `{
  "efsVolumeConfiguration": { "fileSystemId": "fs-0123456789abcdef0" },
  "name": "data"
}`,
    }),
  ],
  good: [
    definition({ volumes: '{ "name": "data", "host": {} }' }),
    definition({ volumes: '{ "name": "${name}" }' }),
    definition({ volumes: '"${volume}"' }),
  ],
  narrows: ['volume-name-invalid', 'invalid-value'],

  *check(task) {
    const wanted = [...undeclaredVolumes(task)];
    for (const { at, name } of task.volumes.items) {
      if (at.node?.type !== 'object' || (name.present && name.literal !== '')) continue;
      const proposed = wanted.shift();
      yield report(
        name,
        'This volume has no name, so no container can mount it. Set name, and mount it by that name.',
        {
          ...(proposed !== undefined && {
            fix: suggestion(`Name it '${proposed}'`, set(at, 'name', proposed)),
          }),
        },
      );
    }
  },
});
