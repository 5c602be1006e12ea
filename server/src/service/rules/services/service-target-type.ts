import { networkModeOf } from '../../model/request';
import { literalAt, propertyAt, type Resource } from '../../model/resources';
import { templateExample } from '../request-example';
import { defineRule, report, set, suggestion } from '../rule';

const behind = (mode: string, target: string, mark = '') =>
  templateExample(`"Task": {
  "Type": "AWS::ECS::TaskDefinition",
  "Properties": {
    "Family": "web",
    "NetworkMode": "${mode}",
    "ContainerDefinitions": [
      { "Name": "app", "Image": "nginx:1.27", "Memory": 512, "PortMappings": [{ "ContainerPort": 80 }] }
    ]
  }
},
"Targets": {
  "Type": "AWS::ElasticLoadBalancingV2::TargetGroup",
  "Properties": {
    "Port": 80,
    "Protocol": "HTTP"${target}
  }
},
"Service": {
  "Type": "AWS::ECS::Service",
  "Properties": {
    "TaskDefinition": { "Ref": "Task" },${mode === 'awsvpc' ? '\n    "NetworkConfiguration": { "AwsvpcConfiguration": { "Subnets": ["subnet-0123456789abcdef0"] } },' : ''}
    "LoadBalancers": [
      {
        "ContainerName": "app",
        "ContainerPort": 80,
        "TargetGroupArn": { "Ref": "Targets" }${mark}
      }
    ]
  }
}`);
const here = `
                          ^^^^^^^^^^^^^^^^^^^^`;

export const rule = defineRule({
  id: 'service-target-type',
  category: 'networking',
  severity: 'error',
  title: 'The target group of a service has the kind of target that its tasks are',
  why: 'A task in awsvpc mode has an IP address of its own and is a target by it; in the other modes the instance is the target. CreateService refuses another target group: it “has target type instance, which is incompatible with the awsvpc network mode specified in the task definition.”',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html',
  about: 'template',
  bad: [
    behind('awsvpc', ',\n    "TargetType": "instance"', here),
    behind('awsvpc', '', here),
    behind('bridge', ',\n    "TargetType": "ip"', here),
  ],
  fixed: [
    behind('awsvpc', ',\n    "TargetType": "ip"'),
    behind('awsvpc', ',\n    "TargetType": "ip"'),
    behind('bridge', ',\n    "TargetType": "instance"'),
  ],
  good: [
    behind('awsvpc', ',\n    "TargetType": "ip"'),
    behind('bridge', ''),
    behind('awsvpc', ',\n    "TargetType": { "Ref": "TargetType" }'),
  ],

  *checkRequest(request, { task, template }) {
    const mode = networkModeOf(request, task);
    if (!mode || !template) return;
    for (const { targetGroupArn } of request.loadBalancers.items) {
      const group = template.referred(targetGroupArn);
      const type = group && targetTypeOf(group);
      const fits = mode === 'awsvpc' ? 'ip' : 'instance';
      if (!type || type === fits || (type !== 'ip' && type !== 'instance')) continue;
      yield report(
        targetGroupArn,
        `The target group '${group.id}' has the target type '${type}', and tasks in ${mode} mode are targets by ${mode === 'awsvpc' ? 'IP address' : 'instance'}. Set its TargetType to '${fits}'.`,
        {
          fix: suggestion(
            `Set the TargetType of '${group.id}' to '${fits}'`,
            set(group.properties, 'TargetType', fits),
          ),
          related: [{ place: propertyAt(group.properties, 'TargetType'), message: `The target group '${group.id}'.` }],
        },
      );
    }
  },
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-targetgroup.html */
function targetTypeOf({ type, properties }: Resource): string | undefined {
  if (type !== 'AWS::ElasticLoadBalancingV2::TargetGroup') return undefined;
  const stated = propertyAt(properties, 'TargetType');
  return stated.node ? literalAt(stated) : 'instance';
}
