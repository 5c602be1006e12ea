/**
 * Ports that every container instance keeps for itself, and what uses them.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html
 */
export const reservedHostPorts: ReadonlyMap<number, string> = new Map([
  [22, 'SSH'],
  [2375, 'Docker'],
  [2376, 'Docker'],
  [51678, 'the ECS agent'],
  [51679, 'the ECS agent'],
  [51680, 'the ECS agent'],
]);

/**
 * Reserved ports that an instance can have at a time, and what is left of them for tasks: the instance has five itself, and 51680
 * only where the agent offers metrics.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html
 */
export const mostReservedPorts = 100;
export const mostTaskPorts = mostReservedPorts - 5;

/**
 * From here on Linux gives ports to whoever asks for any; Windows from 49152.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html
 */
export const firstEphemeralPort = 32768;

/**
 * Services that hold data or administer a host, by the port they listen on.
 * https://www.iana.org/assignments/service-names-port-numbers/service-names-port-numbers.xhtml
 */
export const dataServicePorts: ReadonlyMap<number, string> = new Map([
  [2375, 'Docker'],
  [3306, 'MySQL'],
  [5432, 'PostgreSQL'],
  [6379, 'Redis'],
  [9200, 'Elasticsearch'],
  [27017, 'MongoDB'],
]);
