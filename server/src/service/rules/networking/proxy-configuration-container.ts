import { isKnown, knownNames } from '../../model/known';
import { nearest } from '../../model/nearest';
import { defineRule, fix, replace, report } from '../rule';

export const rule = defineRule({
  id: 'proxy-configuration-container',
  category: 'networking',
  severity: 'error',
  title: 'A proxy configuration names a container of the task',
  why: 'The proxy is one of the containers of the task. ECS refuses a configuration that names none of them.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ProxyConfiguration.html',
  bad: [
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "proxyConfiguration": {
    "containerName": "envoi",
//                   ^^^^^^^
    "properties": [
      { "name": "IgnoredUID", "value": "1337" },
      { "name": "ProxyIngressPort", "value": "15000" },
      { "name": "ProxyEgressPort", "value": "15001" },
      { "name": "AppPorts", "value": "8080" },
      { "name": "EgressIgnoredIPs", "value": "169.254.170.2" }
    ]
  },
  "containerDefinitions": [
    { "name": "app", "image": "app:1.0", "memory": 128 },
    { "name": "envoy", "image": "envoy:1.32", "memory": 128, "user": "1337" }
  ]
}`,
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "proxyConfiguration": {
//^^^^^^^^^^^^^^^^^^^^
    "properties": [
      { "name": "IgnoredUID", "value": "1337" },
      { "name": "ProxyIngressPort", "value": "15000" },
      { "name": "ProxyEgressPort", "value": "15001" },
      { "name": "AppPorts", "value": "8080" },
      { "name": "EgressIgnoredIPs", "value": "169.254.170.2" }
    ]
  },
  "containerDefinitions": [{ "name": "app", "image": "app:1.0", "memory": 128 }]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "proxyConfiguration": {
    "containerName": "envoy",
    "properties": [
      { "name": "IgnoredUID", "value": "1337" },
      { "name": "ProxyIngressPort", "value": "15000" },
      { "name": "ProxyEgressPort", "value": "15001" },
      { "name": "AppPorts", "value": "8080" },
      { "name": "EgressIgnoredIPs", "value": "169.254.170.2" }
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
  "networkMode": "awsvpc",
  "proxyConfiguration": { "containerName": "envoy" },
  "containerDefinitions": [{ "name": "envoy", "image": "envoy:1.32", "memory": 128 }]
}`,
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "proxyConfiguration": { "containerName": "envoy" },
  "containerDefinitions": [{ "name": "\${PROXY}", "image": "envoy:1.32", "memory": 128 }]
}`,
  ],

  *check(task) {
    const { proxyConfiguration, containerDefinitions } = task;
    if (!proxyConfiguration.present || !isKnown(proxyConfiguration.at)) return;
    const { containerName } = proxyConfiguration;
    if (!containerName.present)
      yield report(containerName, 'The proxy configuration names no container: set containerName to the proxy.');
    const name = containerName.literal;
    const names = knownNames(containerDefinitions);
    if (name === undefined || !names || names.includes(name)) return;
    const meant = nearest(name, names);
    yield report(
      containerName,
      `There is no container '${name}' in this task${meant ? `. Did you mean '${meant}'?` : ' to be the proxy.'}`,
      meant ? { fix: fix(`Change to '${meant}'`, replace(containerName, meant)) } : {},
    );
  },
});
