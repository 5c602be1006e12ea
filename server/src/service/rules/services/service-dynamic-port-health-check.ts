import type { Place } from '../../model/field';
import { networkModeOf } from '../../model/request';
import { literalAt, propertyAt } from '../../model/resources';
import { templateExample } from '../request-example';
import { defineRule, replace, report, suggestion } from '../rule';

const checkedAt = (port: string, mapping = '{ "ContainerPort": 80, "HostPort": 0 }') =>
  templateExample(`"Task": {
  "Type": "AWS::ECS::TaskDefinition",
  "Properties": {
    "Family": "web",
    "NetworkMode": "bridge",
    "ContainerDefinitions": [
      { "Name": "app", "Image": "nginx:1.27", "Memory": 512, "PortMappings": [${mapping}] }
    ]
  }
},
"Targets": {
  "Type": "AWS::ElasticLoadBalancingV2::TargetGroup",
  "Properties": {
    "Port": 80,
    "Protocol": "HTTP",
    "HealthCheckPort": ${port}
  }
},
"Service": {
  "Type": "AWS::ECS::Service",
  "Properties": {
    "TaskDefinition": { "Ref": "Task" },
    "LoadBalancers": [
      { "ContainerName": "app", "ContainerPort": 80, "TargetGroupArn": { "Ref": "Targets" } }
    ]
  }
}`);

export const rule = defineRule({
  id: 'service-dynamic-port-health-check',
  category: 'networking',
  severity: 'warning',
  title: 'Tasks with dynamic host ports are checked at the port of their traffic',
  why: 'Every task listens on another port of its instance. A health check at one fixed port finds nobody there, and ECS replaces the tasks again and again.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb.html',
  about: 'template',
  bad: [
    checkedAt(`"80"
                       ^^^^`),
  ],
  fixed: [checkedAt('"traffic-port"')],
  good: [
    checkedAt('"traffic-port"'),
    checkedAt('{ "Ref": "Port" }'),
    checkedAt('"80"', '{ "ContainerPort": 80, "HostPort": 80 }'),
  ],

  *checkRequest(request, { task, template }) {
    if (!task || !template || networkModeOf(request, task) !== 'bridge') return;
    for (const { containerName, containerPort, targetGroupArn } of request.loadBalancers.items) {
      const group = template.referred(targetGroupArn);
      if (group?.type !== 'AWS::ElasticLoadBalancingV2::TargetGroup') continue;
      const check = propertyAt(group.properties, 'HealthCheckPort');
      if (!isNumber(check)) continue;
      const mapped = task.ports.find(
        ({ container, mapping }) =>
          container.name.literal === containerName.literal && mapping.containerPort.literal === containerPort.literal,
      );
      const host = mapped?.mapping.hostPort;
      if (!host || containerPort.literal === undefined || (host.present && host.literal !== 0)) continue;
      yield report(
        check,
        `The container port ${containerPort.literal} of '${containerName.literal}' gets another host port in every task, so nothing answers this check. Use 'traffic-port'.`,
        {
          fix: suggestion("Change to 'traffic-port'", replace(check, 'traffic-port')),
          related: [
            { place: host, message: 'The port of the instance is chosen when a task starts.', elsewhere: true },
          ],
        },
      );
    }
  },
});

function isNumber(place: Place): boolean {
  return place.node?.type === 'number' || /^\d+$/.test(literalAt(place) ?? '');
}
