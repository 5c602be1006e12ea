import type { StopCause } from './cause';

const dockerPage = 'https://docs.docker.com/engine/containers/run/#exit-status';
const page = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-errors.html';

/** What the exit code of an essential container says. https://docs.docker.com/engine/containers/run/#exit-status */
export const exitCodes: Readonly<Record<number, StopCause>> = {
  0: {
    id: 'exit-0',
    severity: 'information',
    sentence: '{Container} has finished its work.',
    fix: 'There is nothing to do.',
    url: page,
    at: 'container',
  },
  125: {
    id: 'exit-125',
    severity: 'error',
    sentence:
      '{Container} ended with exit code 125: a container runtime or a wrapper within it failed before its program began.',
    fix: 'See its logs, and its entryPoint.',
    url: dockerPage,
    at: 'command',
  },
  126: {
    id: 'exit-126',
    severity: 'error',
    sentence: '{Container} ended with exit code 126: its program is there, but cannot be executed.',
    fix: 'Set its executable bit, check its first line (#!) and the architecture it was built for.',
    url: dockerPage,
    at: 'command',
  },
  127: {
    id: 'exit-127',
    severity: 'error',
    sentence: '{Container} ended with exit code 127: a program that it calls is not in the image.',
    fix: 'Correct entryPoint or command, or install the program in the image.',
    url: dockerPage,
    at: 'command',
  },
  134: {
    id: 'exit-134',
    severity: 'error',
    sentence: '{Container} ended with exit code 134: its program gave up by itself (SIGABRT).',
    fix: 'See its last lines of log.',
    url: page,
    at: 'container',
  },
  137: {
    id: 'exit-137',
    severity: 'error',
    sentence:
      '{Container} was killed (exit code 137, SIGKILL): it ran out of memory, or did not end within stopTimeout when it was told to.',
    fix: 'Give it more memory, or let its program end on SIGTERM.',
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/out-of-memory.html',
    at: 'memory',
  },
  139: {
    id: 'exit-139',
    severity: 'error',
    sentence: '{Container} ended with exit code 139: its program touched memory that is not its own (SIGSEGV).',
    fix: 'Look for native libraries of another architecture or C library in the image.',
    url: page,
    at: 'image',
  },
  143: {
    id: 'exit-143',
    severity: 'warning',
    sentence: '{Container} was told to end (exit code 143, SIGTERM).',
    fix: 'See which container or person ended the task.',
    url: page,
    at: 'container',
  },
};

/** An essential container of a service that ended well: services run what does not end. */
export const finishedInService: StopCause = {
  id: 'exit-0-service',
  severity: 'warning',
  sentence: '{Container} has finished (exit code 0), and with it the task: a service runs what does not end by itself.',
  fix: 'Let its program stay in the foreground, set essential to false, or run it as a task of its own.',
  url: page,
  at: 'container',
};

/** Any other exit code, `{code}`. */
export const otherExit: StopCause = {
  id: 'exit-code',
  severity: 'error',
  sentence: '{Container} ended with exit code {code}: its program failed.',
  fix: 'See its last lines of log.',
  url: page,
  at: 'container',
};
