// Renews the pictures of the README: plays two journeys in the real workbench and takes some of their screenshots.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { exit } from 'node:process';

const shown = {
  '2-quick-fix': 'quick-fix',
  '10-clusters': 'clusters',
  '60-plan-light': 'plan',
  '62-blue-green-light': 'activity',
  '63-image-not-there-light': 'cause',
};

const journey = [
  'run',
  '--config',
  '.config/vitest.config.mts',
  '--project',
  'workbench',
  'test/workbench/journey.test.ts',
  'test/workbench/deploy-watch-journey.test.ts',
];
const { status } = spawnSync('node_modules/.bin/vitest', journey, { stdio: 'inherit' });
if (status !== 0) exit(status ?? 1);
mkdirSync('docs/pictures', { recursive: true });
for (const [from, to] of Object.entries(shown)) copyFileSync(`test/pictures/${from}.png`, `docs/pictures/${to}.png`);
