import { describe, expect, it } from 'vitest';
import { dataOf } from '../../server/src/service/syntax/ast';
import { applyChanges } from '../../server/src/service/syntax/edit';
import { openAt, service } from '../support/service';

const uris = {
  JSON: 'file:///w/task-definition.json',
  YAML: 'file:///w/task-definition.yaml',
  CloudFormation: 'file:///w/template.yaml',
} as const;
type Dialect = keyof typeof uris;

async function offers(marked: string, dialect: Dialect) {
  const { snapshot, offset, text } = openAt(marked, uris[dialect]);
  const found = await service.refactorings(snapshot, { offset, end: offset });
  return { text, titles: found.map(({ title }) => title), found };
}

/** The text after a refactoring at the `|`. */
async function refactored(marked: string, title: string, dialect: Dialect): Promise<string> {
  const { text, titles, found } = await offers(marked, dialect);
  expect(titles).toContain(title);
  return applyChanges(text, found.find((it) => it.title === title)?.changes() ?? []);
}

const findings = async (text: string, dialect: Dialect) =>
  (await service.diagnose(service.open(uris[dialect], text))).map(({ rule }) => rule).toSorted();

interface Case {
  readonly dialect: Dialect;
  readonly title: string;
  readonly before: string;
  readonly after: string;
}

const secret = 'arn:aws:secretsmanager:<region>:<account-id>:secret:<secret-name>';

