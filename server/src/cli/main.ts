import process from 'node:process';
import { text } from 'node:stream/consumers';
import { nodeFiles } from '../files/node-files';
import { replaceFile } from '../files/replace-file';
import { runCli } from './cli';
import type { Io } from './io';

const io: Io = {
  ...nodeFiles,
  replaceFile,
  readStdin: () => text(process.stdin),
  out: (line) => process.stdout.write(line),
  err: (line) => process.stderr.write(line),
};

// A reader that has seen enough (`| head`) closes the pipe: no failure, and the exit code stands.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

runCli(process.argv.slice(2), io).then((code) => {
  // Not exit(): output to a pipe may still be on its way.
  process.exitCode = code;
});
