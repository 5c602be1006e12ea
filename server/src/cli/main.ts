#!/usr/bin/env node
import process from 'node:process';
import { buffer } from 'node:stream/consumers';
import { decodeUtf8 } from '../files/decode-utf8';
import { nodeFiles } from '../files/node-files';
import { replaceFile } from '../files/replace-file';
import { runCli } from './cli';
import type { Io } from './io';

const io: Io = {
  ...nodeFiles,
  cwd: process.cwd(),
  env: process.env,
  isTerminal: { out: process.stdout.isTTY === true, err: process.stderr.isTTY === true },
  replaceFile,
  readStdin: async () => decodeUtf8(await buffer(process.stdin)),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
};

// A reader that has seen enough (`| head`) closes the pipe: no failure, and the exit code stands.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

runCli(process.argv.slice(2), io).then((code) => {
  // Not exit(): output to a pipe may still be on its way.
  process.exitCode = code;
});