const cases: readonly Case[] = [
  {
    dialect: 'JSON',
    title: "Move 'B' to secrets",
    before: `{
  "executionRoleArn": "arn:aws:iam::111122223333:role/execution",
  "containerDefinitions": [
    {
      "name": "app", "image": "nginx:1.27", "memory": 128,
      "environment": [
        { "name": "A", "value": "1" }, // one
        { "name": "B", "va|lue": "2" }
      ],
      "secrets": [{ "name": "C", "valueFrom": "/c" }]
    }
  ],
  "family": "web"
}
`,
    after: `{
  "executionRoleArn": "arn:aws:iam::111122223333:role/execution",
  "containerDefinitions": [
    {
      "name": "app", "image": "nginx:1.27", "memory": 128,
      "environment": [
        { "name": "A", "value": "1" } // one
      ],
      "secrets": [{ "name": "C", "valueFrom": "/c" }, { "name": "B", "valueFrom": "${secret}" }]
    }
  ],
  "family": "web"
}
`,
  },
  {
    dialect: 'YAML',
    title: "Move 'B' to secrets",
    before: `family: web
executionRoleArn: arn:aws:iam::111122223333:role/execution
containerDefinitions:
  - name: app
    image: nginx:1.27
    memory: 128
    environment: # open
      - name: |B
        value: "2"
`,
    after: `family: web
executionRoleArn: arn:aws:iam::111122223333:role/execution
containerDefinitions:
  - name: app
    image: nginx:1.27
    memory: 128
    secrets: # open
      - name: B
        valueFrom: ${secret}
`,
  },
  {
    dialect: 'CloudFormation',
    title: "Move 'B' to secrets",
    before: `Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: web
      ExecutionRoleArn: !GetAtt Role.Arn
      ContainerDefinitions:
        - Name: app
          Image: nginx:1.27
          Memory: 128
          Environment:
            - { Name: A, Value: !Ref A }
            - { Name: B, Value: !Ref| B }
`,
    after: `Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: web
      ExecutionRoleArn: !GetAtt Role.Arn
      ContainerDefinitions:
        - Name: app
          Image: nginx:1.27
          Memory: 128
          Environment:
            - { Name: A, Value: !Ref A }
          Secrets:
            - Name: B
              ValueFrom: ${secret}
`,
  },
  {
    dialect: 'JSON',
    title: 'Make it registrable: remove what only ECS writes',
    before: `{
    "taskDefinition": {
        "taskDefinitionArn": "arn:aws:ecs:us-east-1:111122223333:task-definition/web:7",
        "containerDefinitions": [
            {
                "name": "app", "image": "nginx:1.27", "memory": 128
            }
        ],
        "family": "web|",
        "requiresAttributes": [
            { "name": "com.amazonaws.ecs.capability.docker-remote-api.1.21" }
        ],
        "revision": 7,
        "status": "ACTIVE"
    },
    "tags": []
}
`,
    after: `{
    "containerDefinitions": [
        {
            "name": "app", "image": "nginx:1.27", "memory": 128
        }
    ],
    "family": "web"
}
`,
  },
  {
    dialect: 'YAML',
    title: 'Make it registrable: remove what only ECS writes',
    before: `tags:
  - key: team
    value: web
taskDefinition:
  taskDefinitionArn: arn:aws:ecs:us-east-1:111122223333:task-definition/web:7
  containerDefinitions:
    - name: app # one
      image: nginx:1.27
      memory: 128
      command:
        - >
          echo 1

            echo 2
  # which
  family: |web
  status: ACTIVE
`,
    after: `containerDefinitions:
  - name: app # one
    image: nginx:1.27
    memory: 128
    command:
      - >
        echo 1

          echo 2
# which
family: web
tags:
  - key: team
    value: web
`,
  },
  {
    dialect: 'JSON',
    title: 'Wrap in taskDefinition',
    before: `// mine
{
\t"family": "web|",

\t/* two
\t   lines */
\t"containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}
`,
    after: `// mine
{
\t"taskDefinition": {
\t\t"family": "web",

\t\t/* two
\t\t   lines */
\t\t"containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
\t}
}
`,
  },
  {
    dialect: 'YAML',
    title: 'Wrap in taskDefinition',
    before: `# mine
family: w|eb
containerDefinitions:
- name: app
  image: nginx:1.27
  memory: 128
# the end
`,
    after: `# mine
taskDefinition:
  family: web
  containerDefinitions:
  - name: app
    image: nginx:1.27
    memory: 128
# the end
`,
  },
  {
    dialect: 'JSON',
    title: 'Convert to a CloudFormation template',
    before: `{
  "$schema": "https://example.com/task-definition.json",
  "family": "web|",
  "containerDefinitions": [
    {
      "name": "app", // the one
      "image": "nginx:1.27",
      "memory": 128,
      "dockerLabels": { "name": "web" },
      "logConfiguration": { "logDriver": "json-file", "options": { "max-size": "10m" } },
      "mountPoints": [{ "sourceVolume": "data", "containerPath": "/data" }]
    }
  ],
  "volumes": [{ "name": "data", "efsVolumeConfiguration": { "fileSystemId": "fs-12345678" } }]
}
`,
    after: `{
  "AWSTemplateFormatVersion": "2010-09-09",
  "Resources": {
    "TaskDefinition": {
      "Type": "AWS::ECS::TaskDefinition",
      "Properties": {
        "Family": "web",
        "ContainerDefinitions": [
          {
            "Name": "app", // the one
            "Image": "nginx:1.27",
            "Memory": 128,
            "DockerLabels": { "name": "web" },
            "LogConfiguration": { "LogDriver": "json-file", "Options": { "max-size": "10m" } },
            "MountPoints": [{ "SourceVolume": "data", "ContainerPath": "/data" }]
          }
        ],
        "Volumes": [{ "Name": "data", "EFSVolumeConfiguration": { "FilesystemId": "fs-12345678" } }]
      }
    }
  }
}
`,
  },
  {
    dialect: 'YAML',
    title: 'Convert to a CloudFormation template',
    before: `family: web| # short
containerDefinitions:
  - name: app
    image: nginx:1.27
    memory: 128
`,
    after: `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  TaskDefinition:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: web # short
      ContainerDefinitions:
        - Name: app
          Image: nginx:1.27
          Memory: 128
`,
  },
  {
    dialect: 'CloudFormation',
    title: 'Convert to a plain task definition',
    before: `# mine
AWSTemplateFormatVersion: "2010-09-09"
Resources:
  TaskDefinition:
    Type: AWS::ECS::TaskDefinition
    Properties:
      # short
      Family: web|
      Cpu: 256
      RequiresCompatibilities: [EXTERNAL]
      ContainerDefinitions:
        - Name: app
          Image: nginx:1.27
          Memory: "128"
          Essential: "true"
`,
    after: `# mine
# short
family: web
cpu: "256"
requiresCompatibilities: [EXTERNAL]
containerDefinitions:
  - name: app
    image: nginx:1.27
    memory: 128
    essential: true
`,
  },
  {
    dialect: 'JSON',
    title: 'Sort into canonical order',
    before: `{ // mine
  "cpu": "256", // a quarter

  // what runs
  "containerDefinitions": [
    { "memory": 128, "image": "nginx:1.27", "name": "app" }
  ],
  "family": "web|" /* short */
  // the end
}
`,
    after: `{ // mine
  "family": "web", /* short */

  // what runs
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 128 }
  ],
  "cpu": "256" // a quarter
  // the end
}
`,
  },
  {
    dialect: 'YAML',
    title: 'Sort into canonical order',
    before: `# mine

containerDefinitions:
  # the one
  - image: nginx:1.27 # pinned
    # up to 255 letters
    name: app
    memory: 128

    # runs
    command:
      - sh
      # no more
    cpu: 10
# short
family: |web
`,
    after: `# mine

# short
family: web
containerDefinitions:
  # the one
  - # up to 255 letters
    name: app
    image: nginx:1.27 # pinned
    cpu: 10

    memory: 128
    # runs
    command:
      - sh
      # no more
`,
  },
  {
    dialect: 'CloudFormation',
    title: 'Sort into canonical order',
    before: `Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: # mine
      # small
      Cpu: !Ref Cpu
      Family: we|b
      ContainerDefinitions:
        - { Memory: 128, Name: app, Image: !Sub "\${Image}:1" }
`,
    after: `Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: # mine
      Family: web
      ContainerDefinitions:
        - { Name: app, Image: !Sub "\${Image}:1", Memory: 128 }
      # small
      Cpu: !Ref Cpu
`,
  },
  {
    dialect: 'JSON',
    title: 'Add a log configuration to the 2 containers without one',
    before: `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 128
    },
    {
      "name": "logged", "image": "nginx:1.27", "memory": 128,
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": { "awslogs-group": "x", "awslogs-region": "\${REGION}", "awslogs-stream-prefix": "x" }
      }
    },
    { "name": "|other", "image": "nginx:1.27", "memory": 128 }
  ]
}
`,
    after: `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 128, "logConfiguration": { "logDriver": "awslogs", "options": { "awslogs-group": "/ecs/web", "awslogs-region": "\${REGION}", "awslogs-stream-prefix": "app", "awslogs-create-group": "true", "mode": "non-blocking", "max-buffer-size": "25m" } }
    },
    {
      "name": "logged", "image": "nginx:1.27", "memory": 128,
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": { "awslogs-group": "x", "awslogs-region": "\${REGION}", "awslogs-stream-prefix": "x" }
      }
    },
    { "name": "other", "image": "nginx:1.27", "memory": 128, "logConfiguration": { "logDriver": "awslogs", "options": { "awslogs-group": "/ecs/web", "awslogs-region": "\${REGION}", "awslogs-stream-prefix": "other", "awslogs-create-group": "true", "mode": "non-blocking", "max-buffer-size": "25m" } } }
  ]
}
`,
  },
  {
    dialect: 'YAML',
    title: 'Add a log configuration to the container without one',
    before: `family: web
container|Definitions:
  - name: app
    image: nginx:1.27
    memory: 128
`,
    after: `family: web
containerDefinitions:
  - name: app
    image: nginx:1.27
    memory: 128
    logConfiguration:
      logDriver: awslogs
      options:
        awslogs-group: /ecs/web
        awslogs-region: <region>
        awslogs-stream-prefix: app
        awslogs-create-group: "true"
        mode: non-blocking
        max-buffer-size: 25m
`,
  },
  {
    dialect: 'CloudFormation',
    title: 'Add a log configuration to the container without one',
    before: `Resources:
  Task:
    Type: AWS::ECS|::TaskDefinition
    Properties:
      Family: web
      ContainerDefinitions:
        - Name: app
          Image: nginx:1.27
          Memory: 128
`,
    after: `Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: web
      ContainerDefinitions:
        - Name: app
          Image: nginx:1.27
          Memory: 128
          LogConfiguration:
            LogDriver: awslogs
            Options:
              awslogs-group: /ecs/web
              awslogs-region:
                Ref: AWS::Region
              awslogs-stream-prefix: app
              awslogs-create-group: "true"
              mode: non-blocking
              max-buffer-size: 25m
`,
  },
  {
    dialect: 'JSON',
    title: "Remove unused volume 'old'",
    before: `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 128, "mountPoints": [{ "sourceVolume": "new", "containerPath": "/n" }] }
  ],
  "volumes": [
    { "name": "old|" },
    { "name": "new" }
  ]
}
`,
    after: `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 128, "mountPoints": [{ "sourceVolume": "new", "containerPath": "/n" }] }
  ],
  "volumes": [
    { "name": "new" }
  ]
}
`,
  },
  {
    dialect: 'YAML',
    title: "Remove unused volume 'old'",
    before: `family: web
volumes:
  - name: old|
containerDefinitions:
  - name: app
    image: nginx:1.27
    memory: 128
`,
    after: `family: web
containerDefinitions:
  - name: app
    image: nginx:1.27
    memory: 128
`,
  },
  {
    dialect: 'CloudFormation',
    title: "Remove unused volume 'old'",
    before: `Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: app
          Image: nginx:1.27
          Memory: 128
          MountPoints: [{ SourceVolume: new, ContainerPath: /n }]
      Volumes:
        - Name: new
        - Name: old
          Host: { Source|Path: /x }
`,
    after: `Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: app
          Image: nginx:1.27
          Memory: 128
          MountPoints: [{ SourceVolume: new, ContainerPath: /n }]
      Volumes:
        - Name: new
`,
  },
  ...notations(),
];

