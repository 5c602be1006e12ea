import { executionRoleArn } from '../../data/placeholder-arns';
import { type Container, isPrivateEcr } from '../../model/container';
import type { Field, Place } from '../../model/field';
import { mayRunOn } from '../../model/launch-type';
import { lacksRole } from '../../model/roles';
import type { LaunchType, TaskDefinition } from '../../model/task-definition';
import type { Severity } from '../../problem';
import { example, marked } from '../example';
import { defineRule, defineRules, type Rule, report, set, suggestion } from '../rule';

interface Row extends Pick<Rule, 'id' | 'title' | 'bad' | 'good'> {
  readonly why: string;
  readonly severity: Severity;
  readonly source: string;
  /** What of a container needs the role. */
  readonly of: (container: Container) => Place | undefined;
  /** What ECS does as the role; follows “ECS”. */
  readonly act: string;
  /** The launch types of which one has to be known; any when absent. */
  readonly on?: readonly LaunchType[];
  /** For what is milder, or no matter, in some definitions. */
  readonly levelFor?: (task: TaskDefinition) => Severity | undefined;
  /** What to say where the level is lower. */
  readonly mildly?: string;
}

const guide = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide';

const taskRole = `
  "taskRoleArn": "arn:aws:iam::111122223333:role/webTaskRole",`;
const role = `
  "executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",`;
const roleToCome = `
  "executionRoleArn": "\${EXECUTION_ROLE}",`;

const secret = '      "secrets": [{ "name": "TOKEN", "valueFrom": "/app/token" }],';

const splunk = (mark: string) => `
      "logConfiguration": {
        "logDriver": "splunk",
        "options": { "splunk-url": "https://splunk.example.com:8088" },
        "secretOptions": [{ "name": "splunk-token", "valueFrom": "/app/splunk" }]${mark}
      },`;

const awslogs = (mark: string) => `
      "logConfiguration": {
        "logDriver": "awslogs",${mark}
        "options": {
          "awslogs-group": "/ecs/web",
          "awslogs-region": "us-east-1",
          "awslogs-stream-prefix": "ecs"
        }
      },`;

const credentials =
  '      "repositoryCredentials": { "credentialsParameter": "arn:aws:secretsmanager:us-east-1:111122223333:secret:hub-AbCdEf" },';
const files = '      "environmentFiles": [{ "type": "s3", "value": "arn:aws:s3:::my-bucket/app.env" }],';
const spec = '      "credentialSpecs": ["credentialspec:arn:aws:ssm:us-east-1:111122223333:parameter/spec"],';

const ecr = '111122223333.dkr.ecr.us-east-1.amazonaws.com/web:1.2';
const pulling = (text: string, image: string) =>
  text.replace(/\n *"image": .*/, () => marked(`      "image": "${image}",`, `"${image}"`));
const pullingSilently = (text: string, image: string) => pulling(text, image).replace(/\n\/\/.*/, '');

