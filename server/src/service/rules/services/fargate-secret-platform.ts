import { oldLinuxPlatforms } from '../../data/fargate-platforms';
import { platformNeeds } from '../../model/platform-needs';
import { launchTypeOf } from '../../model/request';
import { serviceExample, taskExample } from '../request-example';
import { defineRule, replace, report, suggestion } from '../rule';

const pinned = (version: string) =>
  serviceExample(`"launchType": "FARGATE",
"platformVersion": ${version}`);

export const rule = defineRule({
  id: 'fargate-secret-platform',
  category: 'compatibility',
  severity: 'information',
  title: 'The platform version of Fargate has what the task definition uses',
  why: 'EFS volumes, environment files, single keys of secrets, more ephemeral storage, system controls, added capabilities and tmpfs need the Linux platform version 1.4.0; dependencies between containers and timeouts need 1.3.0. On an older one ECS refuses the task with a PlatformTaskDefinitionIncompatibilityException, or the task does not start.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-linux-fargate.html',
  about: 'request',
  beside: taskExample(
    '\n  "ephemeralStorage": { "sizeInGiB": 50 },',
    ', "secrets": [{ "name": "KEY", "valueFrom": "arn:aws:secretsmanager:us-east-1:111122223333:secret:web-AbCdEf:key::" }]',
  ),
  bad: [
    pinned(`"1.3.0"
                   ^^^^^^^`),
  ],
  fixed: [pinned('"LATEST"')],
  good: [
    pinned('"LATEST"'),
    pinned('"1.4.0"'),
    pinned('"${PLATFORM}"'),
    '{ "serviceName": "web", "taskDefinition": "unknown-here", "launchType": "FARGATE", "platformVersion": "1.3.0" }',
    serviceExample('"platformVersion": "1.3.0"'),
  ],

  *checkRequest(request, { task }) {
    const { platformVersion } = request;
    const version = platformVersion.literal;
    if (!task || version === undefined || !oldLinuxPlatforms.includes(version)) return;
    if (launchTypeOf(request) !== 'FARGATE' || task.isWindows !== false) return;
    const lacks = platformNeeds(task).filter(({ since }) => version < since);
    if (lacks.length === 0) return;
    yield report(
      platformVersion,
      `The platform version ${version} lacks what the task definition uses: ${lacks.map(({ what, since }) => `${what} (since ${since})`).join(', ')}. Use 'LATEST'.`,
      {
        fix: suggestion("Change to 'LATEST'", replace(platformVersion, 'LATEST')),
        related: lacks.map(({ what, since, place }) => ({
          place,
          message: `Needs ${since}: ${what}.`,
          elsewhere: true,
        })),
      },
    );
  },
});
