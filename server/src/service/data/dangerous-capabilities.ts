/**
 * Capabilities that lead out of a container, or to what belongs to its host, and what they allow, for a message.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KernelCapabilities.html
 * https://man7.org/linux/man-pages/man7/capabilities.7.html
 */
export const dangerousCapabilities: ReadonlyMap<string | undefined, string> = new Map([
  ['ALL', 'everything that root may do'],
  ['DAC_READ_SEARCH', 'to read any file, past its permissions'],
  ['MAC_ADMIN', 'to change what SELinux or AppArmor enforces'],
  ['MAC_OVERRIDE', 'to ignore what SELinux or AppArmor enforces'],
  ['NET_ADMIN', 'to change addresses, routes and firewalls of its network'],
  ['SYS_ADMIN', 'to mount file systems, and most of what else root may do'],
  ['SYS_BOOT', 'to restart the instance'],
  ['SYS_MODULE', 'to load code into the kernel of the instance'],
  ['SYS_PTRACE', 'to read and change the memory of the processes that it sees'],
  ['SYS_RAWIO', 'to reach memory and devices of the instance directly'],
  ['SYS_TIME', 'to set the clock of the instance'],
]);
