import { namesWindows } from '../../model/image-platform';
import { asksFor } from '../../model/known';
import type { TaskDefinition } from '../../model/task-definition';
import { example } from '../example';
import { defineRule, type Report, report } from '../rule';

const volume = `
  "volumes": [
    {
      "name": "share",
      "fsxWindowsFileServerVolumeConfiguration": {
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        "fileSystemId": "fs-0123456789abcdef0",
        "rootDirectory": "share",
        "authorizationConfig": {
          "credentialsParameter": "arn:aws:secretsmanager:us-east-1:111122223333:secret:fsx-AbCdEf",
          "domain": "example.com"
        }
      }
    }
  ],`;
const unmarked = volume.replace(/\n\/\/.*/, '');
const mounted = '\n      "mountPoints": [{ "sourceVolume": "share", "containerPath": "C:\\\\share" }],';
const linux = '\n  "runtimePlatform": { "operatingSystemFamily": "LINUX" },';

export const rule = defineRule({
  id: 'fsx-requires-windows',
  category: 'compatibility',
  severity: 'error',
  title: 'A volume of FSx for Windows File Server belongs to a task on Windows instances',
  why: 'Neither Linux instances nor Fargate can mount it; the task is not placed or does not start. A definition without an operating system counts as Linux, though on EC2 it can still reach a Windows instance.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/wfsx-volumes.html',
  bad: [
    example('FARGATE', volume, mounted),
    example('EC2', `${linux}${volume}`, mounted),
    example('EC2', volume, mounted),
  ],
  good: [
    example('WINDOWS', unmarked, mounted),
    example('EC2', `\n  "runtimePlatform": { "operatingSystemFamily": "\${OS}" },${unmarked}`, mounted),
    example(
      'EC2',
      `
  "placementConstraints": [{ "type": "memberOf", "expression": "attribute:ecs.os-type == windows" }],${unmarked}`,
      mounted,
    ),
  ],

  *check(task) {
    const wrong = wrongPlatform(task);
    if (!wrong) return;
    for (const { fsxWindowsFileServerVolumeConfiguration } of task.volumes.items)
      if (asksFor(fsxWindowsFileServerVolumeConfiguration.at))
        yield report(fsxWindowsFileServerVolumeConfiguration.at, wrong.message, { severity: wrong.severity });
  },
});

function wrongPlatform(task: TaskDefinition): Required<Pick<Report, 'message' | 'severity'>> | undefined {
  const advice = 'Volumes of FSx for Windows File Server need Windows instances on EC2.';
  if (task.launchType('FARGATE')) return { severity: 'error', message: `Fargate cannot mount this volume. ${advice}` };
  const { operatingSystemFamily } = task.runtimePlatform;
  if (operatingSystemFamily.literal === 'LINUX')
    return { severity: 'error', message: `Linux containers cannot mount this volume. ${advice}` };
  if (operatingSystemFamily.present || namesWindows(task)) return undefined;
  return {
    severity: 'hint',
    message: `${advice} The definition names no operating system, which means Linux: set runtimePlatform.operatingSystemFamily.`,
  };
}
