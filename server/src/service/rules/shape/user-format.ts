import { defineRule, report } from '../rule';

export const rule = defineRule({
  id: 'user-format',
  category: 'correctness',
  severity: 'error',
  title: 'The user is a name or an id, with or without a group',
  why: 'ECS takes user, user:group, uid, uid:gid, user:gid and uid:group, and no negative id.',
  source:
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#container_definition_security',
  bad: [
    `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 128, "user": "1000:" },
//                                                                 ^^^^^^^
    { "name": "side", "image": "busybox:1.36", "memory": 64, "user": "-1" }
//                                                                   ^^^^
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "containerDefinitions": [
    { "name": "a", "image": "nginx:1.27", "memory": 128, "user": "1000:1000" },
    { "name": "b", "image": "nginx:1.27", "memory": 128, "user": "www-data" },
    { "name": "c", "image": "nginx:1.27", "memory": 128, "user": "nginx:0" },
    { "name": "d", "image": "nginx:1.27", "memory": 128, "user": "\${USER_ID}:" }
  ]
}`,
    `{
  "family": "web",
  "runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE" },
  "containerDefinitions": [{ "name": "app", "image": "example/app:1", "memory": 512, "user": "NT AUTHORITY\\\\SYSTEM" }]
}`,
  ],

  *check({ containerDefinitions, isWindows }) {
    if (isWindows !== false) return;
    for (const { user } of containerDefinitions.items) {
      const fault = user.literal ? faultOf(user.literal) : undefined;
      if (fault) yield report(user, `The user '${user.literal}' ${fault}: write a name or an id, as in '1000:1000'.`);
    }
  },
});

function faultOf(user: string): string | undefined {
  const parts = user.split(':');
  if (parts.length > 2) return 'has more than a user and a group';
  if (parts.some((part) => part === '')) return "has nothing on one side of its ':'";
  if (parts.some((part) => part.startsWith('-'))) return 'has a negative id';
  return /\s/.test(user) ? 'holds blanks' : undefined;
}
