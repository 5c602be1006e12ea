import { defineConfig } from 'vitest/config';

const root = new URL('..', import.meta.url).pathname;
// In Node's own ESM the UMD builds of these two are picked; inlined, Vite takes their modules as the bundles do.
const server = { deps: { inline: ['vscode-json-languageservice', 'jsonc-parser', 'vscode-languageserver-types'] } };

export default defineConfig({
  root,
  test: {
    coverage: {
      provider: 'v8',
      include: ['server/src/service/**', 'client/src/live/**'],
      exclude: ['**/*.generated.ts', '**/*.json'],
      reporter: ['text-summary', 'json-summary'],
      thresholds: { lines: 90, branches: 90 },
    },
    projects: [
      {
        resolve: { mainFields: ['module', 'main'] },
        test: {
          name: 'unit',
          root,
          include: ['test/{service,rules,files,lsp,cli,live,support,grammars}/**/*.test.ts'],
          server,
        },
      },
      {
        // Times are measured: alone, and without the instruments of coverage.
        resolve: { mainFields: ['module', 'main'] },
        test: {
          name: 'attacks',
          root,
          include: ['test/attacks/**/*.test.ts'],
          server,
          fileParallelism: false,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'hooks',
          root,
          include: ['test/hooks/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        resolve: { mainFields: ['module', 'main'] },
        test: {
          name: 'moto',
          root,
          include: ['test/moto/**/*.test.ts'],
          server,
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
      {
        resolve: { mainFields: ['module', 'main'] },
        test: {
          name: 'workbench',
          root,
          include: ['test/workbench/**/*.test.ts'],
          server,
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
