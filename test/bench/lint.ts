import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { argv, cwd, resourceUsage } from 'node:process';
import { runCli } from '../../server/src/cli/cli';
import { nodeFiles } from '../../server/src/files/node-files';
import { largeDefinition } from '../support/large-definition';

const count = Number(argv[2] ?? 2000);
const text = largeDefinition(8_000);
const folder = await mkdtemp(join(tmpdir(), 'taskdef-bench-'));
for (let index = 0; index < count; index++) {
  const team = join(folder, `team-${index % 50}`);
  await mkdir(team, { recursive: true });
  await writeFile(join(team, `${index}.json`), text.replace('"web"', `"web-${index}"`));
}
let written = 0;
const start = performance.now();
await runCli(['lint', folder], {
  ...nodeFiles,
  cwd: cwd(),
  env: {},
  isTerminal: { out: false, err: false },
  readStdin: async () => '',
  replaceFile: () => Promise.reject(new Error('nothing is changed')),
  out: (part) => {
    written += part.length;
  },
  err: (part) => console.error(part),
});
const seconds = (performance.now() - start) / 1000;
await rm(folder, { recursive: true });
console.log(
  `${count} definitions of ${text.length} bytes, ${written} characters of report: ${seconds.toFixed(1)} s, ` +
    `${((seconds * 1000) / count).toFixed(2)} ms each; peak memory ${Math.round(resourceUsage().maxRSS / 1024)} MB`,
);
