import { fuseImages, fusePrograms } from '../../data/fuse-programs';
import { type Container, parseImage } from '../../model/container';
import type { Field } from '../../model/field';
import { isKnown } from '../../model/known';
import { defineRule, report } from '../rule';
import { containerWith, definition, onFargate, onWindows } from '../storage-example';

const running = (members: string, task = '') =>
  definition({
    task,
    containers: containerWith(`"mountPoints": [{ "sourceVolume": "data", "containerPath": "/data" }],\n${members}`),
  });

export const rule = defineRule({
  id: 's3-fuse-in-container',
  category: 'storage',
  severity: 'error',
  title: 'A container that mounts a bucket may do so',
  why: "Mounting through FUSE takes the device /dev/fuse and the capability SYS_ADMIN, or a privileged container. Fargate allows none of them, so the program ends with “fuse: device not found, try 'modprobe fuse' first”. On instances a container without them is a warning.",
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinuxParameters.html',
  bad: [
    running(
      `"command": ["sh", "-c", "mount-s3 my-bucket /mnt && exec web"]
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^`,
      onFargate,
    ),
    running(`"entryPoint": ["/usr/bin/s3fs", "my-bucket", "/mnt"]
//             ^^^^^^^^^^^^^^^`),
    running(`"healthCheck": { "command": ["CMD-SHELL", "pgrep goofys"] }
//                                        ^^^^^^^^^^^^^^`),
  ],
  good: [
    running('"command": ["sh", "-c", "pip install s3fs && exec web"]', onFargate),
    running('"command": ["rclone", "sync", "s3:my-bucket", "/data"]', onFargate),
    running('"command": ["mount-s3", "my-bucket", "/mnt"],\n"privileged": true'),
    running(`"command": ["mount-s3", "my-bucket", "/mnt"],
"linuxParameters": {
  "capabilities": { "add": ["SYS_ADMIN"] },
  "devices": [{ "hostPath": "/dev/fuse" }]
}`),
    running('"command": ["mount-s3", "my-bucket", "/mnt"],\n"privileged": "${PRIVILEGED}"'),
    running('"command": ["mount-s3", "my-bucket", "/mnt"]', onWindows),
  ],

  *check(task) {
    if (task.isWindows !== false) return;
    const onFargate = task.launchType('FARGATE') !== undefined;
    for (const container of task.containerDefinitions.items) {
      const place = mountedBy(container);
      if (!place || (!onFargate && mayMount(container))) continue;
      yield report(
        place,
        onFargate
          ? 'This mounts a bucket through FUSE, for which a container on Fargate has neither the device nor the capability. Make an S3 Files file system over the bucket, and mount it as a volume.'
          : 'This mounts a bucket through FUSE, for which the container needs the device /dev/fuse and the capability SYS_ADMIN. Add them to linuxParameters, or mount an S3 Files file system as a volume.',
        { severity: onFargate ? 'error' : 'warning' },
      );
    }
  },
});

const program = `(?:[\\w./-]{0,100}/)?(?:${fusePrograms.join('|')}|rclone\\s+mount)`;

/** At the start of a command of a shell script, behind what runs another program. */
const inScript = new RegExp(`(?:^|[;&|(\\n])\\s*(?:(?:exec|sudo|then|do)\\s+)?${program}(?=\\s|$)`);

const mentioned = new RegExp(`(?<![\\w-])(?:${fusePrograms.join('|')})(?![\\w-])`);

/** What shows that the container mounts through FUSE: what it runs, its image, or what it watches. */
function mountedBy({ image, entryPoint, command, healthCheck }: Container): Field<string> | undefined {
  const repository = image.literal === undefined ? undefined : parseImage(image.literal).repository.split('/').at(-1);
  return (
    entryPoint.items.find(runsFuse) ??
    command.items.find(runsFuse) ??
    (fuseImages.has(repository) ? image : undefined) ??
    healthCheck.command.items.find(({ literal }) => literal !== undefined && mentioned.test(literal))
  );
}

/** True for an item that starts a program: the first, what follows a flag that takes a script, or what follows `--`. */
function runsFuse({ literal }: Field<string>, index: number, items: readonly Field<string>[]): boolean {
  if (literal === undefined) return false;
  const before = items[index - 1]?.literal;
  const starts = index === 0 || before === '--' || /^-[a-z]*c$/.test(before ?? '');
  if (!starts) return false;
  return inScript.test(literal === 'rclone' ? `rclone ${items[index + 1]?.literal}` : literal);
}

/** False where the container lacks what FUSE needs; true where that is unknown. */
function mayMount({ privileged, linuxParameters }: Container): boolean {
  if (privileged.present && privileged.literal !== false) return true;
  const { capabilities, devices } = linuxParameters;
  if (![linuxParameters.at, capabilities.at, capabilities.add, devices].every(isKnown)) return true;
  const capable = capabilities.add.items.some(
    ({ literal }) => literal === undefined || /^(?:SYS_ADMIN|ALL)$/.test(literal),
  );
  const device = devices.items.some(
    ({ hostPath }) => hostPath.literal === undefined || hostPath.literal === '/dev/fuse',
  );
  return capable && device;
}
