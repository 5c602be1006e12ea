import { launchTypes, levels } from '../service';
import type { Command } from './command';
import { formats } from './formats/reporter';
import { lint } from './lint';

export const lintCommand: Command = {
  name: 'lint',
  usage: ['[OPTION...] PATH...', '[OPTION...] [--stdin-filename NAME] -'],
  summary: 'Check files, what folders hold, or standard input',
  about:
    'A PATH is a file, a folder, or a glob in quotes. Of a folder and a glob the task definitions, services and runs are checked, as their content tells; what .gitignore names is left out. Services and runs are checked against the task definitions among the files. Settings come from the .taskdef.json next to a file and in the folders above it, the nearest first.',
  options: [
    { flag: '--fix', words: 'write the fixes that keep what is meant to the files, then report what is left' },
    { flag: `--format ${formats.join('|')}`, words: 'how to report; text when not given' },
    { flag: '--quiet', words: 'report errors only' },
    { flag: '--max-warnings N', words: 'fail when there are more warnings, reported or not' },
    { flag: '--rule RULE=LEVEL', words: `give a rule another level: ${levels.join(', ')}; can be repeated` },
    { flag: '--config FILE', words: 'take the settings from this file instead of looking for them' },
    {
      flag: '--launch-type TYPE',
      words: `launch type of definitions that list none: ${launchTypes.join(', ')}; can be repeated`,
    },
    { flag: '--stdin-filename NAME', words: 'the file that standard input stands for: its name, syntax and settings' },
  ],
  examples: [
    { typed: 'lint .', words: 'everything below this folder' },
    { typed: "lint 'services/**/task-*.json'", words: 'what a glob matches' },
    { typed: 'lint --fix --max-warnings 0 web.json', words: 'mend what is safe, and be strict about the rest' },
    { typed: 'lint --rule image-tag-latest=error .', words: 'take a rule more seriously' },
    { typed: 'lint --format sarif . > taskdef.sarif', words: 'for code scanning' },
    { typed: 'lint --stdin-filename web.yaml - < web.yaml', words: 'from a pipe' },
  ],
  run: lint,
};
