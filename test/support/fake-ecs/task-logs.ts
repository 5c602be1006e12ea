import { later } from './agenda';
import { isEnding, taskTimes } from './lifecycle';
import { addLog } from './logs';
import { lastPart, type TaskRecord, type World } from './world';

/** Lets the containers of a task that log to CloudWatch write what a program says: at its start, while it runs, at its end. */
export function writeLogs(world: World, task: TaskRecord): void {
  const { ending, definition, createdAt } = task;
  if (ending?.phase === 'start') return;
  const starts = createdAt + taskTimes.running;
  for (const { name = '', logConfiguration, portMappings } of definition.containerDefinitions ?? []) {
    const { 'awslogs-group': group, 'awslogs-stream-prefix': prefix } = logConfiguration?.options ?? {};
    if (logConfiguration?.logDriver !== 'awslogs' || !group) continue;
    const stream = prefix ? `${prefix}/${name}/${lastPart(task.arn)}` : `${lastPart(task.arn)}-${name}`;
    const port = portMappings?.[0]?.containerPort;
    const say = (at: number, message: string): void =>
      later(world, at, () => {
        if (!isEnding(task, at - 1)) addLog(world, group, stream, message, at);
      });
    say(starts, `${name} starts`);
    say(starts + 1_000, port === undefined ? `${name} is ready` : `${name} listens on port ${port}`);
    say(starts + 5_000, `${name} works`);
    if (ending?.container === name && ending.log) say(starts + taskTimes.ends, ending.log);
  }
}
