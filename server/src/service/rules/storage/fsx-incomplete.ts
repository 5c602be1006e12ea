import type { Field } from '../../model/field';
import type { Volume } from '../../model/volume';
import { defineRule, report, set, suggestion } from '../rule';
import { definition, onWindows } from '../storage-example';

const fsx = (members: string, marks = '') =>
  definition({
    task: onWindows,
    volumes: `{
  "name": "data",
  "fsxWindowsFileServerVolumeConfiguration": {${marks}
    ${members}
  }
}`,
  });

const fileSystem = `"fileSystemId": "fs-0123456789abcdef0",
    "rootDirectory": "share"`;

export const rule = defineRule({
  id: 'fsx-incomplete',
  category: 'storage',
  severity: 'error',
  title: 'An FSx volume has all that it takes to mount it',
  why: 'To mount a share of FSx for Windows File Server the instance needs the file system, the directory, the credentials (an ARN of Secrets Manager or Parameter Store) and the domain. CloudFormation asks for less, but the task does not start.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_FSxWindowsFileServerVolumeConfiguration.html',
  bad: [
    fsx(
      `${fileSystem},
    "authorizationConfig": {
      "credentialsParameter": "arn:aws:secretsmanager:us-east-1:111122223333:secret:fsx-AbCdEf"
    }`,
      '\n//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
    ),
    fsx(fileSystem, '\n//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^'),
  ],
  fixed: [
    fsx(`${fileSystem},
    "authorizationConfig": {
      "credentialsParameter": "arn:aws:secretsmanager:us-east-1:111122223333:secret:fsx-AbCdEf",
      "domain": "<domain>"
    }`),
    fsx(`${fileSystem},
    "authorizationConfig": {
      "credentialsParameter": "<credentialsParameter>",
      "domain": "<domain>"
    }`),
  ],
  good: [
    fsx(`${fileSystem},
    "authorizationConfig": {
      "credentialsParameter": "arn:aws:ssm:us-east-1:111122223333:parameter/fsx",
      "domain": "example.com"
    }`),
    fsx(`${fileSystem},
    "authorizationConfig": "{{ credentials }}"`),
  ],
  narrows: ['required-member-missing'],

  *check(task) {
    // Anywhere else ECS refuses such a volume, however complete.
    if (task.isWindows === false || task.launchType('FARGATE')) return;
    for (const { fsxWindowsFileServerVolumeConfiguration: fsx } of task.volumes.items) {
      const lacking = lackingIn(fsx);
      if (lacking.length === 0) continue;
      const names = lacking.map(({ name }) => `'${name}'`).join(', ');
      yield report(
        fsx.at,
        `This FSx volume cannot be mounted without ${names}. Add ${lacking.length === 1 ? 'it' : 'them'}.`,
        { fix: suggestion(`Insert ${names}`, ...inserted(fsx, lacking)) },
      );
    }
  },
});

type FSx = Volume['fsxWindowsFileServerVolumeConfiguration'];

function lackingIn({ at, fileSystemId, rootDirectory, authorizationConfig }: FSx): readonly Field<string>[] {
  if (at.node?.type !== 'object') return [];
  const { credentialsParameter, domain } = authorizationConfig;
  return [fileSystemId, rootDirectory, credentialsParameter, domain].filter(
    ({ present, literal }) => !present || literal === '',
  );
}

function inserted({ at, authorizationConfig }: FSx, lacking: readonly Field<string>[]) {
  const sample = (name: string) => `<${name}>`;
  if (authorizationConfig.present)
    return lacking.map((field) =>
      set(isCredential(field) ? authorizationConfig.at : at, field.name, sample(field.name)),
    );
  const credentials = Object.fromEntries(lacking.filter(isCredential).map(({ name }) => [name, sample(name)]));
  return [
    ...lacking.filter((field) => !isCredential(field)).map(({ name }) => set(at, name, sample(name))),
    set(at, 'authorizationConfig', credentials),
  ];
}

function isCredential({ name }: Field<string>): boolean {
  return name === 'credentialsParameter' || name === 'domain';
}
