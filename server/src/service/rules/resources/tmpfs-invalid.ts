import { tmpfsOptions, tmpfsOptionsWithValue } from '../../data/tmpfs-options';
import { type Container, nameOf } from '../../model/container';
import type { Field, Place } from '../../model/field';
import { nearest } from '../../model/nearest';
import { example, marked } from '../example';
import { append, defineRule, type Report, replace, report, set, shown, suggestion } from '../rule';

const usualSize = 64;

export const rule = defineRule({
  id: 'tmpfs-invalid',
  category: 'correctness',
  severity: 'error',
  title: 'A tmpfs mount has an absolute path, a size and options that exist',
  why: 'ECS answers: “The container has an invalid tmpfs size value specified. It must be a non-zero, non-negative integer.” Options are those that AWS lists; one with a value, such as mode=1777, is not among them and is reported as a warning.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tmpfs.html',
  narrows: ['invalid-value', 'required-member-missing'],
  bad: [
    example('EC2', '', marked(line('"containerPath": "/run", "size": 0'), '0')),
    example(
      'EC2',
      '',
      marked(line('"containerPath": "/run", "size": 64, "mountOptions": ["rw,noexec"]'), '"rw,noexec"'),
    ),
    example('EC2', '', marked(line('"containerPath": "run", "size": 64'), '"run"')),
    example('EC2', '', marked(line('"containerPath": "/run"'), '{')),
    example(
      'EC2',
      '',
      marked(
        line('"containerPath": "/run", "size": 64, "mountOptions": ["no-exec", "mode=1777"]'),
        '"no-exec"',
        '"mode=1777"',
      ),
    ),
  ],
  fixed: [
    tmpfs('"containerPath": "/run", "size": 64'),
    tmpfs('"containerPath": "/run", "size": 64, "mountOptions": ["rw", "noexec"]'),
  ],
  good: [
    tmpfs('"containerPath": "/run", "size": 64, "mountOptions": ["noexec", "nosuid", "mode"]'),
    tmpfs('"containerPath": "${PATH}", "size": "${SIZE}", "mountOptions": ["${OPTION}"]'),
    tmpfs('"containerPath": "C:/run", "size": 64').replace(
      '["EC2"]',
      '["EC2"],\n  "runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE" }',
    ),
  ],

  *check({ isWindows, containerDefinitions }) {
    if (isWindows) return;
    for (const container of containerDefinitions.items)
      for (const mount of container.linuxParameters.tmpfs.items) {
        yield* checkMount(container, mount);
        for (const option of mount.mountOptions.items) yield* checkOption(option, mount.mountOptions);
      }
  },
});

type Mount = Container['linuxParameters']['tmpfs']['items'][number];

function* checkMount(container: Container, { at, containerPath, size }: Mount): Generator<Report> {
  if (at.node?.type !== 'object') return;
  const missing = [containerPath, size].filter(({ present }) => !present).map(({ name }) => `'${name}'`);
  if (missing.length > 0)
    yield report(at, `This tmpfs of the container ${nameOf(container)} lacks ${missing.join(' and ')}.`, {
      ...(containerPath.present && { fix: suggestion(`Insert "size": ${usualSize}`, set(at, 'size', usualSize)) }),
    });
  if (containerPath.literal?.startsWith('/') === false)
    yield report(
      containerPath,
      `${shown(containerPath)} is no absolute path: a tmpfs is mounted at a path that begins with '/'.`,
    );
  if (size.literal !== undefined && Number.isInteger(size.literal) && size.literal < 1)
    yield report(size, `A tmpfs cannot have ${size.literal} MiB. Use 1 or more.`, {
      fix: suggestion(`Change to ${usualSize}`, replace(size, usualSize)),
    });
}

function* checkOption(option: Field<string>, list: Place): Generator<Report> {
  const text = option.literal;
  if (text === undefined || tmpfsOptions.includes(text)) return;
  const [name = ''] = text.split('=', 1);
  if (name !== text && tmpfsOptionsWithValue.includes(name)) {
    const message = `AWS lists '${name}' without a value among the options of a tmpfs, so ECS may refuse ${shown(option)}.`;
    yield report(option, message, { severity: 'warning' });
    return;
  }
  const [first, ...others] = text.split(',').map((part) => part.trim());
  if (first !== undefined && others.length > 0) {
    yield report(option, `${shown(option)} holds several options. Write each as an item of its own.`, {
      fix: suggestion(
        'Write each option as an item',
        replace(option, first),
        ...others.map((other) => append(list, other)),
      ),
    });
    return;
  }
  const meant = nearest(text, tmpfsOptions);
  yield report(option, `${shown(option)} is no option of a tmpfs mount${meant ? `: did you mean '${meant}'?` : '.'}`, {
    ...(meant && { fix: suggestion(`Change to '${meant}'`, replace(option, meant)) }),
  });
}

function tmpfs(members: string): string {
  return example('EC2', '', `\n${line(members)}`);
}

function line(members: string): string {
  return `      "linuxParameters": { "tmpfs": [{ ${members} }] },`;
}
