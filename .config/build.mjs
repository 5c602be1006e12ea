// Bundles the extension, the language server and the command line tool into dist/.
import { rmSync } from 'node:fs';
import { argv } from 'node:process';
import { build, context } from 'esbuild';

const watch = argv.includes('--watch');
/** @type {import('esbuild').BuildOptions} */
const options = {
  entryPoints: {
    extension: 'client/src/extension.ts',
    aws: 'client/src/aws/index.ts',
    server: 'server/src/lsp/main.ts',
    cli: 'client/src/cli/main.ts',
  },
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // With the default order the UMD builds of vscode-json-languageservice and jsonc-parser are taken; they fail in a bundle.
  mainFields: ['module', 'main'],
  // The SDK is its own bundle, so that activation does not pay for it.
  external: ['vscode', './aws.js'],
  minify: !watch,
  sourcemap: watch ? 'linked' : false,
  legalComments: 'none',
  loader: { '.json': 'json' },
  logLevel: 'warning',
};

if (watch) {
  await (await context(options)).watch();
} else {
  rmSync('dist', { recursive: true, force: true });
  await build(options);
}
