import { oldLinuxPlatforms, windowsPlatform } from '../../data/fargate-platforms';
import { launchTypeOf } from '../../model/request';
import { serviceExample, taskExample } from '../request-example';
import { defineRule, replace, report, suggestion } from '../rule';

const pinned = (version: string, more = '') =>
  serviceExample(`"launchType": "FARGATE",${more}
"platformVersion": ${version}`);

export const rule = defineRule({
  id: 'service-platform-version-old',
  category: 'security',
  severity: 'warning',
  title: 'A service on Fargate runs on the current platform version',
  why: 'Older versions get no patches and miss features. AWS retires them: from then on no service can be created with one and no new task starts, and in the end the running tasks are stopped.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-versions-retired.html',
  controls: ['ECS.10'],
  about: 'request',
  beside: taskExample(),
  bad: [
    pinned(`"1.3.0"
                   ^^^^^^^`),
    pinned(`"1.0.0"
                   ^^^^^^^`),
  ],
  fixed: [pinned('"LATEST"'), pinned('"LATEST"')],
  good: [
    pinned('"LATEST"'),
    pinned('"1.4.0"'),
    pinned('"${PLATFORM}"'),
    // Perhaps it is one of Windows.
    '{ "serviceName": "web", "taskDefinition": "unknown-here", "launchType": "FARGATE", "platformVersion": "1.0.0" }',
    serviceExample('"platformVersion": "1.3.0"'),
  ],

  *checkRequest(request, { task, action }) {
    const { platformVersion } = request;
    const version = platformVersion.literal;
    if (action === 'RunTask' || launchTypeOf(request) !== 'FARGATE') return;
    if (version === undefined || !oldLinuxPlatforms.includes(version)) return;
    if (version === windowsPlatform && task?.isWindows !== false) return;
    yield report(
      platformVersion,
      `The platform version ${version} of Fargate is retired: ECS starts no new task on it. Use 'LATEST', or pin '1.4.0'.`,
      { fix: suggestion("Change to 'LATEST'", replace(platformVersion, 'LATEST')) },
    );
  },
});
