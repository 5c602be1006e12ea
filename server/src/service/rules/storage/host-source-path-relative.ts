import { isWindowsPath } from '../../model/container-path';
import { defineRule, replace, report, suggestion } from '../rule';
import { definition, onFargate, onWindows } from '../storage-example';

const host = (sourcePath: string, marks = '', task = '') =>
  definition({
    task,
    volumes: `{
  "name": "data",
  "host": { "sourcePath": "${sourcePath}" }${marks}
}`,
  });

export const rule = defineRule({
  id: 'host-source-path-relative',
  category: 'storage',
  severity: 'error',
  title: 'A source path is absolute',
  why: 'The instance has no directory that a relative path could start from. Docker takes it for the name of a volume, with characters that such a name cannot have, and the task does not start.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HostVolumeProperties.html',
  bad: [host('./data', '\n//                        ^^^^^^^^'), host('~/data', '\n//                        ^^^^^^^^')],
  fixed: [host('/data')],
  good: [
    host('/srv/data'),
    host('${DIR}/data'),
    host('C:\\\\data', '', onWindows),
    // Windows need not be named on EC2.
    host('C:\\\\data'),
    host('./data', '', onFargate),
  ],

  *check({ launchType, volumes }) {
    if (launchType('FARGATE')) return;
    for (const { host } of volumes.items) {
      const path = host.sourcePath.literal;
      if (!path?.trim() || path.startsWith('/') || isWindowsPath(path)) continue;
      const absolute = `/${path.replace(/^\.\//, '')}`;
      yield report(
        host.sourcePath,
        `The source path '${path}' is relative. Name a directory of the instance by its whole path.`,
        // What a tilde stands for nobody knows.
        /^[~.]\.?(?:\/|$)/.test(path) && !path.startsWith('./')
          ? {}
          : { fix: suggestion(`Change to '${absolute}'`, replace(host.sourcePath, absolute)) },
      );
    }
  },
});
