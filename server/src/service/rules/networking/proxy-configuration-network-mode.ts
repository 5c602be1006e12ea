import { defineRule, report, set, suggestion } from '../rule';

export const rule = defineRule({
  id: 'proxy-configuration-network-mode',
  category: 'networking',
  severity: 'error',
  title: 'A task with a proxy configuration is in awsvpc mode',
  why: 'ECS redirects the traffic of a task to its proxy in the network interface of the task, which only awsvpc mode gives it. In other modes ECS refuses the configuration.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ProxyConfiguration.html',
  bad: [
    `{
  "family": "web",
  "networkMode": "bridge",
  "proxyConfiguration": {
//^^^^^^^^^^^^^^^^^^^^
    "type": "APPMESH",
    "containerName": "envoy",
    "properties": [
      { "name": "IgnoredUID", "value": "1337" },
      { "name": "ProxyIngressPort", "value": "15000" },
      { "name": "ProxyEgressPort", "value": "15001" },
      { "name": "AppPorts", "value": "8080" },
      { "name": "EgressIgnoredIPs", "value": "169.254.170.2,169.254.169.254" }
    ]
  },
  "containerDefinitions": [
    { "name": "app", "image": "app:1.0", "memory": 128 },
    { "name": "envoy", "image": "envoy:1.32", "memory": 128, "user": "1337" }
  ]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "proxyConfiguration": {
    "type": "APPMESH",
    "containerName": "envoy",
    "properties": [
      { "name": "IgnoredUID", "value": "1337" },
      { "name": "ProxyIngressPort", "value": "15000" },
      { "name": "ProxyEgressPort", "value": "15001" },
      { "name": "AppPorts", "value": "8080" },
      { "name": "EgressIgnoredIPs", "value": "169.254.170.2,169.254.169.254" }
    ]
  },
  "containerDefinitions": [
    { "name": "app", "image": "app:1.0", "memory": 128 },
    { "name": "envoy", "image": "envoy:1.32", "memory": 128, "user": "1337" }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "networkMode": "\${MODE}",
  "proxyConfiguration": { "type": "APPMESH", "containerName": "envoy" },
  "containerDefinitions": [{ "name": "envoy", "image": "envoy:1.32", "memory": 128 }]
}`,
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "proxyConfiguration": { "type": "APPMESH", "containerName": "envoy" },
  "containerDefinitions": [{ "name": "envoy", "image": "envoy:1.32", "memory": 128 }]
}`,
  ],
  narrows: ['proxy-configuration-container', 'proxy-configuration-properties', 'windows-unsupported-parameter'],

  *check(task) {
    const mode = task.onlyNetworkMode;
    if (!task.proxyConfiguration.present || mode === undefined || mode === 'awsvpc') return;
    // External instances have no proxy in any mode: an error of its own.
    if (task.launchType('EXTERNAL')) return;
    yield report(
      task.proxyConfiguration.at,
      `A proxy configuration works in awsvpc mode only, and this task is in ${mode} mode.`,
      {
        fix: suggestion("Set networkMode to 'awsvpc'", set(task.at, 'networkMode', 'awsvpc')),
        ...(task.networkMode.present && { related: [{ place: task.networkMode, message: 'The network mode' }] }),
      },
    );
  },
});