function notations(): readonly Case[] {
  const pairs = [
    ['cpu', '1024', '1 vCPU'],
    ['cpu', '0.25 vcpu', '256'],
    ['memory', '2048', '2 GB'],
    ['memory', '0.5GB', '512'],
  ] as const;
  return pairs.flatMap(([key, from, to]): readonly Case[] => {
    const title = `Write '${to}'`;
    const json = (value: string) =>
      `{ "family": "web", "${key}": "${value}", "containerDefinitions": [{ "name": "a", "image": "a:1", "memory": 9 }] }`;
    const yaml = (value: string) =>
      `family: web\n${key}: '${value}'\ncontainerDefinitions:\n  - { name: a, image: "a:1", memory: 9 }\n`;
    const template = (value: string) =>
      `Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ${key === 'cpu' ? 'Cpu' : 'Memory'}: ${value}
      ContainerDefinitions: [{ Name: a, Image: "a:1", Memory: 9 }]
`;
    const printed = /^\d+$/.test(to) ? `"${to}"` : to;
    return [
      { dialect: 'JSON', title, before: json(`|${from}`), after: json(to) },
      { dialect: 'YAML', title, before: yaml(`|${from}`), after: yaml(to) },
      { dialect: 'CloudFormation', title, before: template(`|${from}`), after: template(printed) },
    ];
  });
}

