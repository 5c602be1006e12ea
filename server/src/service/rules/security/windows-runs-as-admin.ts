import { nameOf } from '../../model/container';
import { example } from '../example';
import { defineRule, report } from '../rule';

export const rule = defineRule({
  id: 'windows-runs-as-admin',
  category: 'security',
  severity: 'hint',
  controls: ['ECS.21'],
  title: 'Windows containers run as a user that is no administrator',
  why: 'ContainerAdministrator, the user of most Windows images, has the whole container. The pages of ECS doubt that a task definition can name another one for Windows, so the image is the surer place; Security Hub looks at the task definition alone.',
  source: 'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-21',
  narrows: ['windows-user'],
  bad: [
    example('WINDOWS', '', '\n      "user": "ContainerAdministrator",\n//            ^^^^^^^^^^^^^^^^^^^^^^^^'),
    `{
  "family": "web",
  "runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE" },
  "containerDefinitions": [
    {
      "name": "app",
//            ^^^^^
      "image": "mcr.microsoft.com/windows/servercore:ltsc2022",
      "memory": 512
    }
  ]
}`,
  ],
  good: [
    example('WINDOWS', '', '\n      "user": "ContainerUser",'),
    example('WINDOWS', '', '\n      "user": "${APP_USER}",'),
    example('EC2'),
  ],

  *check({ isWindows, containerDefinitions }) {
    if (!isWindows) return;
    for (const container of containerDefinitions.items) {
      const { at, name, user } = container;
      if (at.node?.type !== 'object') continue;
      const decided = user.present && user.literal !== '';
      if (decided && user.literal?.toLowerCase() !== 'containeradministrator') continue;
      yield report(
        user.present ? user : name,
        decided
          ? `The container ${nameOf(container)} runs as administrator. ContainerUser is enough for most programs: set it as USER in the image, or here.`
          : `No 'user' says whom the container ${nameOf(container)} runs as, which is an administrator unless its image says otherwise. Set USER to ContainerUser in the image.`,
      );
    }
  },
});
