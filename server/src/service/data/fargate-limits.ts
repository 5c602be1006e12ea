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
