import process from 'node:process';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeFilesByUri } from '../files/node-files';
import { serve } from './server';

const usage = `Language server for Amazon ECS task definitions.

usage: node dist/server.js --stdio | --node-ipc | --socket=PORT | --pipe=NAME
`;

const { argv } = process;
if (argv.includes('--help')) {
  process.stdout.write(usage);
} else if (argv.some((argument) => /^--(?:stdio|node-ipc|socket|pipe)(?:=|$)/.test(argument))) {
  serve(createConnection(ProposedFeatures.all), nodeFilesByUri);
} else {
  process.stderr.write(usage);
  process.exitCode = 2;
}
