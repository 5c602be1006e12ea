import { namesWindows, systemIn, windowsFamilyFor } from '../../model/image-platform';
import { example } from '../example';
import { defineRule, report, set, shown, suggestion } from '../rule';

const windowsImage = 'mcr.microsoft.com/windows/servercore/iis:windowsservercore-ltsc2019';
const family = (name: string) => `\n  "runtimePlatform": { "operatingSystemFamily": "${name}" },`;

const onEc2 = (image: string, caret: boolean, members = '') =>
  example('EC2', members, '\n      "cpu": 512,').replace(
    '"image": "nginx:1.27",',
    `"image": "${image}",${caret ? `\n//             ${'^'.repeat(image.length + 2)}` : ''}`,
  );

export const rule = defineRule({
  id: 'windows-image-linux-family',
  category: 'compatibility',
  severity: 'warning',
  title: 'Images have the operating system of the task',
  why: 'A container needs the kernel its image was built on: a Windows image cannot be pulled on Linux, nor a Linux image on Windows. Without operatingSystemFamily a task is for Linux; only on instances of your own can it be otherwise.',
  source:
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#runtime-platform',
  bad: [
    onEc2(windowsImage, true, family('LINUX')),
    onEc2('python:3.13-alpine', true, family('WINDOWS_SERVER_2022_CORE')),
    onEc2(windowsImage, true),
  ],
  fixed: [
    onEc2(windowsImage, false, family('WINDOWS_SERVER_2019_CORE')),
    onEc2('python:3.13-alpine', false, family('LINUX')),
    onEc2(windowsImage, false).replace(
      / {2}\]\n}$/,
      '  ],\n  "runtimePlatform": {\n    "operatingSystemFamily": "WINDOWS_SERVER_2019_CORE"\n  }\n}',
    ),
  ],
  good: [
    onEc2(windowsImage, false, family('WINDOWS_SERVER_2019_CORE')),
    onEc2(windowsImage, false, family('${FAMILY}')),
    onEc2(
      windowsImage,
      false,
      '\n  "placementConstraints": [{ "type": "memberOf", "expression": "attribute:ecs.os-type == windows" }],',
    ),
    onEc2('acme/alpine-shop:1.0', false, family('WINDOWS_SERVER_2022_CORE')),
    onEc2('public.ecr.aws/docker/library/alpine:3.22', false),
  ],

  *check(task) {
    const { isWindows, runtimePlatform } = task;
    if (isWindows === undefined) return;
    const stated = runtimePlatform.operatingSystemFamily;
    // Instances that a placement constraint chooses can be Windows though the definition names no system.
    if (!stated.present && namesWindows(task)) return;
    const isSure =
      stated.present || task.launchType('FARGATE') !== undefined || task.launchType('MANAGED_INSTANCES') !== undefined;
    for (const { image } of task.containerDefinitions.items) {
      const system = systemIn(image.literal ?? '');
      if (system === undefined || (system === 'WINDOWS') === isWindows) continue;
      const meant = system === 'LINUX' ? 'LINUX' : windowsFamilyFor(image.literal ?? '');
      const name = system === 'LINUX' ? 'Linux' : 'Windows';
      yield report(
        image,
        stated.present
          ? `By its name, this image is for ${name}, but operatingSystemFamily is ${shown(stated)}.`
          : `By its name, this image is for ${name}, but without operatingSystemFamily the task is for Linux.`,
        {
          severity: isSure ? 'warning' : 'hint',
          fix: suggestion(
            `Set operatingSystemFamily to ${meant}`,
            runtimePlatform.at.node
              ? set(runtimePlatform.at, 'operatingSystemFamily', meant)
              : set(task.at, 'runtimePlatform', { operatingSystemFamily: meant }),
          ),
          ...(stated.present && { related: [{ place: stated, message: 'The operating system of the task' }] }),
        },
      );
    }
  },
});