describe.each(Object.keys(uris) as readonly Dialect[])('in %s', (dialect) => {
  it.each(cases.filter((it) => it.dialect === dialect))('$title', async ({ title, before, after }) => {
    expect(await refactored(before, title, dialect)).toBe(after);
    const known = await findings(before.replace('|', ''), dialect);
    const left = await findings(after, dialect);
    // What is inserted may be for a person to fill in, and wrapping is what was asked for.
    const expected = [...known, 'template-placeholder-left', 'wrapped-task-definition'];
    expect(left.filter((rule) => !expected.includes(rule))).toEqual([]);
  });
});

it.each([
  ['JSON', 'Wrap in taskDefinition', 'Unwrap taskDefinition'],
  ['YAML', 'Wrap in taskDefinition', 'Unwrap taskDefinition'],
  ['JSON', 'Convert to a CloudFormation template', 'Convert to a plain task definition'],
  ['YAML', 'Convert to a CloudFormation template', 'Convert to a plain task definition'],
] as const)('%s: what %s does, %s takes back to the byte', async (dialect, there, back) => {
  const texts = [
    '{\n  "family": "web", // x\n\n  "containerDefinitions": [\n    { "name": "app" }\n  ]\n}\n',
    '{ "family": "web", "containerDefinitions": [] }',
    '{\r\n    "family": "web",\r\n    "containerDefinitions": []\r\n}\r\n',
  ];
  const block = [
    'family: web # x\n\ncontainerDefinitions:\n  - name: app\n    command: |\n      a\n\n       b\n# y\n',
    'family: web\r\ncontainerDefinitions:\r\n- name: app\r\n',
    '\ufefffamily: web\ncontainerDefinitions: []',
  ];
  for (const text of dialect === 'JSON' ? texts : [...block, texts[1] ?? '']) {
    const after = await refactored(text.replace('family', 'fam|ily'), there, dialect);
    expect(after).not.toBe(text);
    const cursor = after.replace(/family/i, (key) => `${key.slice(0, 3)}|${key.slice(3)}`);
    expect(await refactored(cursor, back, dialect)).toBe(text);
  }
});

