import type { Container } from '../../model/container';
import { runExample, serviceExample, taskExample } from '../request-example';
import { defineRule, report } from '../rule';

export const rule = defineRule({
  id: 'exec-readonly-root',
  category: 'compatibility',
  severity: 'warning',
  title: 'Containers that commands are run in can write to their root file system',
  why: 'ECS Exec starts the SSM agent within the container, and the agent has to create directories and files there. With a read-only root file system it stops, and ExecuteCommand fails.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html',
  about: 'request',
  beside: taskExample(
    '\n  "taskRoleArn": "arn:aws:iam::111122223333:role/webTaskRole",',
    ', "readonlyRootFilesystem": true',
  ),
  bad: [
    serviceExample('"enableExecuteCommand": true\n                        ^^^^'),
    runExample('"enableExecuteCommand": true\n                        ^^^^'),
  ],
  good: [
    serviceExample('"enableExecuteCommand": false'),
    serviceExample('"enableExecuteCommand": "${EXEC}"'),
    '{ "serviceName": "web", "taskDefinition": "unknown-here", "enableExecuteCommand": true }',
  ],

  *checkRequest({ enableExecuteCommand }, { task }) {
    if (enableExecuteCommand.literal !== true || !task) return;
    const refusing = task.containerDefinitions.items.filter(
      (container) => container.readonlyRootFilesystem.literal === true && !mountsForAgent(container),
    );
    if (refusing.length === 0) return;
    const names = refusing.map(({ name }) => `'${name.literal}'`).join(', ');
    yield report(
      enableExecuteCommand,
      `No command can be run in ${names}: the agent of ECS Exec has to write to the root file system, which is read-only. Disable one of the two.`,
      {
        related: refusing.map(({ readonlyRootFilesystem }) => ({
          place: readonlyRootFilesystem,
          message: 'The root file system is read-only',
          elsewhere: true,
        })),
      },
    );
  },
});

/** True where a volume is mounted at a directory of the agent, as who knows of it does. */
function mountsForAgent({ mountPoints }: Container): boolean {
  return mountPoints.items.some(({ containerPath }) =>
    /^\/(?:managed-agents|var(?:\/lib(?:\/amazon.*)?)?)\/?$/.test(containerPath.literal ?? ''),
  );
}
