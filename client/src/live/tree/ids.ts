/** The id of a cluster's row. */
export function clusterId(region: string, clusterArn: string): string {
  return `${region}/${clusterArn}`;
}

/** The id of the row under a cluster that holds its standalone tasks. */
export function standaloneTasksId(region: string, clusterArn: string): string {
  return `${clusterId(region, clusterArn)}#tasks`;
}

/** The id of a service's row. */
export function serviceId(region: string, serviceArn: string): string {
  return `${region}/${serviceArn}`;
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
