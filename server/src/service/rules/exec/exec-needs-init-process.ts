import { serviceExample, taskExample } from '../request-example';
import { defineRule, report } from '../rule';

export const rule = defineRule({
  id: 'exec-needs-init-process',
  category: 'reliability',
  severity: 'hint',
  title: 'Containers that commands are run in have an init process',
  why: 'ECS Exec starts the SSM agent and the shell of each session within the container. Unless an init process collects them, what they leave behind stays as zombie processes.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html',
  about: 'request',
  beside: taskExample('\n  "taskRoleArn": "arn:aws:iam::111122223333:role/webTaskRole",'),
  bad: [serviceExample('"enableExecuteCommand": true\n                        ^^^^')],
  good: [
    serviceExample('"enableExecuteCommand": false'),
    serviceExample('"enableExecuteCommand": "${EXEC}"'),
    '{ "serviceName": "web", "taskDefinition": "unknown-here", "enableExecuteCommand": true }',
  ],

  *checkRequest({ enableExecuteCommand }, { task }) {
    // With a PID namespace of the whole task another process is the first one.
    if (enableExecuteCommand.literal !== true || task?.isWindows !== false || task.pidMode.present) return;
    const without = task.containerDefinitions.items.filter(({ linuxParameters: { initProcessEnabled } }) =>
      initProcessEnabled.present ? initProcessEnabled.literal === false : true,
    );
    const [first] = without;
    if (!first) return;
    const names = without.map(({ name }) => `'${name.literal}'`).join(', ');
    yield report(
      enableExecuteCommand,
      `Sessions of ECS Exec leave zombie processes in ${names}: set "initProcessEnabled": true in linuxParameters of the task definition.`,
      {
        related: without.map(({ name, linuxParameters }) => ({
          place: linuxParameters.at.node ? linuxParameters.at : name,
          message: 'Has no init process',
          elsewhere: true,
        })),
      },
    );
  },
});
