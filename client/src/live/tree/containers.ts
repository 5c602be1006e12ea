import { factSheet } from '../markdown';
import type { Container, ManagedAgent, PortBinding, Task, Translate } from '../ports';
import { statusWord } from '../task-state';
import { childId } from './ids';
import type { TreeNode } from './node';
import { joined } from './words';

/** A container of a task: a leaf. */
export function containerRow(parentId: string, container: Container, task: Task, t: Translate): TreeNode {
  const { name, lastStatus, exitCode, reason, image } = container;
  const health = container.health === 'UNKNOWN' ? undefined : container.health?.toLowerCase();
  const description = [
    statusWord(lastStatus, t),
    health,
    exitCode !== undefined && lastStatus === 'STOPPED' ? t('exit code {0}', exitCode) : undefined,
    reason,
  ]
    .filter(Boolean)
    .join(' · ');
  return {
    id: childId(parentId, name),
    label: name,
    description,
    icon: { name: 'package' },
    accessibleLabel: t('Container {0}, {1}', name, description),
    tooltip: () =>
      factSheet(name, [
        [t('Status'), statusWord(lastStatus, t)],
        [t('Health'), health],
        [t('Image'), image],
        [t('Digest'), container.imageDigest],
        [t('Exit code'), exitCode?.toString()],
        [t('Reason'), reason],
        [t('Ports'), container.ports?.map(port).join(', ')],
        [t('Private IP address'), container.privateIp],
        [t('Agents'), container.agents?.map((agent) => agentState(agent, t)).join('; ')],
      ]),
    context: 'container',
    clusterArn: task.clusterArn,
    taskArn: task.arn,
  };
}

function port({ containerPort, hostPort, protocol }: PortBinding): string {
  const ports = hostPort === undefined || hostPort === containerPort ? containerPort : `${hostPort} → ${containerPort}`;
  return joined([ports, protocol], '/');
}

function agentState({ name, status, reason }: ManagedAgent, t: Translate): string {
  return `${name}: ${joined([statusWord(status, t), reason], ', ')}`;
}
