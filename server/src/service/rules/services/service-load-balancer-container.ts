import { knownNames } from '../../model/known';
import { nearest } from '../../model/nearest';
import { defineRule, fix, replace, report } from '../rule';

export const rule = defineRule({
  id: 'service-load-balancer-container',
  category: 'networking',
  severity: 'error',
  title: 'A load balancer of a service sends to a container of its task definition',
  why: 'CreateService and UpdateService refuse a load balancer whose container the task definition does not have.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html',
  about: 'request',
  beside: `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 128, "portMappings": [{ "containerPort": 80 }] }
  ]
}`,
  bad: [
    `{
  "serviceName": "web",
  "taskDefinition": "web",
  "loadBalancers": [
    {
      "targetGroupArn": "arn:aws:elasticloadbalancing:us-east-1:210987654321:targetgroup/web/0123456789abcdef",
      "containerName": "ap",
      //               ^^^^
      "containerPort": 80
    }
  ]
}`,
  ],
  fixed: [
    `{
  "serviceName": "web",
  "taskDefinition": "web",
  "loadBalancers": [
    {
      "targetGroupArn": "arn:aws:elasticloadbalancing:us-east-1:210987654321:targetgroup/web/0123456789abcdef",
      "containerName": "app",
      "containerPort": 80
    }
  ]
}`,
  ],
  good: [
    `{
  "serviceName": "web",
  "taskDefinition": "web",
  "loadBalancers": [{ "containerName": "app", "containerPort": 80 }]
}`,
    `{
  "serviceName": "web",
  "taskDefinition": "web",
  "loadBalancers": [{ "containerName": "\${CONTAINER}", "containerPort": 80 }]
}`,
    `{
  "serviceName": "other",
  "taskDefinition": "unknown-here",
  "loadBalancers": [{ "containerName": "else", "containerPort": 80 }]
}`,
  ],

  *checkRequest({ loadBalancers }, { task }) {
    const names = task && knownNames(task.containerDefinitions);
    if (!names) return;
    for (const { containerName } of loadBalancers.items) {
      const { literal } = containerName;
      if (literal === undefined || names.includes(literal)) continue;
      const meant = nearest(literal, names);
      yield report(
        containerName,
        `The task definition has no container '${literal}'. It has ${names.map((name) => `'${name}'`).join(', ')}.`,
        {
          ...(meant !== undefined && { fix: fix(`Change to '${meant}'`, replace(containerName, meant)) }),
          related: [
            { place: task.containerDefinitions, message: 'The containers of the task definition.', elsewhere: true },
          ],
        },
      );
    }
  },
});
