import type { Place } from '../../model/field';
import { isFunction, literalAt, propertyAt } from '../../model/resources';
import { templateExample } from '../request-example';
import { append, defineRule, placeOf, replace, report, set, suggestion } from '../rule';

const cluster = (settings: string) =>
  templateExample(`"Cluster": {
  "Type": "AWS::ECS::Cluster",
  "Properties": {
    "ClusterName": "main"${settings}
  }
}`);
const enhanced = { Name: 'containerInsights', Value: 'enhanced' };

export const rule = defineRule({
  id: 'cluster-container-insights',
  category: 'security',
  severity: 'hint',
  title: 'Clusters report to Container Insights',
  why: 'Container Insights collects the metrics of services and tasks, without which trouble is seen late. An account can enable it for all new clusters; a template that says so does not depend on that.',
  source: 'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-12',
  controls: ['ECS.12'],
  about: 'template',
  bad: [
    templateExample(`"Cluster": {
  "Type": "AWS::ECS::Cluster",
  "Properties": {
  ^^^^^^^^^^^^
    "ClusterName": "main"
  }
}`),
    cluster(`,
    "ClusterSettings": [{ "Name": "containerInsights", "Value": "disabled" }]
    ^^^^^^^^^^^^^^^^^`),
    templateExample(`"Cluster": { "Type": "AWS::ECS::Cluster" }
^^^^^^^^^`),
  ],
  fixed: [
    cluster(`,
    "ClusterSettings": [
      {
        "Name": "containerInsights",
        "Value": "enhanced"
      }
    ]`),
    cluster(`,
    "ClusterSettings": [{ "Name": "containerInsights", "Value": "enhanced" }]`),
    templateExample(
      '"Cluster": { "Type": "AWS::ECS::Cluster", "Properties": { "ClusterSettings": [{ "Name": "containerInsights", "Value": "enhanced" }] } }',
    ),
  ],
  good: [
    cluster(', "ClusterSettings": [{ "Name": "containerInsights", "Value": "enabled" }]'),
    cluster(', "ClusterSettings": [{ "Name": "containerInsights", "Value": { "Ref": "Insights" } }]'),
    cluster(', "ClusterSettings": { "Ref": "Settings" }'),
    templateExample('"Service": { "Type": "AWS::ECS::Service", "Properties": { "TaskDefinition": "web" } }'),
  ],

  *checkTemplate(template) {
    for (const { id, properties } of template.ofType('AWS::ECS::Cluster')) {
      const settings = propertyAt(properties, 'ClusterSettings');
      const { node } = settings;
      if (isFunction(properties) || (node && node.type !== 'array')) continue;
      const items = node?.type === 'array' ? node.items.map(placeOf) : [];
      const own = items.find((item) => literalAt(propertyAt(item, 'Name')) === enhanced.Name);
      const value = own && propertyAt(own, 'Value');
      // A setting that is filled in may be this one.
      if (value ? literalAt(value) !== 'disabled' : items.some(isUnknown)) continue;
      yield report(
        settings,
        `The cluster '${id}' has no Container Insights. Set containerInsights to 'enhanced', or to 'enabled' for fewer metrics.`,
        { fix: suggestion("Set containerInsights to 'enhanced'", enable(properties, settings, value)) },
      );
    }
  },
});

function enable(properties: Place, settings: Place, value: Place | undefined) {
  if (value) return replace(value, enhanced.Value);
  if (settings.node) return append(settings, enhanced);
  return properties.node
    ? set(properties, 'ClusterSettings', [enhanced])
    : set(properties, 'Properties', { ClusterSettings: [enhanced] });
}

function isUnknown(item: Place): boolean {
  return literalAt(propertyAt(item, 'Name')) === undefined;
}
