import { startFakeEcs } from '../support/fake-ecs/index';
import { viewSuite } from './support/view-suite';

// The same suite runs against an endpoint that nobody here wrote (test/moto/view.test.ts).
viewSuite(async () => {
  const ecs = await startFakeEcs();
  const orders = (tag: number) => ({
    family: 'orders',
    requiresCompatibilities: ['FARGATE' as const],
    networkMode: 'awsvpc' as const,
    cpu: '256',
    memory: '512',
    containerDefinitions: [
      { name: 'orders', image: `orders:${tag}`, memory: 512, portMappings: [{ containerPort: 8080 }] },
    ],
  });
  for (const tag of [1, 2, 3]) ecs.addTaskDefinition(orders(tag));
  ecs.deregister('orders:1');
  ecs.addTaskDefinition({ family: 'agent', containerDefinitions: [{ name: 'agent', image: 'agent:1', memory: 64 }] });
  ecs.addCluster('deleted', { status: 'INACTIVE' });
  ecs.addCluster('idle', { containerInstances: 0 });
  ecs.addCluster('machines', { containerInstances: 1 });
  ecs.addTask('machines', { taskDefinition: 'agent', launchType: 'EC2' });
  ecs.addCluster('mixed', {
    containerInstances: 0,
    capacityProviders: ['FARGATE', 'FARGATE_SPOT'],
    defaultStrategy: [{ capacityProvider: 'FARGATE', base: 1, weight: 2 }],
  });
  const targetGroupArn = ecs.addTargetGroup('shop', { targets: [{ id: '172.31.0.7', port: 80 }] });
  ecs.addService('mixed', 'shop', {
    taskDefinition: 'orders',
    desiredCount: 2,
    loadBalancers: [{ targetGroupArn, containerName: 'orders', containerPort: 8080 }],
  });
  ecs.scale('mixed', 'shop', {
    min: 2,
    max: 10,
    policies: [
      {
        PolicyName: 'cpu',
        PolicyType: 'TargetTrackingScaling',
        TargetTrackingScalingPolicyConfiguration: {
          TargetValue: 75,
          PredefinedMetricSpecification: { PredefinedMetricType: 'ECSServiceAverageCPUUtilization' },
        },
      },
    ],
  });
  ecs.measure('mixed/shop', { CPUUtilization: [40] });
  ecs.addTask('mixed', { taskDefinition: 'orders' });
  ecs.addTask('mixed', { taskDefinition: 'orders', status: 'STOPPED', stoppedReason: 'No longer wanted' });
  return { url: ecs.url, lacks: [], now: ecs.clock.now, stop: ecs.close };
});
