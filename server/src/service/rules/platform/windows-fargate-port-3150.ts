import { example } from '../example';
import { defineRule, report } from '../rule';

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#container_definition_portmappings */
const reserved = 3150;

export const rule = defineRule({
  id: 'windows-fargate-port-3150',
  category: 'networking',
  severity: 'error',
  title: 'No Windows container on Fargate listens on port 3150',
  why: 'Fargate keeps port 3150 of Windows tasks for itself.',
  source:
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#container_definition_portmappings',
  bad: [
    example(
      'WINDOWS_FARGATE',
      '',
      `
      "portMappings": [{ "containerPort": 3150 }],
//                                        ^^^^`,
    ),
  ],
  good: [
    example('WINDOWS_FARGATE', '', '\n      "portMappings": [{ "containerPort": 3151 }],'),
    example('FARGATE', '', '\n      "portMappings": [{ "containerPort": 3150 }],'),
    example('WINDOWS', '', '\n      "portMappings": [{ "containerPort": 3150 }],'),
  ],

  *check({ isWindows, launchType, containerDefinitions }) {
    if (!isWindows || !launchType('FARGATE')) return;
    for (const { portMappings } of containerDefinitions.items) {
      for (const { containerPort } of portMappings.items) {
        if (containerPort.literal !== reserved) continue;
        yield report(
          containerPort,
          `Fargate reserves port ${reserved} of Windows tasks. Let the container listen on another port.`,
        );
      }
    }
  },
});
