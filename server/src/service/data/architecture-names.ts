/**
 * Names that Docker, Linux and others use for the values of `cpuArchitecture`, in lower case.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RuntimePlatform.html
 */
export const architectureNames: ReadonlyMap<string, string> = new Map([
  ['amd64', 'X86_64'],
  ['x64', 'X86_64'],
  ['x86', 'X86_64'],
  ['x86-64', 'X86_64'],
  ['aarch64', 'ARM64'],
  ['arm', 'ARM64'],
  ['arm64v8', 'ARM64'],
]);
