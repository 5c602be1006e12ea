import { defineRule, fix, replace, report } from '../rule';
import { definition } from '../storage-example';

const efs = (rootDirectory: string, marks = '') =>
  definition({
    volumes: `{
  "name": "data",
  "efsVolumeConfiguration": {
    "fileSystemId": "fs-0123456789abcdef0",
    "transitEncryption": "ENABLED",
    "rootDirectory": "${rootDirectory}"${marks}
  }
}`,
  });

export const rule = defineRule({
  id: 'efs-root-directory-relative',
  category: 'storage',
  severity: 'warning',
  title: 'The root directory of an EFS volume begins with a slash',
  why: 'The directory is looked up from the root of the file system and must exist already, or the task fails to start.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html',
  bad: [efs('data', '\n//                   ^^^^^^'), efs('./web/data', '\n//                   ^^^^^^^^^^^^')],
  fixed: [efs('/data'), efs('/web/data')],
  good: [efs('/'), efs('/web/data'), efs('${ROOT}')],

  *check({ volumes }) {
    for (const { efsVolumeConfiguration } of volumes.items) {
      const { rootDirectory } = efsVolumeConfiguration;
      if (!rootDirectory.literal || rootDirectory.literal.startsWith('/')) continue;
      const absolute = `/${rootDirectory.literal.replace(/^\.\//, '')}`;
      yield report(
        rootDirectory,
        `Root directory '${rootDirectory.literal}' does not begin with '/', the root of the file system. The directory must exist there already.`,
        { fix: fix(`Change to '${absolute}'`, replace(rootDirectory, absolute)) },
      );
    }
  },
});
