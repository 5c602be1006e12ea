/**
 * Words in the repository or tag of an image that tell the processor it is built for.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-arm64.html
 */
export const architectureWords = {
  ARM64: /(?<![a-z0-9])(?:arm64(?:v8)?|aarch64|graviton\d?)(?![a-z0-9])/i,
  X86_64: /(?<![a-z0-9])(?:amd64|x86[_-]64)(?![a-z0-9])/i,
} as const;

/**
 * Words that only images with a Windows base have, and the version of Windows Server in a tag.
 * https://learn.microsoft.com/en-us/virtualization/windowscontainers/manage-containers/container-base-images
 */
export const windowsWords = /(?<![a-z0-9])(?:nanoserver|(?:windows)?servercore|iis|ltsc20\d\d)(?![a-z0-9])/i;
export const windowsVersion = /(?<![a-z0-9])ltsc(20\d\d)(?![a-z0-9])/i;
export const windowsRegistry = { host: 'mcr.microsoft.com', repository: 'windows/' } as const;

/**
 * Official images of Linux distributions, and the words in a tag that name one.
 * https://hub.docker.com/search?badges=official
 */
export const linuxImages: ReadonlySet<string> = new Set([
  'alpine',
  'amazonlinux',
  'busybox',
  'centos',
  'debian',
  'fedora',
  'rockylinux',
  'ubuntu',
]);
export const linuxWords = /(?<![a-z0-9])(?:alpine|bookworm|bullseye|buster|trixie|focal|jammy|noble)(?![a-z])/i;
