import { defineRule, remove, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'fault-injection-enabled',
  category: 'security',
  severity: 'hint',
  title: 'Fault injection is off where no experiment runs',
  why: "With it the task's containers, and whoever gets into one, may ask ECS to drop or delay the task's traffic. Keep it out of production unless an experiment needs it.",
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fault-injection.html',
  bad: [
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "enableFaultInjection": true,
//                        ^^^^
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],
  good: [
    `{
  "family": "web",
  "enableFaultInjection": false,
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],

  *check({ enableFaultInjection }) {
    if (enableFaultInjection.literal !== true) return;
    yield report(
      enableFaultInjection,
      "The task's containers may inject faults into its network. Remove this where no experiment runs.",
      { fix: suggestion("Remove 'enableFaultInjection'", remove(enableFaultInjection)) },
    );
  },
});
