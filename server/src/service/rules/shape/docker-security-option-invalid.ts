import { defineRule, report } from '../rule';

export const rule = defineRule({
  id: 'docker-security-option-invalid',
  category: 'correctness',
  severity: 'warning',
  title: 'Docker security options are of the kinds that ECS knows',
  why: 'ECS documents no-new-privileges, apparmor:, label: and credentialspec: only. What becomes of another, such as seccomp:, is not documented.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  bad: [
    `{
  "family": "web",
  "requiresCompatibilities": ["EC2"],
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 128, "dockerSecurityOptions": ["seccomp:unconfined"] }
//                                                                                   ^^^^^^^^^^^^^^^^^^^^
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "requiresCompatibilities": ["EC2"],
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "dockerSecurityOptions": ["no-new-privileges", "apparmor:docker-default", "label:type:svirt_t", "\${OPTION}"]
    }
  ]
}`,
  ],

  *check(task) {
    // Fargate refuses them all, which is another finding.
    if (task.launchType('FARGATE') && !task.launchType('EC2') && !task.launchType('EXTERNAL')) return;
    for (const { dockerSecurityOptions } of task.containerDefinitions.items) {
      for (const item of dockerSecurityOptions.items) {
        if (
          !item.literal ||
          /^(?:no-new-privileges(?:[:=]|$)|(?:apparmor|label|credentialspec)[:=])/.test(item.literal)
        )
          continue;
        yield report(
          item,
          `'${item.literal}' is no security option of ECS: use 'no-new-privileges', 'apparmor:…', 'label:…' or 'credentialspec:…'.`,
        );
      }
    }
  },
});
