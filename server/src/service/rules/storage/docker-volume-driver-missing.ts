import { defineRule, fix, report, set } from '../rule';
import { definition, onFargate } from '../storage-example';

const docker = (members: string, marks = '', task = '') =>
  definition({
    task,
    volumes: `{
  "name": "data",
  "dockerVolumeConfiguration": {${marks}
    "scope": "task"${members}
  }
}`,
  });

const marks = '\n//^^^^^^^^^^^^^^^^^^^^^^^^^^^';

export const rule = defineRule({
  id: 'docker-volume-driver-missing',
  category: 'storage',
  severity: 'warning',
  title: 'A Docker volume names its driver',
  why: "ECS places the task on instances that have the driver, and has refused volumes that name none: “volume.dockerVolumeConfiguration.driver should not be null or empty.” Docker's own driver is called local.",
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DockerVolumeConfiguration.html',
  bad: [docker('', marks), docker(',\n    "driver": ""', marks)],
  fixed: [docker(',\n    "driver": "local"'), docker(',\n    "driver": "local"')],
  good: [docker(',\n    "driver": "local"'), docker(',\n    "driver": "${DRIVER}"'), docker('', '', onFargate)],

  *check({ launchType, volumes }) {
    if (launchType('FARGATE')) return;
    for (const { dockerVolumeConfiguration: docker } of volumes.items) {
      if (docker.at.node?.type !== 'object' || (docker.driver.present && docker.driver.literal !== '')) continue;
      yield report(docker.at, "This Docker volume names no driver. Set driver to 'local', Docker's own.", {
        fix: fix("Set the driver to 'local'", set(docker.at, 'driver', 'local')),
      });
    }
  },
});
