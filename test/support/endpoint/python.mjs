// @ts-check
import { spawnSync } from 'node:child_process';
import { platform } from 'node:process';

const install =
  platform === 'win32'
    ? 'winget install Python.Python.3.12'
    : platform === 'darwin'
      ? 'brew install python'
      : 'sudo apt install python3 python3-venv';

/**
 * The command of a Python that can make virtual environments.
 * Throws an Error with one sentence that says what to install when there is none.
 * @param {readonly string[]} [candidates] commands to try, in this order
 * @returns {string}
 */
export function findPython(candidates = ['python3', 'python', 'py']) {
  const found = candidates.map(probe).filter((it) => it !== undefined);
  const good = found.find((it) => it.recent && it.venv);
  if (good) return good.command;
  if (found.some((it) => it.recent)) {
    throw new Error(
      `The local ECS endpoint needs Python's venv module, which this machine's Python lacks: install it (${install}) and run this again.`,
    );
  }
  const [old] = found;
  throw new Error(
    `The local ECS endpoint needs Python 3.9 or newer and found ${old ? `only ${old.version}` : 'none'}: install it (${install}) and run this again.`,
  );
}

/**
 * @param {string} command
 * @returns {{ command: string, version: string, recent: boolean, venv: boolean } | undefined}
 */
function probe(command) {
  const script = `import sys
try:
  import venv, ensurepip
  has = "venv"
except ImportError:
  has = ""
print("%d.%d" % sys.version_info[:2], has)`;
  const { status, stdout } = spawnSync(command, ['-c', script], { encoding: 'utf8', windowsHide: true });
  const answer = /^(\d+)\.(\d+) (venv)?/.exec(stdout ?? '');
  if (status !== 0 || !answer) return undefined;
  const [, major, minor, venv] = answer;
  const recent = Number(major) > 3 || (Number(major) === 3 && Number(minor) >= 9);
  return { command, version: `${major}.${minor}`, recent, venv: venv !== undefined };
}
