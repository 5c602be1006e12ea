import { imageDirectories } from '../../data/image-directories';
import { normalPath } from '../../model/container-path';
import { defineRule, report } from '../rule';
import { containerWith, definition } from '../storage-example';

const mounted = (path: string, members = '') =>
  definition({
    containers: containerWith(`${members}"mountPoints": [{ "sourceVolume": "data", "containerPath": "${path}" }]`),
  });

export const rule = defineRule({
  id: 'mount-shadows-app',
  category: 'storage',
  severity: 'hint',
  title: 'No volume hides what the image has to run',
  why: 'A volume takes the place of the directory of the image: a program or a library below it is gone. Mount it deeper, or at a path of its own. Only what the image declares as VOLUME is copied into an empty volume.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/bind-mounts.html',
  bad: [
    mounted('/usr/local/bin').replace(
      'bin" }]',
      'bin" }]\n//                                                               ^^^^^^^^^^^^^^^^',
    ),
    mounted('/srv/web/', '"workingDirectory": "/srv/web",\n').replace(
      'web/" }]',
      'web/" }]\n//                                                               ^^^^^^^^^^^',
    ),
  ],
  good: [
    mounted('/data'),
    mounted('/usr/share/nginx/html'),
    mounted('/etc/nginx/conf.d'),
    mounted('/srv/web/uploads', '"workingDirectory": "/srv/web",\n'),
    mounted('${DIR}', '"workingDirectory": "${DIR}",\n'),
  ],

  *check({ containerDefinitions }) {
    for (const { mountPoints, workingDirectory } of containerDefinitions.items) {
      const working = workingDirectory.literal ? normalPath(workingDirectory.literal) : undefined;
      for (const { containerPath } of mountPoints.items) {
        const path = containerPath.literal ? normalPath(containerPath.literal) : undefined;
        if (path === undefined || path === '/') continue;
        if (path === working)
          yield report(
            containerPath,
            `'${path}' is the working directory: the volume hides what the image has there. Mount it at a path of its own.`,
            { related: [{ place: workingDirectory, message: 'The working directory of the container' }] },
          );
        else if (imageDirectories.has(path))
          yield report(
            containerPath,
            `The volume hides what the image has in '${path}', often the programs it runs. Mount it deeper, or at a path of its own.`,
          );
      }
    }
  },
});
