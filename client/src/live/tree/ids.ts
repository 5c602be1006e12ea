// `scope` is the connection's, by `scopeOf`: one ARN may be seen through two profiles.

/** The id of the row of a connection, where several are shown. */
export function connectionId(scope: string): string {
  return `connection:${scope}`;
}

/** The id of a cluster's row. */
export function clusterId(scope: string, clusterArn: string): string {
  return `${scope}/${clusterArn}`;
}

/** The id of the row under a cluster that holds its standalone tasks. */
export function standaloneTasksId(scope: string, clusterArn: string): string {
  return groupId(clusterId(scope, clusterArn), 'tasks');
}

/** The id of a service's row. */
export function serviceId(scope: string, serviceArn: string): string {
  return `${scope}/${serviceArn}`;
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
export function pathToTask(scope: string, clusterArn: string, taskArn: string): readonly string[] {
  const tasks = standaloneTasksId(scope, clusterArn);
  return [clusterId(scope, clusterArn), tasks, childId(tasks, taskArn)];
}

/** The ids from the root to a service's row. */
export function pathToService(scope: string, clusterArn: string, serviceArn: string): readonly string[] {
  return [clusterId(scope, clusterArn), serviceId(scope, serviceArn)];
}

/** The ids from the root to the row of a task that a service started. */
export function pathToServiceTask(
  scope: string,
  clusterArn: string,
  serviceArn: string,
  taskArn: string,
): readonly string[] {
  const tasks = groupId(serviceId(scope, serviceArn), 'tasks');
  return [...pathToService(scope, clusterArn, serviceArn), tasks, childId(tasks, taskArn)];
}
