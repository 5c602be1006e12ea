import { defineRule, fix, report, set, shown, suggestion } from '../rule';

export const rule = defineRule({
  id: 'fargate-network-mode',
  category: 'compatibility',
  severity: 'error',
  title: 'Tasks on Fargate use the network mode awsvpc',
  why: 'Every task on Fargate has a network interface of its own. ECS refuses other modes, and a missing one too, for a task definition that is to run on Fargate.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html',
  narrows: [
    'invalid-enum-value',
    'managed-instances-network-mode',
    'windows-network-mode',
    'host-mode-multiple-copies',
  ],
  bad: [
    `{
  "family": "web",
  "networkMode": "bridge",
//               ^^^^^^^^
  "requiresCompatibilities": ["FARGATE"],
  "cpu": "256",
  "memory": "512",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27"
    }
  ]
}`,
    `  {
//^
  "family": "web",
  "requiresCompatibilities": ["EC2", "FARGATE"],
  "cpu": "256",
  "memory": "512",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27"
    }
  ]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": "256",
  "memory": "512",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27"
    }
  ]
}`,
    `  {
  "family": "web",
  "requiresCompatibilities": ["EC2", "FARGATE"],
  "cpu": "256",
  "memory": "512",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27"
    }
  ],
  "networkMode": "awsvpc"
}`,
  ],
  good: [
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": "256",
  "memory": "512",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27"
    }
  ]
}`,
    `{
  "family": "web",
  "networkMode": "bridge",
  "requiresCompatibilities": ["EC2"],
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],

  *check(task) {
    const { networkMode, launchType, requiresCompatibilities } = task;
    if (!launchType('FARGATE')) return;
    if (networkMode.present && (networkMode.literal === undefined || networkMode.literal === 'awsvpc')) return;
    // With other launch types in the list the mode was perhaps meant for them.
    const offer = requiresCompatibilities.items.length === 1 ? fix : suggestion;
    yield report(
      networkMode,
      networkMode.present
        ? `Fargate only supports network mode 'awsvpc', not ${shown(networkMode)}.`
        : "Fargate only supports network mode 'awsvpc', and it must be stated.",
      { fix: offer("Set the network mode to 'awsvpc'", set(task.at, 'networkMode', 'awsvpc')) },
    );
  },
});
