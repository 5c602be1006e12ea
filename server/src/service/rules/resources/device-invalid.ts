import type { Container } from '../../model/container';
import { nearest } from '../../model/nearest';
import { example } from '../example';
import { memberOf } from '../limit-rule';
import { defineRule, fix, placeOf, type Report, remove, replace, report, shown, suggestion } from '../rule';

export const rule = defineRule({
  id: 'device-invalid',
  category: 'correctness',
  severity: 'error',
  title: 'A device has the absolute path that it has on the host, and each permission once',
  why: 'Without a path of a device the container does not start. Permissions are read, write and mknod.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Device.html',
  narrows: ['required-member-missing', 'invalid-enum-value'],
  bad: [
    devices(`{ "hostPath": "nvidia0" }
//                      ^^^^^^^^^`),
    devices(`{ "containerPath": "/dev/fuse" }
//        ^`),
    devices(`{
            "hostPath": "/dev/fuse",
            "permissions": ["read", "Write", "read"]
//                                  ^^^^^^^  ^^^^^^
          }`),
  ],
  good: [
    devices('{ "hostPath": "/dev/fuse", "permissions": ["read", "write", "mknod"] }'),
    devices('{ "hostPath": "${DEVICE}", "permissions": ["${ONE}", "${ONE}"] }'),
  ],

  *check({ launchType, isWindows, containerDefinitions }) {
    // Where there are no devices, another rule tells so.
    if (launchType('FARGATE') || isWindows) return;
    for (const { linuxParameters } of containerDefinitions.items)
      for (const device of linuxParameters.devices.items) yield* checkDevice(device);
  },

  *checkSchema(findings) {
    for (const finding of findings) {
      const { keyword, node, expected } = finding;
      if (keyword !== 'enum' || node.type !== 'string') continue;
      if (memberOf(finding) !== 'containerDefinitions.linuxParameters.devices.permissions') continue;
      const meant = nearest(node.value, expected);
      yield report(placeOf(node), `'${node.value}' is no permission of a device. There are ${expected.join(', ')}.`, {
        ...(meant && { fix: suggestion(`Change to '${meant}'`, replace(placeOf(node), meant)) }),
      });
    }
  },
});

type Device = Container['linuxParameters']['devices']['items'][number];

function* checkDevice({ at, hostPath, permissions }: Device): Generator<Report> {
  if (at.node?.type !== 'object') return;
  if (!hostPath.present) yield report(at, "This device lacks 'hostPath', its path on the instance.");
  if (hostPath.literal?.startsWith('/') === false)
    yield report(hostPath, `${shown(hostPath)} is no absolute path: devices of an instance are below '/dev'.`);
  const names = permissions.items.map(({ literal }) => literal);
  for (const [index, permission] of permissions.items.entries()) {
    if (permission.literal === undefined || names.indexOf(permission.literal) === index) continue;
    yield report(permission, `The permission ${shown(permission)} stands here twice.`, {
      fix: fix('Remove what is repeated', remove(permission)),
    });
  }
}

function devices(device: string): string {
  return example(
    'EC2',
    '',
    `\n      "linuxParameters": {\n        "devices": [\n          ${device}\n        ]\n      },`,
  );
}
