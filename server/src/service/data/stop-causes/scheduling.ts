import type { StopGroup } from './cause';
import { spotInterruption } from './stop-codes';

const failedPage = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/failed-to-start-error.html';
const failuresPage = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/api_failures_messages.html';
const eventsPage = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html';
const stoppedPage = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-errors.html';

/**
 * What the service, the cluster and the network did with a task.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-errors.html
 */
export const schedulingCauses: readonly StopGroup[] = [
  {
    begins: /^(?:Task |\(service .{1,300}\) \(task .{1,300}\) )failed container health checks/i,
    causes: [
      {
        id: 'health-check',
        severity: 'error',
        sentence: 'The health check of {container} has failed.',
        fix: 'Try its command within the image: the program has to be there. Give a slow start a longer startPeriod.',
        url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/healthcheck.html',
        at: 'health-check',
      },
    ],
  },
  {
    begins: /^Task failed ELB health checks in |^\(service .{1,300}\) .{0,300}is unhealthy in \(?target-group/i,
    causes: [
      {
        id: 'health-load-balancer',
        severity: 'error',
        sentence: 'The load balancer found the task unhealthy.',
        fix: 'Check path, port and answer of the health check in the target group, the security groups between them, and healthCheckGracePeriodSeconds for a slow start.',
        url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshoot-service-load-balancers.html',
        at: 'container-port',
      },
    ],
  },
  {
    begins: /^Scaling activity initiated by /i,
    causes: [
      {
        id: 'scaled',
        severity: 'information',
        sentence: 'The service needs this task no longer: it was scaled in, or a deployment replaced it.',
        fix: 'There is nothing to do.',
        url: stoppedPage,
        at: 'task',
      },
    ],
  },
  {
    begins: /^Your Spot Task was interrupted/i,
    causes: [spotInterruption],
  },
  {
    begins:
      /^Host EC2 \(instance [^)]{1,40}\) (?:stopped|terminated)|^Container instance deregistration forced by user/i,
    causes: [
      {
        id: 'host-gone',
        severity: 'information',
        sentence: 'The container instance of the task was stopped, terminated or deregistered.',
        fix: 'A service starts another task. Drain instances before they go.',
        url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/container-instance-draining.html',
        at: 'task',
      },
    ],
  },
  {
    begins: /^(?:Service [^\s:]{1,255}: )?ECS is performing maintenance on the underlying infrastructure/i,
    causes: [
      {
        id: 'maintenance',
        severity: 'information',
        sentence: 'AWS retired what the task ran on, to maintain it.',
        fix: 'A service starts another task by itself; run a standalone one again.',
        url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-maintenance.html',
        at: 'task',
      },
    ],
  },
  {
    begins:
      /^Unexpected EC2 error while attempting to |^Timeout waiting for network interface provisioning to complete|^Network interface provision complete error timeout|^ResourceInitializationError: failed to configure ENI|^Unable to attach network interface to unused device index/i,
    causes: [
      {
        id: 'network-addresses',
        severity: 'error',
        says: /InsufficientFreeAddressesInSubnet|insufficient free addresses|with public IP assignment enabled in subnet '[^']{0,60}'?\.?$/i,
        sentence: 'The subnet has no free IP address for the task.',
        fix: 'Run the task in a larger subnet, or in more of them.',
        url: failedPage,
        at: 'network-mode',
      },
      {
        id: 'network-tag-policy',
        severity: 'error',
        says: /TagPolicyViolation/i,
        sentence: 'A tag policy of your organization forbids the network interface of the task.',
        fix: 'Give the task the tags that the policy wants, or change the policy.',
        url: failedPage,
        at: 'network-mode',
      },
      {
        id: 'network-device-index',
        severity: 'error',
        says: /^Unable to attach network interface to unused device index/i,
        sentence: 'The container instance can take no further network interface.',
        fix: 'Turn on ENI trunking, use larger instances, or let fewer tasks share one.',
        url: failedPage,
        at: 'network-mode',
      },
      {
        id: 'network-interface',
        severity: 'warning',
        sentence: 'The network interface of the task was not ready.',
        fix: 'Run the task again. Where it lasts: check free addresses of the subnet, and the limits for network interfaces and API calls.',
        url: failedPage,
        at: 'network-mode',
      },
    ],
  },
  {
    begins: /^(?:\w+: )?(?:Fargate )?Capacity is unavailable at this time/i,
    causes: [
      {
        id: 'no-fargate-capacity',
        severity: 'warning',
        sentence: 'AWS has no capacity for this size there at present.',
        fix: 'Wait, allow subnets in more zones, or ask for another size. On Spot, give FARGATE a share too.',
        url: eventsPage,
        at: 'task-cpu',
      },
    ],
  },
  {
    begins: /^RESOURCE:|^(?:\w+: )?No Container Instances were found in your (?:cluster|capacity provider)/i,
    causes: [
      {
        id: 'no-instance-cpu',
        severity: 'warning',
        says: /^RESOURCE:CPU\b/i,
        sentence: 'No container instance has so much CPU left.',
        fix: 'Add instances or larger ones, or ask for less.',
        url: failuresPage,
        at: 'task-cpu',
      },
      {
        id: 'no-instance-memory',
        severity: 'warning',
        says: /^RESOURCE:MEMORY\b/i,
        sentence: 'No container instance has so much memory left.',
        fix: 'Add instances or larger ones, or ask for less.',
        url: failuresPage,
        at: 'task-memory',
      },
      {
        id: 'no-instance-port',
        severity: 'warning',
        says: /^RESOURCE:PORTS?\b/i,
        sentence: 'A host port is taken on every container instance.',
        fix: 'Take hostPort out for a free one, add instances, or use the network mode awsvpc.',
        url: failuresPage,
        at: 'host-port',
      },
      {
        id: 'no-instance-interface',
        severity: 'warning',
        says: /^RESOURCE:ENI\b/i,
        sentence: 'No container instance can take another network interface.',
        fix: 'Add instances, or turn on ENI trunking.',
        url: failuresPage,
        at: 'network-mode',
      },
      {
        id: 'no-instance-gpu',
        severity: 'warning',
        says: /^RESOURCE:GPU\b/i,
        sentence: 'No container instance has so many GPUs left.',
        fix: 'Add instances with GPUs.',
        url: failuresPage,
        at: 'gpu',
      },
      {
        id: 'no-instance',
        severity: 'warning',
        sentence: 'The cluster has no container instance that can take the task.',
        fix: 'Add instances, use a capacity provider, or run the task on Fargate.',
        url: eventsPage,
        at: 'launch-type',
      },
    ],
  },
  {
    begins: /^ATTRIBUTE\b/,
    causes: [
      {
        id: 'no-instance-attribute',
        severity: 'warning',
        sentence: 'No container instance has an attribute that the task definition needs.',
        fix: 'Check placementConstraints, log drivers and runtimePlatform, and the version of the agent.',
        url: failuresPage,
        at: 'constraint',
      },
    ],
  },
  {
    begins: /^AGENT$/,
    causes: [
      {
        id: 'agent-disconnected',
        severity: 'information',
        sentence: 'The agent of the container instance is not connected.',
        fix: 'Mend or replace the instance.',
        url: failedPage,
        at: 'task',
      },
    ],
  },
  {
    begins: /^The selected task definition is not compatible with the selected compute strategy/i,
    causes: [
      {
        id: 'launch-type',
        severity: 'error',
        sentence: 'The task definition is not for the capacity that it was to run on.',
        fix: 'Add the launch type to requiresCompatibilities, or run the task elsewhere.',
        url: failedPage,
        at: 'launch-type',
      },
    ],
  },
  {
    begins: /^InternalError\b/,
    causes: [
      {
        id: 'internal-error',
        severity: 'information',
        sentence: 'Something went wrong within AWS.',
        fix: 'Run the task again.',
        url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/internal-error.html',
        at: 'task',
      },
    ],
  },
];
