/** One CPU size of Fargate with the memory it can have. */
export interface FargateCpu {
  /** CPU units, 1024 = 1 vCPU. */
  readonly cpu: number;
  /** MiB, ascending. */
  readonly memory: readonly number[];
  /** Windows tasks can have 1, 2 or 4 vCPU only. */
  readonly windows: boolean;
}

/**
 * Task sizes of Fargate, ascending.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-size
 */
export const fargateSizes: readonly FargateCpu[] = [
  { cpu: 256, memory: [512, 1024, 2048], windows: false },
  { cpu: 512, memory: steps(1024, 4096, 1024), windows: false },
  { cpu: 1024, memory: steps(2048, 8192, 1024), windows: true },
  { cpu: 2048, memory: steps(4096, 16_384, 1024), windows: true },
  { cpu: 4096, memory: steps(8192, 30_720, 1024), windows: true },
  { cpu: 8192, memory: steps(16_384, 61_440, 4096), windows: false },
  { cpu: 16_384, memory: steps(32_768, 122_880, 8192), windows: false },
  { cpu: 32_768, memory: [61_440, 122_880, 249_856], windows: false },
];

function steps(first: number, last: number, step: number): readonly number[] {
  return Array.from({ length: (last - first) / step + 1 }, (_, index) => first + index * step);
}
