import { defineRule, report } from '../rule';
import { definition, taskRole } from '../storage-example';

const on = (launchTypes: string, marks = '') =>
  definition({
    task: `${taskRole}\n"requiresCompatibilities": ${launchTypes},`,
    volumes: `{
  "name": "data",
  "s3filesVolumeConfiguration": {${marks}
    "fileSystemArn": "arn:aws:s3files:us-east-1:111122223333:file-system/fs-0123456789abcdef0"
  }
}`,
  });

export const rule = defineRule({
  id: 's3files-launch-type',
  category: 'compatibility',
  severity: 'information',
  title: 'S3 Files volumes are for Fargate and Managed Instances',
  why: 'S3 Files came to ECS for Fargate and Managed Instances. On EC2 it needs instances with an agent and a mount helper from mid-2026 or later, and for external instances nothing is documented.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/s3files-volumes.html',
  bad: [on('["EC2"]', '\n//^^^^^^^^^^^^^^^^^^^^^^^^^^^^'), on('["EXTERNAL"]', '\n//^^^^^^^^^^^^^^^^^^^^^^^^^^^^')],
  good: [on('["MANAGED_INSTANCES"]'), on('["${LAUNCH_TYPE}"]')],

  *check({ launchType, volumes }) {
    const on = launchType('EXTERNAL') ? 'external instances' : launchType('EC2') ? 'EC2 instances' : undefined;
    if (on === undefined) return;
    for (const { s3filesVolumeConfiguration: s3files } of volumes.items)
      if (s3files.at.node?.type === 'object')
        yield report(
          s3files.at,
          on === 'EC2 instances'
            ? 'S3 Files works on EC2 instances only with a recent ECS agent; at first it was for Fargate and Managed Instances. Update the agent before you rely on it, or use EFS.'
            : 'AWS does not document S3 Files on external instances: it is for Fargate and Managed Instances.',
        );
  },
});
