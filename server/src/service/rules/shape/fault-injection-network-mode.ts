import { defineRule, remove, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'fault-injection-network-mode',
  category: 'compatibility',
  severity: 'warning',
  title: 'Fault injection is enabled where it works: on Linux, in the network modes awsvpc and host',
  why: 'The fault injection endpoints of ECS are there for Linux tasks in the network modes awsvpc and host alone.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fault-injection.html',
  narrows: ['fault-injection-enabled'],
  bad: [
    `{
  "family": "web",
  "networkMode": "bridge",
  "enableFaultInjection": true,
//                        ^^^^
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "networkMode": "bridge",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],
  good: [
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "enableFaultInjection": true,
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
    `{
  "family": "web",
  "networkMode": "\${MODE}",
  "enableFaultInjection": true,
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],

  *check({ enableFaultInjection, effectiveNetworkMode, isWindows }) {
    if (enableFaultInjection.literal !== true) return;
    const fits = effectiveNetworkMode === undefined || /^(?:awsvpc|host)$/.test(effectiveNetworkMode);
    if (fits && !isWindows) return;
    const found = isWindows ? 'a task on Windows' : `the network mode '${effectiveNetworkMode}'`;
    yield report(
      enableFaultInjection,
      `Fault injection does not work in ${found}: it needs Linux and the network mode 'awsvpc' or 'host'.`,
      { fix: suggestion("Remove 'enableFaultInjection'", remove(enableFaultInjection)) },
    );
  },
});