it.each([
  [
    'a volume in use',
    'JSON',
    '{ "containerDefinitions": [{ "mountPoints": [{ "sourceVolume": "v" }] }], "volumes": [{ "name": "|v" }] }',
  ],
  [
    'a volume, when a mount is unknown',
    'JSON',
    '{ "containerDefinitions": [{ "mountPoints": [{ "sourceVolume": "${V}" }] }], "volumes": [{ "name": "|v" }] }',
  ],
  [
    'a name that is a secret already',
    'JSON',
    '{ "containerDefinitions": [{ "environment": [{ "name": "|A" }], "secrets": [{ "name": "A" }] }] }',
  ],
  [
    'the place is elsewhere',
    'JSON',
    '{ "revision": 1, "cpu": "1024", "containerDefinitions": [{ "image": "|a", "logConfiguration": {} }], "volumes": [{ "name": "v" }] }',
  ],
  ['the text is broken', 'JSON', '{ "cpu": "10|24", "containerDefinitions": [{ ] }'],
] as const)('offers nothing for %s', async (_, dialect, marked) => {
  expect((await offers(marked, dialect)).titles).toEqual([]);
});

describe('does not sort what would lose its meaning', () => {
  it.each([
    ['a comment before a comma', 'JSON', '{ "|cpu": "1" /* x */, "family": "web", "containerDefinitions": [] }'],
    ['comments amid one line', 'JSON', '{ "|cpu": "1", /* x */ "family": "web", "containerDefinitions": [] }'],
    [
      'a comment that heads the file or its first member',
      'YAML',
      '# x\ncpu: |"1"\nfamily: web\ncontainerDefinitions: []\n',
    ],
    ['an anchor', 'YAML', 'volumes: &a []\n|family: web\ncontainerDefinitions: *a\n'],
    ['a merge key', 'YAML', 'cpu: |"1"\nfamily: web\n<<: { memory: "2" }\ncontainerDefinitions: []\n'],
    [
      'blank lines that a block scalar keeps',
      'YAML',
      'cpu: |+\n  1\n\nfami|ly: web\ncontainerDefinitions: []\n'.replace('|+', '>+'),
    ],
    ['what is in order', 'JSON', '{ "family": "|web", "containerDefinitions": [], "cpu": "1" }'],
  ] as const)('%s', async (_, dialect, marked) => {
    expect((await offers(marked, dialect)).titles).not.toContain('Sort into canonical order');
  });
});

