import { nameOf } from '../../model/container';
import { example } from '../example';
import { defineRule, report } from '../rule';

export const rule = defineRule({
  id: 'windows-user',
  category: 'compatibility',
  severity: 'hint',
  title: "It is unclear whether ECS supports 'user' for Windows containers",
  why: "The pages of ECS say that 'user' is not supported for Windows containers, while the Security Hub control ECS.21 asks for a user that is no administrator. Setting USER in the image satisfies Windows whatever ECS does.",
  source: 'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html',
  bad: [example('WINDOWS', '', '\n      "user": "ContainerUser",\n//            ^^^^^^^^^^^^^^^')],
  good: [example('EC2', '', '\n      "user": "1000:1000",'), example('WINDOWS', '', '\n      "user": "",')],

  *check({ isWindows, containerDefinitions }) {
    if (!isWindows) return;
    for (const container of containerDefinitions.items) {
      if (!container.user.literal) continue;
      yield report(
        container.user,
        `ECS documents 'user' as not supported for Windows containers, though Security Hub asks for it: make sure that ${nameOf(container)} runs as this user, or set USER in its image.`,
      );
    }
  },
});
