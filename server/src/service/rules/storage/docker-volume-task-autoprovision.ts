import { defineRule, remove, report, suggestion } from '../rule';
import { definition, onFargate } from '../storage-example';

const docker = (members: string, task = '') =>
  definition({
    task,
    volumes: `{
  "name": "data",
  "dockerVolumeConfiguration": {
    "driver": "local"${members}
  }
}`,
  });

export const rule = defineRule({
  id: 'docker-volume-task-autoprovision',
  category: 'storage',
  severity: 'error',
  title: 'Only shared Docker volumes say whether they are provisioned',
  why: "A volume of the task is made when the task starts, so autoprovision is for shared volumes. Set to false ECS refuses it: “When 'scope' parameter is 'task', 'autoprovision' must either not be specified or set to 'True'.” Set to true the agent does: “task scoped volume could not be autoprovisioned”.",
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DockerVolumeConfiguration.html',
  bad: [
    docker(`,
    "scope": "task",
    "autoprovision": false
//                   ^^^^^`),
    docker(`,
    "autoprovision": true
//                   ^^^^`),
  ],
  fixed: [docker(',\n    "scope": "task"'), docker('')],
  good: [
    docker(',\n    "scope": "shared",\n    "autoprovision": true'),
    docker(',\n    "scope": "${SCOPE}",\n    "autoprovision": true'),
    docker(',\n    "autoprovision": true', onFargate),
  ],

  *check({ launchType, volumes }) {
    if (launchType('FARGATE')) return;
    for (const { dockerVolumeConfiguration } of volumes.items) {
      const { scope, autoprovision } = dockerVolumeConfiguration;
      if (autoprovision.literal === undefined || (scope.present && scope.literal !== 'task')) continue;
      yield report(
        autoprovision,
        scope.present
          ? "A volume with the scope 'task' is made with the task: ECS refuses autoprovision false, and the agent fails on true. Remove it, or make the scope 'shared'."
          : "Without a scope the volume is one of the task, which is made with it: ECS refuses autoprovision false, and the agent fails on true. Remove it, or set scope to 'shared'.",
        { fix: suggestion('Remove autoprovision', remove(autoprovision)) },
      );
    }
  },
});