describe('does not make plain', () => {
  const template = (properties: string, more = '') =>
    `${more}Resources:\n  Task:\n    Type: AWS::ECS::TaskDefinition\n    Properties:\n      Family: |web\n${properties}`;
  it.each([
    ['a definition with intrinsic functions', template('      Cpu: !Ref Cpu\n')],
    ['one in the long form', template('      Cpu: { Ref: Cpu }\n')],
    ['one of several resources', template('      Cpu: 256\n  Role:\n    Type: AWS::IAM::Role\n')],
    ['a template with parameters', template('', 'Parameters: {}\n')],
    ['a template with comments of its own', template('', 'AWSTemplateFormatVersion: "2010-09-09" # x\n')],
  ])('%s', async (_, marked) => {
    const { titles } = await offers(marked, 'CloudFormation');
    expect(titles).not.toContain('Convert to a plain task definition');
  });
});

it('does not unwrap what would lose its neighbours', async () => {
  const marked = '{ "taskDefinition": { "family": "|web", "containerDefinitions": [] }, "ResponseMetadata": {} }';
  expect((await offers(marked, 'JSON')).titles).toEqual([]);
});

it('adds before a bracket that closes beside the last member', async () => {
  const marked =
    '{\n  "|family": "web",\n  "containerDefinitions": [\n    { "name": "app",\n      "image": "a:1" }, {}\n  ]\n}\n';
  const after = await refactored(marked, 'Add a log configuration to the 2 containers without one', 'JSON');
  expect(JSON.parse(after).containerDefinitions[0]).toMatchObject({ logConfiguration: { logDriver: 'awslogs' } });
});

it('takes a list of containers alone', async () => {
  const marked = '[| { "image": "nginx:1.27", "name": "app" }]';
  const after = '[ { "name": "app", "image": "nginx:1.27" }]';
  expect(await refactored(marked, 'Sort into canonical order', 'JSON')).toBe(after);
  expect((await offers(marked, 'JSON')).titles).toEqual([
    'Add a log configuration to the container without one',
    'Sort into canonical order',
  ]);
});

it('sorts without a change of meaning, whatever the order', async () => {
  const members = ['"cpu": "256"', '"family": "web"', '"volumes": []', '"x": 1', '"containerDefinitions": []'];
  for (let turn = 0; turn < members.length; turn++) {
    const turned = [...members.slice(turn), ...members.slice(0, turn)];
    const text = `{\n${turned.map((member, index) => `  // ${index}\n  |${member}, // ${member}`).join('\n')}\n}`;
    const marked = text.replace('|', '\0').replaceAll('|', '').replace('\0', '|');
    const after = await refactored(marked, 'Sort into canonical order', 'JSON');
    const data = (it: string) => dataOf(service.open(uris.JSON, it).tree?.root);
    expect(data(after)).toEqual(data(text.replaceAll('|', '')));
    expect(after.match(/"\w+": [^,\n]+(?=, \/\/)/g)).toEqual([
      '"family": "web"',
      '"containerDefinitions": []',
      '"volumes": []',
      '"cpu": "256"',
      '"x": 1',
    ]);
    for (const [member, comment] of [...after.matchAll(/("\w+": [^,\n]+), \/\/ (.+)/g)].map((it) => it.slice(1)))
      expect(comment).toBe(member);
  }
});
