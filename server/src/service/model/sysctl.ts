import type { Sysctl } from '../data/sysctls';

/**
 * The kernel namespace that holds a parameter; undefined for one that no namespace holds.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_SystemControl.html
 */
export function namespaceOf(parameter: string): Sysctl['namespace'] | undefined {
  if (parameter.startsWith('net.')) return 'network';
  return parameter.startsWith('kernel.') || parameter.startsWith('fs.mqueue.') ? 'ipc' : undefined;
}