/** What ECS itself calls AWS for, before a container starts and for its logs. */
const table: readonly Row[] = [
  {
    id: 'execution-role-required-secrets',
    severity: 'error',
    title: 'Secrets need an execution role',
    why: "ECS reads secrets before the container starts, as the execution role, and refuses a definition without one: “When you are specifying container secrets, you must also specify a value for 'executionRoleArn'.”",
    source: `${guide}/task_execution_IAM_role.html`,
    of: ({ secrets, logConfiguration }) =>
      [secrets, logConfiguration.secretOptions].find(({ items }) => items.length > 0),
    act: 'reads these secrets before the container starts',
    bad: [
      example('EC2', '', marked(secret, '"secrets"')),
      example('EC2', taskRole, splunk('\n//      ^^^^^^^^^^^^^^^')),
    ],
    good: [
      example('EC2', role, `\n${secret}`),
      example('EC2', roleToCome, splunk('')),
      example('EC2', '', '\n      "secrets": [],'),
    ],
  },
  {
    id: 'execution-role-required-ecr',
    severity: 'error',
    title: 'Images in a private ECR repository need an execution role',
    why: 'ECS pulls the image as the execution role. Fargate refuses a definition without it: “Fargate requires task definition to have execution role ARN to support ECR images.” On EC2 the role of the instance can stand in, which is a hint only.',
    source: `${guide}/task_execution_IAM_role.html`,
    of: ({ image }) => (image.literal !== undefined && isPrivateEcr(image.literal) ? image : undefined),
    act: 'pulls this image from its private repository',
    on: ['FARGATE', 'MANAGED_INSTANCES', 'EXTERNAL', 'EC2'],
    levelFor: ({ launchTypes }) => (launchTypes.every((name) => name === 'EC2') ? 'hint' : 'error'),
    mildly:
      'This image is in a private ECR repository. Without executionRoleArn, the role of the EC2 instance must be allowed to pull it.',
    bad: [pulling(example('FARGATE'), ecr), pulling(example('EC2', taskRole), ecr)],
    good: [
      pullingSilently(example('EXTERNAL', role), ecr),
      pullingSilently(example('EXTERNAL'), 'public.ecr.aws/nginx/nginx:1.27'),
      pullingSilently(example('FARGATE'), '${ACCOUNT}.dkr.ecr.us-east-1.amazonaws.com/web:1.2'),
    ],
  },
  {
    // On external instances external-execution-role-logs says it.
    id: 'execution-role-required-awslogs',
    severity: 'error',
    title: 'Logs to CloudWatch from Fargate need an execution role',
    why: 'On Fargate no instance has a role that could write to CloudWatch Logs: the awslogs driver does it as the execution role, and ECS refuses a definition without one: “Fargate requires task definition to have execution role ARN to support log driver awslogs.”',
    source: `${guide}/task_execution_IAM_role.html`,
    of: ({ logConfiguration: { logDriver } }) => (logDriver.literal === 'awslogs' ? logDriver : undefined),
    act: 'sends what this driver collects to CloudWatch Logs, while the container runs,',
    on: ['FARGATE'],
    bad: [
      example('FARGATE', '', awslogs('\n//                   ^^^^^^^^^')),
      example('FARGATE', taskRole, awslogs('\n//                   ^^^^^^^^^')),
    ],
    good: [
      example('FARGATE', role, awslogs('')),
      example('EC2', '', awslogs('')),
      example('FARGATE', '', '\n      "logConfiguration": { "logDriver": "${LOG_DRIVER}" },'),
    ],
  },
  {
    id: 'execution-role-required-registry',
    severity: 'error',
    title: 'Credentials for a private registry need an execution role',
    why: 'ECS reads the credentials from Secrets Manager as the execution role, to pull the image with them. Without the role the image cannot be pulled.',
    source: `${guide}/private-auth.html`,
    of: ({ repositoryCredentials: { at } }) => (at.node?.type === 'object' ? at : undefined),
    act: 'reads these credentials from Secrets Manager to pull the image',
    bad: [
      example('EC2', '', marked(credentials, '"repositoryCredentials"')),
      example('FARGATE', taskRole, marked(credentials, '"repositoryCredentials"')),
    ],
    good: [
      example('FARGATE', role, `\n${credentials}`),
      example('EC2', '', '\n      "repositoryCredentials": "${CREDENTIALS}",'),
    ],
  },
  {
    id: 'execution-role-required-env-files',
    severity: 'error',
    title: 'Environment files need an execution role',
    why: 'ECS downloads environment files from S3 before the container starts, as the execution role. Without one the task stops on Fargate with ResourceInitializationError; elsewhere this is a warning.',
    source: `${guide}/use-environment-file.html`,
    of: ({ environmentFiles }) => (environmentFiles.items.length > 0 ? environmentFiles : undefined),
    act: 'downloads these files from S3 before the container starts',
    levelFor: (task) => (task.launchType('FARGATE') ? 'error' : 'warning'),
    bad: [
      example('FARGATE', '', marked(files, '"environmentFiles"')),
      example('EC2', taskRole, marked(files, '"environmentFiles"')),
    ],
    good: [
      example('FARGATE', role, `\n${files}`),
      example('EC2', roleToCome, `\n${files}`),
      example('FARGATE', '', '\n      "environmentFiles": [],'),
    ],
  },
  {
    id: 'execution-role-required-credential-specs',
    severity: 'warning',
    title: 'Credential specs in S3 or Systems Manager need an execution role',
    why: 'The agent fetches the credential spec before the container starts, as the execution role. Without one it reports “credentialspec resource: unable to find execution role credentials”.',
    source: `${guide}/windows-gmsa.html`,
    of: ({ credentialSpecs }) =>
      credentialSpecs.items.some(({ literal }) => /:arn:aws[a-z-]*:(?:s3|ssm):/.test(literal ?? ''))
        ? credentialSpecs
        : undefined,
    act: 'fetches this credential spec before the container starts',
    levelFor: (task) => (mayRunOn(task, 'EC2') ? 'warning' : undefined),
    bad: [
      example('WINDOWS', '', marked(spec, '"credentialSpecs"')),
      example('EC2', taskRole, marked(spec, '"credentialSpecs"')),
    ],
    good: [
      example('WINDOWS', role, `\n${spec}`),
      example('WINDOWS', '', '\n      "credentialSpecs": ["credentialspec:file://spec.json"],'),
      example('FARGATE', '', `\n${spec}`),
    ],
  },
];

export const rules = defineRules(table, ({ of, act, on, levelFor, mildly, why, severity, ...row }) =>
  defineRule({
    ...row,
    category: 'iam',
    severity,
    why: `${why} The task role is another one, for the calls of your own code.`,
    fixed: row.bad.slice(0, 1).map(withRole),
    *check(task) {
      const { at, executionRoleArn: role, containerDefinitions } = task;
      if (!lacksRole(role)) return;
      const launchType = on && firstOf(task, on);
      const level = levelFor ? levelFor(task) : severity;
      if (level === undefined || (on && !launchType)) return;
      // One role is missing, however many containers need it.
      const [needy, ...others] = containerDefinitions.items.flatMap((container) => of(container) ?? []);
      if (!needy) return;
      yield report(
        needy,
        (level !== severity && mildly) ||
          `ECS ${act} as the execution role, and there is none: set executionRoleArn. ${aboutTaskRole(task)}`,
        {
          severity: level,
          fix: suggestion('Add executionRoleArn', set(at, 'executionRoleArn', executionRoleArn)),
          related: [
            ...(launchType?.node ? [{ place: launchType, message: 'The launch type' }] : []),
            ...others.slice(0, maxOthers).map((place) => ({ place, message: 'This needs the role too' })),
          ],
        },
      );
    },
  }),
);

/** Nobody reads a longer list. */
const maxOthers = 9;

function aboutTaskRole({ taskRoleArn }: TaskDefinition): string {
  return lacksRole(taskRoleArn)
    ? '(taskRoleArn is another role, for the calls of your own code.)'
    : 'The role in taskRoleArn does not serve for this: it is for the calls of your own code.';
}

/** Where the first of some launch types is listed that the definition is for. */
function firstOf(task: TaskDefinition, names: readonly LaunchType[]): Field<string> | undefined {
  return names.map((name) => task.launchType(name)).find((listed) => listed !== undefined);
}

function withRole(text: string): string {
  return text.replace(/\n\/\/.*/, '').replace(/ {2}\]\n}$/, `  ],\n  "executionRoleArn": "${executionRoleArn}"\n}`);
}
