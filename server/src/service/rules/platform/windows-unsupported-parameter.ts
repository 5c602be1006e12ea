import type { Container } from '../../model/container';
import type { Place } from '../../model/field';
import { asksFor } from '../../model/known';
import type { TaskDefinition } from '../../model/task-definition';
import { defineRule, remove, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'windows-unsupported-parameter',
  category: 'compatibility',
  severity: 'error',
  title: 'A task definition for Windows uses what Windows containers support',
  why: 'These parameters are for Linux containers. AWS lists them as not supported for Windows: the task is refused, or does not start.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/windows_task_definitions.html',
  narrows: [
    'invalid-type',
    'proxy-configuration-network-mode',
    'proxy-configuration-properties',
    'app-mesh-deprecated',
  ],
  bad: [
    `{
  "family": "web",
  "runtimePlatform": {
    "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE"
  },
  "pidMode": "task",
//^^^^^^^^^
  "containerDefinitions": [
    {
      "name": "app",
      "image": "mcr.microsoft.com/windows/servercore:ltsc2022",
      "memory": 2048
    }
  ]
}`,
    `{
  "family": "web",
  "runtimePlatform": {
    "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE"
  },
  "containerDefinitions": [
    {
      "name": "app",
      "image": "mcr.microsoft.com/windows/servercore:ltsc2022",
      "readonlyRootFilesystem": true,
//    ^^^^^^^^^^^^^^^^^^^^^^^^
      "memory": 2048,
      "linuxParameters": { "initProcessEnabled": true }
//    ^^^^^^^^^^^^^^^^^
    }
  ]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "runtimePlatform": {
    "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE"
  },
  "containerDefinitions": [
    {
      "name": "app",
      "image": "mcr.microsoft.com/windows/servercore:ltsc2022",
      "memory": 2048
    }
  ]
}`,
    `{
  "family": "web",
  "runtimePlatform": {
    "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE"
  },
  "containerDefinitions": [
    {
      "name": "app",
      "image": "mcr.microsoft.com/windows/servercore:ltsc2022",
      "memory": 2048
    }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "runtimePlatform": {
    "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE"
  },
  "containerDefinitions": [
    {
      "name": "app",
      "image": "mcr.microsoft.com/windows/servercore:ltsc2022",
      "memory": 2048,
      "readonlyRootFilesystem": false,
      "ulimits": []
    }
  ]
}`,
    `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 128, "readonlyRootFilesystem": true }
  ]
}`,
  ],

  *check(task) {
    if (!task.isWindows) return;
    for (const place of ofTask(task)) yield unsupported(place, place.name);
    for (const container of task.containerDefinitions.items) {
      for (const place of ofContainer(container)) yield unsupported(place, place.name);
      for (const { at, type } of container.resourceRequirements.items)
        if (type.literal === 'GPU') yield unsupported(at, 'GPU');
    }
  },
});

function unsupported(place: Place, name: string) {
  return report(
    place,
    `AWS lists '${name}' as not supported for Windows containers: a task with it may be refused or not start. Remove it.`,
    { atKey: true, fix: suggestion(`Remove '${name}'`, remove(place)) },
  );
}

function ofTask({ ipcMode, pidMode, proxyConfiguration }: TaskDefinition): readonly Place[] {
  return [ipcMode, pidMode, proxyConfiguration.at].filter(asksFor);
}

function ofContainer(container: Container): readonly Place[] {
  return [
    container.disableNetworking,
    container.dnsServers,
    container.dnsSearchDomains,
    container.extraHosts,
    container.links,
    container.linuxParameters.at,
    container.privileged,
    container.readonlyRootFilesystem,
    container.ulimits,
    container.systemControls,
  ].filter(asksFor);
}
