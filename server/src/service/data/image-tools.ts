/** A program that health checks ask for. */
export type ImageTool = 'curl' | 'wget';

/** Official images, and which of their tags lack programs that health checks ask for. */
export interface ImageTools {
  readonly names: readonly string[];
  /** All tags when absent. */
  readonly tag?: RegExp;
  readonly lacks: readonly ImageTool[];
}

/**
 * What is not in official images as they come. An image that is not listed may have anything.
 * https://hub.docker.com/_/alpine
 * https://hub.docker.com/_/busybox
 * https://hub.docker.com/_/debian
 * https://github.com/nodejs/docker-node/issues/1970
 * https://github.com/docker-library/python/tree/master
 */
export const imageTools: readonly ImageTools[] = [
  { names: ['alpine', 'busybox'], lacks: ['curl'] },
  { names: ['debian', 'ubuntu'], lacks: ['curl', 'wget'] },
  { names: ['golang', 'node', 'python', 'redis', 'ruby'], tag: /(?:^|-)alpine/, lacks: ['curl'] },
  { names: ['node', 'python', 'ruby'], tag: /(?:^|-)slim(?:-|$)/, lacks: ['curl', 'wget'] },
];

/**
 * Images that hold one program and what it needs; their debug tags add the tools of BusyBox, which has wget.
 * https://github.com/GoogleContainerTools/distroless
 */
export const distroless = { host: 'gcr.io', repository: 'distroless/', debug: /(?:^|-)debug/ } as const;
