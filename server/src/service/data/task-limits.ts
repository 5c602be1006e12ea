/**
 * CPU units of a task outside Fargate. The API reference allows them from the least on; a page on errors says that a task needs
 * a quarter of a vCPU.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html
 */
export const taskCpuUnits = { least: 128, leastByErrorPage: 256, most: 196_608 } as const;

/**
 * CPU shares that the Linux kernel tells apart.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
export const cpuShares = { least: 2, most: 262_144 } as const;

/**
 * MiB that a container needs: the least that Docker 19.03 and Docker 20.10 reserve, and what the agent raises less to on Windows.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 * https://github.com/aws/amazon-ecs-agent/blob/master/agent/api/container/container_windows.go
 */
export const containerMiB = { least: 4, leastSinceDocker20: 6, leastOnWindows: 256 } as const;
