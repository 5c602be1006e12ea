/** The id of a cluster's row. */
export function clusterId(region: string, clusterArn: string): string {
  return `${region}/${clusterArn}`;
}

/** The id of the row under a cluster that holds its standalone tasks. */
export function standaloneTasksId(region: string, clusterArn: string): string {
  return groupId(clusterId(region, clusterArn), 'tasks');
}

/** The id of a service's row. */
export function serviceId(region: string, serviceArn: string): string {
  return `${region}/${serviceArn}`;
}

/** The id of a row that holds what belongs to its parent: tasks, events … */
export function groupId(parentId: string, name: string): string {
  return `${parentId}#${name}`;
}

/** The id of a row below another one; the parent keeps it unique where one thing can be reached in two ways. */
export function childId(parentId: string, key: string): string {
  return `${parentId}>${key}`;
}

/** The ids from the root to a standalone task's row: cluster, its Tasks row, task. */
export function pathToTask(region: string, clusterArn: string, taskArn: string): readonly string[] {
  const tasks = standaloneTasksId(region, clusterArn);
  return [clusterId(region, clusterArn), tasks, childId(tasks, taskArn)];
}

/** The ids from the root to a service's row. */
export function pathToService(region: string, clusterArn: string, serviceArn: string): readonly string[] {
  return [clusterId(region, clusterArn), serviceId(region, serviceArn)];
}

/** The ids from the root to the row of a task that a service started. */
export function pathToServiceTask(
  region: string,
  clusterArn: string,
  serviceArn: string,
  taskArn: string,
): readonly string[] {
  const tasks = groupId(serviceId(region, serviceArn), 'tasks');
  return [...pathToService(region, clusterArn, serviceArn), tasks, childId(tasks, taskArn)];
}
