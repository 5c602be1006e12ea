import { example } from '../example';
import { refusedValueRule } from '../refused-rule';
import { replace, suggestion } from '../rule';

const onWindows = (architecture: string) =>
  example('WINDOWS').replace(
    '"runtimePlatform": { ',
    `"runtimePlatform": {\n    "cpuArchitecture": "${architecture}",\n    `,
  );

export const rule = refusedValueRule({
  id: 'windows-arm64',
  title: 'Windows containers run on x86-64',
  why: 'ECS runs ARM64 for Linux tasks only; for Windows there is neither an instance nor a size of Fargate.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RuntimePlatform.html',
  platform: 'WINDOWS',
  member: 'cpuArchitecture',
  places: ({ runtimePlatform }) => [runtimePlatform.cpuArchitecture],
  message: () => 'Windows containers do not run on ARM64. Use X86_64, and images for it.',
  fix: (architecture) => suggestion("Change to 'X86_64'", replace(architecture, 'X86_64')),
  bad: [onWindows('ARM64').replace('"ARM64",', '"ARM64",\n//                     ^^^^^^^')],
  fixed: [onWindows('X86_64')],
  good: [onWindows('X86_64'), example('EC2', '\n  "runtimePlatform": { "cpuArchitecture": "ARM64" },')],
});
