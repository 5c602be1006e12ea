/** A kernel parameter that a container can have for itself. */
export interface Sysctl {
  readonly name: string;
  /** What it sets, in a few words. */
  readonly text: string;
  /** The kernel namespace that holds it: shared ones cannot be set. */
  readonly namespace: 'network' | 'ipc';
}

/**
 * The kernel parameters that are set most. ECS takes `net.*`, `fs.mqueue.*` and the `kernel.*` ones of the IPC namespace.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_SystemControl.html
 * https://docs.kernel.org/networking/ip-sysctl.html
 * https://docs.kernel.org/admin-guide/sysctl/kernel.html
 */
export const sysctls: readonly Sysctl[] = [
  { name: 'net.core.somaxconn', text: 'longest queue of connections not accepted yet', namespace: 'network' },
  { name: 'net.ipv4.ip_local_port_range', text: 'ports for outgoing connections', namespace: 'network' },
  {
    name: 'net.ipv4.ip_unprivileged_port_start',
    text: 'first port open to other users than root',
    namespace: 'network',
  },
  { name: 'net.ipv4.tcp_keepalive_time', text: 'seconds of silence before the first keepalive', namespace: 'network' },
  { name: 'net.ipv4.tcp_keepalive_intvl', text: 'seconds between keepalives', namespace: 'network' },
  {
    name: 'net.ipv4.tcp_keepalive_probes',
    text: 'unanswered keepalives until a connection is dead',
    namespace: 'network',
  },
  { name: 'net.ipv4.tcp_fin_timeout', text: 'seconds to wait for the last FIN', namespace: 'network' },
  { name: 'net.ipv4.tcp_max_syn_backlog', text: 'most half-open connections of a listener', namespace: 'network' },
  { name: 'net.ipv4.tcp_tw_reuse', text: 'reuse of connections in TIME-WAIT', namespace: 'network' },
  { name: 'net.ipv4.tcp_syn_retries', text: 'attempts to open a connection', namespace: 'network' },
  { name: 'net.ipv6.conf.all.disable_ipv6', text: 'whether IPv6 is off', namespace: 'network' },
  { name: 'kernel.msgmax', text: 'largest message, in bytes', namespace: 'ipc' },
  { name: 'kernel.msgmnb', text: 'size of a message queue, in bytes', namespace: 'ipc' },
  { name: 'kernel.msgmni', text: 'most message queues', namespace: 'ipc' },
  { name: 'kernel.sem', text: 'limits of semaphores', namespace: 'ipc' },
  { name: 'kernel.shmall', text: 'all shared memory, in pages', namespace: 'ipc' },
  { name: 'kernel.shmmax', text: 'largest shared memory segment, in bytes', namespace: 'ipc' },
  { name: 'kernel.shmmni', text: 'most shared memory segments', namespace: 'ipc' },
  { name: 'kernel.shm_rmid_forced', text: 'whether shared memory goes with its last user', namespace: 'ipc' },
  { name: 'fs.mqueue.msg_max', text: 'most messages in a POSIX queue', namespace: 'ipc' },
  { name: 'fs.mqueue.queues_max', text: 'most POSIX queues', namespace: 'ipc' },
];
