import { architectureIn } from '../../model/image-platform';
import { example } from '../example';
import { defineRule, report, set, shown, suggestion } from '../rule';

const image = (name: string, caret = false) =>
  `"image": "${name}",${caret ? `\n//             ${'^'.repeat(name.length + 2)}` : ''}`;

const onFargate = (name: string, caret: boolean, platform = '') =>
  example('FARGATE', platform).replace('"image": "nginx:1.27",', image(name, caret));

export const rule = defineRule({
  id: 'image-architecture-mismatch',
  category: 'compatibility',
  severity: 'warning',
  title: 'Images are built for the processor that the task runs on',
  why: 'An image for another processor is not pulled (“image Manifest does not contain descriptor matching platform”), or stops at once with “exec format error”. Without cpuArchitecture a task runs on x86-64; only on instances of your own can it be otherwise.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-arm64.html',
  bad: [
    onFargate('public.ecr.aws/acme/app:1-arm64', true),
    onFargate('amd64/nginx:1.27', true, '\n  "runtimePlatform": { "cpuArchitecture": "ARM64" },'),
  ],
  fixed: [
    onFargate('public.ecr.aws/acme/app:1-arm64', false).replace(
      / {2}\]\n}$/,
      '  ],\n  "runtimePlatform": {\n    "cpuArchitecture": "ARM64"\n  }\n}',
    ),
    onFargate('amd64/nginx:1.27', false, '\n  "runtimePlatform": { "cpuArchitecture": "X86_64" },'),
  ],
  good: [
    onFargate('acme/app:1-arm64', false, '\n  "runtimePlatform": { "cpuArchitecture": "ARM64" },'),
    onFargate('acme/app:1-arm64', false, '\n  "runtimePlatform": { "cpuArchitecture": "${ARCHITECTURE}" },'),
    onFargate('acme/app:arm64-and-amd64', false),
    onFargate('acme/charm64:1', false),
    onFargate('acme/app:1-${ARCHITECTURE}', false),
  ],

  *check(task) {
    const { cpuArchitecture, at } = task.runtimePlatform;
    const architecture = cpuArchitecture.present ? cpuArchitecture.literal : 'X86_64';
    if (architecture === undefined || task.isWindows !== false) return;
    // On instances the definition may name no processor and still meet the right one.
    const isSure =
      cpuArchitecture.present ||
      task.launchType('FARGATE') !== undefined ||
      task.launchType('MANAGED_INSTANCES') !== undefined;
    for (const { image } of task.containerDefinitions.items) {
      const built = architectureIn(image.literal ?? '');
      if (built === undefined || built === architecture) continue;
      yield report(
        image,
        cpuArchitecture.present
          ? `By its name, this image is for ${built}, but cpuArchitecture is ${shown(cpuArchitecture)}.`
          : `By its name, this image is for ${built}, but without cpuArchitecture the task is for X86_64.`,
        {
          severity: isSure ? 'warning' : 'hint',
          fix: suggestion(
            `Set cpuArchitecture to ${built}`,
            at.node ? set(at, 'cpuArchitecture', built) : set(task.at, 'runtimePlatform', { cpuArchitecture: built }),
          ),
          ...(cpuArchitecture.present && {
            related: [{ place: cpuArchitecture, message: 'The architecture of the task' }],
          }),
        },
      );
    }
  },
});
