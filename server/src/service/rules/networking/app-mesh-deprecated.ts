import { defineRule, report } from '../rule';

export const rule = defineRule({
  id: 'app-mesh-deprecated',
  category: 'style',
  severity: 'warning',
  title: 'A task does not depend on App Mesh',
  why: 'AWS ended its support of App Mesh on 30 September 2026: meshes can no longer be reached, so a proxy that takes its configuration from one does not start. ECS Service Connect does the same without a proxy of your own.',
  source: 'https://docs.aws.amazon.com/app-mesh/latest/userguide/what-is-app-mesh.html',
  bad: [
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "proxyConfiguration": {
//^^^^^^^^^^^^^^^^^^^^
    "type": "APPMESH",
    "containerName": "envoy",
    "properties": [
      { "name": "IgnoredUID", "value": "1337" },
      { "name": "ProxyIngressPort", "value": "15000" },
      { "name": "ProxyEgressPort", "value": "15001" },
      { "name": "AppPorts", "value": "8080" },
      { "name": "EgressIgnoredIPs", "value": "169.254.170.2" }
    ]
  },
  "containerDefinitions": [{ "name": "envoy", "image": "envoy:1.32", "memory": 128, "user": "1337" }]
}`,
  ],
  good: [
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "proxyConfiguration": { "type": "\${PROXY_TYPE}", "containerName": "envoy" },
  "containerDefinitions": [{ "name": "envoy", "image": "envoy:1.32", "memory": 128 }]
}`,
  ],

  *check({ proxyConfiguration }) {
    if (proxyConfiguration.type.literal !== 'APPMESH') return;
    yield report(
      proxyConfiguration.at,
      'AWS App Mesh ended on 30 September 2026. Use ECS Service Connect instead of a proxy of your own.',
    );
  },
});
