// Runs the program named by the arguments, and ends it with all it started when the process that asked for it is gone,
// however that one died: its end of our standard input closes. To be started detached, so that the group is ours.
import { spawn } from 'node:child_process';

const [program, ...args] = process.argv.slice(2);
const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] });
child.once('exit', (code) => process.exit(code ?? 1));
process.stdin.once('close', end).resume();

function end() {
  process.once('SIGTERM', () => undefined);
  process.kill(-process.pid, 'SIGTERM');
  setTimeout(() => process.kill(-process.pid, 'SIGKILL'), 3000);
}
