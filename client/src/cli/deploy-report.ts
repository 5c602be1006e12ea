import type { End } from '../live/activity/end';
import { endMessage } from '../live/activity/end-words';
import type { ActivityEvent } from '../live/activity/events';
import { progressLine } from '../live/activity/line';
import type { Subject } from '../live/activity/subject';
import { plain } from '../live/plain';
import { exitCodes } from './exit-codes';
import type { Terminal } from './terminal';

/** Tells how a deployment goes on standard output: lines for people, or a JSON object a line. */
export interface Report {
  /** A step that is under way. */
  step(words: string): void;
  started(subject: Subject): void;
  event(event: ActivityEvent, now: number): void;
  done(what: 'unchanged' | 'done' | 'registered'): void;
  /** Answers the exit code. */
  end(subject: Subject, end: End): number;
}

export function createReport(format: 'text' | 'json', terminal: Terminal): Report {
  const write = (event: Readonly<Record<string, unknown>>, line: string | undefined): void => {
    if (format === 'json') terminal.out(`${JSON.stringify(event)}\n`);
    else if (line !== undefined) terminal.out(`${line}\n`);
  };
  let last: string | undefined;
  return {
    step: (words) => write({ event: 'step', words }, words),
    started: ({ kind, taskDefinitionArn, calls, title }) =>
      write({ event: 'started', kind, taskDefinition: taskDefinitionArn, calls }, calls?.join(', ') ?? title),
    event: (event, now) => {
      if (event.kind === 'end') return;
      const line = progressLine(event, now, plain);
      // Facts that change nothing in words are for scripts only.
      write(asJson(event), line === last ? undefined : line);
      last = line;
    },
    done: (what) => write({ event: 'end', kind: what }, undefined),
    end: (subject, end) => {
      const { text } = endMessage(subject, end, plain);
      const details = 'details' in end ? end.details : [];
      write(
        { event: 'end', kind: end.kind, words: text, details },
        [text, ...details.map((it) => `  ${it}`)].join('\n'),
      );
      return exitCodeOf(end);
    },
  };
}

function asJson(event: Exclude<ActivityEvent, { readonly kind: 'end' }>): Readonly<Record<string, unknown>> {
  switch (event.kind) {
    case 'trouble':
    case 'waiting':
      return { event: event.kind, words: event.failure.sentence };
    case 'tasks':
      return { event: 'tasks', tasks: event.tasks.map(({ arn, lastStatus }) => ({ arn, status: lastStatus })) };
    case 'service-event':
      return { event: 'service-event', at: event.event.at, words: event.event.message };
    case 'stopped-tasks':
      return { event: 'stopped-tasks', groups: event.groups };
    case 'deployment':
      return { event: 'deployment', state: event.state };
    case 'seeing':
      return { event: 'seeing' };
  }
}

function exitCodeOf({ kind }: End): number {
  switch (kind) {
    case 'succeeded':
    case 'running':
    case 'finished':
      return exitCodes.done;
    case 'unwatched':
    case 'timeout':
    case 'blind':
      return exitCodes.failure;
    default:
      return exitCodes.negative;
  }
}
