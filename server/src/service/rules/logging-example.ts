import { marked } from './example';

/** Members of a container that log with a driver, one option each line; for `example`. */
export function logging(driver: string, options?: Readonly<Record<string, string>>): string {
  const members = [`"logDriver": "${driver}"`, ...(options ? [`"options": ${block(options, 8)}`] : [])];
  return `\n      "logConfiguration": {\n        ${members.join(',\n        ')}\n      },`;
}

/** Options of `awslogs` that leave nothing to say. */
export const awslogs = {
  'awslogs-group': '/ecs/web',
  'awslogs-region': 'us-east-1',
  'awslogs-stream-prefix': 'ecs',
  'awslogs-create-group': 'true',
  mode: 'non-blocking',
} as const;

/** An execution role, as a line for `example`. */
export const executionRole = '\n  "executionRoleArn": "arn:aws:iam::111122223333:role/webExecutionRole",';

/** What differs from the usual task with a log router. */
interface Routed {
  /** Members of the task definition, each line ended by a comma. */
  readonly task?: string;
  /** Members of the application beside its name, image and memory. */
  readonly app?: string;
  /** Members of the log router beside its name and image. */
  readonly router?: string;
}

const toStdout = '"logConfiguration": { "logDriver": "awsfirelens", "options": { "Name": "stdout" } }';
const fluentBit = '"memoryReservation": 50,\n"firelensConfiguration": { "type": "fluentbit" }';

/** A task whose application logs through FireLens. */
export function routed({ task = '', app = toStdout, router = fluentBit }: Routed): string {
  return `{
  "family": "web",${lines(task, 2)}
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,${lines(app, 6)}
    },
    {
      "name": "log_router",
      "image": "public.ecr.aws/aws-observability/aws-for-fluent-bit:2.32.4",${lines(router, 6)}
    }
  ]
}`;
}

/** Marks parts of an example, all where they occur, with carets in a comment below. */
export function mark(text: string, ...parts: readonly string[]): string {
  return text
    .split('\n')
    .map((line) => {
      const found = parts.filter((part) => line.includes(part));
      return found.length > 0 ? marked(line, ...found).slice(1) : line;
    })
    .join('\n');
}

function block(members: Readonly<Record<string, string>>, indent: number): string {
  const spaces = ' '.repeat(indent);
  const entries = Object.entries(members).map(([name, value]) => `${spaces}  "${name}": "${value}"`);
  return `{\n${entries.join(',\n')}\n${spaces}}`;
}

function lines(text: string, indent: number): string {
  return text && `\n${text.replace(/^/gm, ' '.repeat(indent))}`;
}
