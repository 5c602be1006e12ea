import type { TaskDefinition } from '../../model/task-definition';
import { safe } from '../complete-proposals';
import { type SketchObject, stop } from './sketch';
import { regionOf } from './snippet';

/** Pieces that snippets of requests are made of; `first` is the number of their first tab stop. */

/** Two subnets in different zones and a security group: two to four stops. */
export function network(first: number, assignPublicIp: 'ENABLED' | 'DISABLED' = 'DISABLED'): SketchObject {
  return {
    awsvpcConfiguration: {
      subnets: [`subnet-\${${first}:0123456789abcdef0}`, `subnet-\${${first + 1}:0123456789abcdef1}`],
      securityGroups: [`sg-\${${first + 2}:0123456789abcdef0}`],
      assignPublicIp,
    },
  };
}

/** A deployment whose tasks do not start or stay healthy goes back to the last one that did. */
export const circuitBreaker: SketchObject = { enable: true, rollback: true };

/** As many new tasks beside the old ones before those are stopped, and back when they fail. */
export const rollingUpdate: SketchObject = {
  minimumHealthyPercent: 100,
  maximumPercent: 200,
  deploymentCircuitBreaker: circuitBreaker,
};

/** A target group that sends to the first container with a port: one to three stops. */
export function targetGroup(first: number, task: TaskDefinition | undefined): SketchObject {
  const container = task?.containerDefinitions.items.find(({ portMappings }) => portMappings.items.length > 0);
  const port = container?.portMappings.items.find(({ containerPort }) => containerPort.literal)?.containerPort.literal;
  return {
    targetGroupArn: targetGroupArn(`\${${first}:web/0123456789abcdef}`, task),
    containerName: `\${${first + 1}:${safe(container?.name.literal)}}`,
    containerPort: stop(first + 2, port ?? 8080),
  };
}

export function targetGroupArn(name: string, task: TaskDefinition | undefined): string {
  return `arn:aws:elasticloadbalancing:${task ? regionOf(task) : 'us-east-1'}:111122223333:targetgroup/${name}`;
}

/** Over zones first, then few instances. */
export const spreadThenPack: readonly SketchObject[] = [
  { type: 'spread', field: 'attribute:ecs.availability-zone' },
  { type: 'binpack', field: 'memory' },
];
