#!/usr/bin/env node
import { randomUUID } from 'node:crypto';
import process from 'node:process';
import { buffer } from 'node:stream/consumers';
import { commands, runCli } from '../../../server/src/cli/cli';
import { decodeUtf8 } from '../../../server/src/files/decode-utf8';
import { nodeFiles } from '../../../server/src/files/node-files';
import { replaceFile } from '../../../server/src/files/replace-file';
import { loadAws } from '../aws/load';
import { systemClock } from '../system-clock';
import { askLine } from './ask';
import { liveCommands } from './commands';
import type { Terminal } from './terminal';

const io: Terminal = {
  ...nodeFiles,
  cwd: process.cwd(),
  env: process.env,
  isTerminal: { out: process.stdout.isTTY === true, err: process.stderr.isTTY === true },
  replaceFile,
  readStdin: async () => decodeUtf8(await buffer(process.stdin)),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  clock: systemClock(),
  newId: randomUUID,
  canAsk: process.stdin.isTTY === true && process.stderr.isTTY === true,
  ask: (question) => askLine(question, process.stdin, process.stderr),
  onInterrupt: (listener) => {
    process.on('SIGINT', listener);
    return () => void process.off('SIGINT', listener);
  },
};

// A reader that has seen enough (`| head`) closes the pipe: no failure, and the exit code stands.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

runCli(process.argv.slice(2), io, [...commands, ...liveCommands(io, loadAws)]).then((code) => {
  // Not exit(): output to a pipe may still be on its way.
  process.exitCode = code;
});
