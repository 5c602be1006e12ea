#!/usr/bin/env node
import { randomUUID } from 'node:crypto';
import process from 'node:process';
import { createInterface } from 'node:readline/promises';
import { buffer } from 'node:stream/consumers';
import { commands, runCli } from '../../../server/src/cli/cli';
import { decodeUtf8 } from '../../../server/src/files/decode-utf8';
import { nodeFiles } from '../../../server/src/files/node-files';
import { replaceFile } from '../../../server/src/files/replace-file';
import { loadAws } from '../aws/load';
import { systemClock } from '../system-clock';
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
  ask: async (question) => {
    const lines = createInterface({ input: process.stdin, output: process.stderr });
    try {
      return await lines.question(question);
    } finally {
      lines.close();
    }
  },
  onInterrupt: (listener) => {
    process.on('SIGINT', listener);
    return () => void process.off('SIGINT', listener);
  },
};

// A reader that has seen enough (`| head`) closes the pipe: no failure, and the exit code stands.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

runCli(process.argv.slice(2), io, [...commands, ...liveCommands(io, loadAws)]).then((code) => {
  // Not exit(): output to a pipe may still be on its way.
  process.exitCode = code;
});
