import { defineRule, fix, remove, report } from '../rule';
import { definition, onFargate } from '../storage-example';

const host = (sourcePath: string, task = '') =>
  definition({
    task,
    volumes: `{
  "name": "data",
  "host": {${sourcePath}}
}`,
  });

export const rule = defineRule({
  id: 'host-source-path-blank',
  category: 'storage',
  severity: 'error',
  title: 'A source path is not blank',
  why: 'A volume without a source path is a directory that Docker chooses. A blank one is neither: ECS answers “host.sourcePath should not be blank.”',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HostVolumeProperties.html',
  bad: [
    host(`
    "sourcePath": ""
//                ^^
  `),
  ],
  fixed: [definition({ volumes: '{\n  "name": "data"\n}' })],
  good: [
    host(' "sourcePath": "/srv/data" '),
    host(''),
    host(' "sourcePath": "${DIR}" '),
    host(' "sourcePath": "" ', onFargate),
  ],

  *check({ launchType, volumes }) {
    // Fargate takes no source path at all.
    if (launchType('FARGATE')) return;
    for (const { host } of volumes.items)
      if (host.sourcePath.literal?.trim() === '')
        yield report(
          host.sourcePath,
          'The source path is blank. Remove it for a directory that Docker chooses, or name a directory of the instance.',
          { fix: fix("Remove 'host'", remove(host.at)) },
        );
  },
});
