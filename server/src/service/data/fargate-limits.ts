/**
 * Seconds that `startTimeout` and `stopTimeout` can have at most on Fargate.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
export const fargateMaxTimeout = 120;

/**
 * Kernel capabilities that a container on Fargate can add.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KernelCapabilities.html
 */
export const fargateCapabilities: readonly string[] = ['SYS_PTRACE'];

/**
 * Open files that a container on Fargate can have at most (`nofile`).
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#container_definition_limits
 */
export const fargateMaxOpenFiles = 1_048_576;

/**
 * CPU units from which on a task needs the Linux platform version 1.4.0.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
 */
export const fargateLargeCpu = 8192;
