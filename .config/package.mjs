// Builds the bundles and packs them: `npm run package` makes taskdef.vsix.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkNode, ensureInstalled, main, onProjectNode, root, stampPackaged } from './setup.mjs';

await main(async () => {
  checkNode();
  ensureInstalled(console.log);
  const elsewhere = await onProjectNode(fileURLToPath(import.meta.url));
  if (elsewhere !== undefined) {
    return elsewhere;
  }
  const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  const steps = [
    [join(root, '.config', 'build.mjs')],
    // The packages are in the bundles.
    [vsce, 'package', '--no-dependencies', '-o', 'taskdef.vsix'],
  ];
  for (const args of steps) {
    const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
    if (status !== 0) {
      return status ?? 1;
    }
  }
  stampPackaged();
  return 0;
});
