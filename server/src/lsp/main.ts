import { argv } from 'node:process';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './server';

if (argv.includes('--help')) {
  console.log(
    'Language server for Amazon ECS task definitions.\n\nusage: node dist/server.js --stdio | --node-ipc | --socket=PORT | --pipe=NAME',
  );
} else {
  serve(createConnection(ProposedFeatures.all));
}
