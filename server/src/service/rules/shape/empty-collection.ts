import type { Container } from '../../model/container';
import type { Place } from '../../model/field';
import type { TaskDefinition } from '../../model/task-definition';
import { defineRule, fix, remove, report } from '../rule';

export const rule = defineRule({
  id: 'empty-collection',
  category: 'style',
  severity: 'hint',
  title: 'What is empty is left out',
  why: 'An empty list means the same as none. describe-task-definition prints many of them, and they hide what the definition does say.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  bad: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "environment": [],
//    ^^^^^^^^^^^^^
      "dockerLabels": {}
//    ^^^^^^^^^^^^^^
    }
  ],
  "volumes": []
//^^^^^^^^^
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128
    }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "environment": "\${ENVIRONMENT}",
      "entryPoint": [],
      "mountPoints": [{ "sourceVolume": "data", "containerPath": "/data" }]
    }
  ],
  "volumes": [{ "name": "data" }]
}`,
  ],

  *check(task) {
    for (const place of ofTask(task)) if (isEmpty(place)) yield empty(place);
    for (const container of task.containerDefinitions.items)
      for (const place of ofContainer(container)) if (isEmpty(place)) yield empty(place);
  },
});

function isEmpty({ node }: Place): boolean {
  return (
    (node?.type === 'array' && node.items.length === 0) || (node?.type === 'object' && node.properties.length === 0)
  );
}

function empty(place: Place) {
  return report(place, `'${place.name}' is empty, which says nothing. Remove it.`, {
    atKey: true,
    fix: fix(`Remove '${place.name}'`, remove(place)),
  });
}

function ofTask({ volumes, placementConstraints }: TaskDefinition): readonly Place[] {
  return [volumes, placementConstraints];
}

/** An empty command or entry point is left alone: whether it undoes that of the image is not documented. */
function ofContainer(container: Container): readonly Place[] {
  return [
    container.links,
    container.portMappings,
    container.environment,
    container.environmentFiles,
    container.mountPoints,
    container.volumesFrom,
    container.secrets,
    container.dependsOn,
    container.dnsServers,
    container.dnsSearchDomains,
    container.extraHosts,
    container.dockerSecurityOptions,
    container.dockerLabels,
    container.ulimits,
    container.systemControls,
    container.resourceRequirements,
    container.credentialSpecs,
  ];
}
