import type { Container } from '../../model/container';
import type { Field, List } from '../../model/field';
import { isKnown } from '../../model/known';
import { simpleWords } from '../../model/words';
import { defineRule, replace, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'command-single-string',
  category: 'correctness',
  severity: 'warning',
  title: 'Every word of a command is an item of its own',
  why: 'ECS starts the first item as a program and gives it the others; no shell splits them. A command in one piece is taken for the name of a program: "executable file not found".',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  bad: [
    `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "node:22.1", "memory": 128, "command": ["npm run start"] },
//                                                                    ^^^^^^^^^^^^^^^
    { "name": "side", "image": "node:22.1", "memory": 128, "entryPoint": ["node server.js"] }
//                                                                        ^^^^^^^^^^^^^^^^
  ]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "node:22.1", "memory": 128, "command": ["npm", "run", "start"] },
    { "name": "side", "image": "node:22.1", "memory": 128, "entryPoint": ["node", "server.js"] }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "containerDefinitions": [
    { "name": "a", "image": "node:22.1", "memory": 128, "command": ["npm", "run", "start"] },
    { "name": "b", "image": "node:22.1", "memory": 128, "entryPoint": ["sh", "-c"], "command": ["npm run start"] },
    { "name": "c", "image": "node:22.1", "memory": 128, "command": ["\${COMMAND} --verbose"] },
    { "name": "d", "image": "node:22.1", "memory": 128, "entryPoint": ["\${SHELL}", "-c"], "command": ["npm start"] }
  ]
}`,
    `{
  "family": "web",
  "runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE" },
  "containerDefinitions": [{ "name": "app", "image": "example/app:1", "memory": 512, "command": ["app.exe --serve"] }]
}`,
  ],

  *check({ containerDefinitions, isWindows }) {
    // Windows has one command line, which the items are joined to.
    if (isWindows !== false) return;
    for (const container of containerDefinitions.items) {
      yield* checkList(container.entryPoint);
      if (!takesOneText(container)) yield* checkList(container.command);
    }
  },
});

function* checkList(list: List<Field<string>>) {
  const [first, second] = list.items;
  if (!first?.literal || second || !/\S\s+\S/.test(first.literal)) return;
  const words = simpleWords(first.literal);
  yield report(
    first,
    `'${list.name}' is one item with blanks in it, which is taken for the name of a program. Make each word an item${words ? '' : ", or have a shell run it: 'sh', '-c' and the text"}.`,
    words && { fix: suggestion('Split into items', replace(list, words)) },
  );
}

/** True where what starts the command takes it as one text, as shells do (`sh -c`), or may do so. */
function takesOneText({ entryPoint }: Container): boolean {
  if (!isKnown(entryPoint) || entryPoint.items.some(({ literal }) => literal === undefined)) return true;
  const words = entryPoint.items.flatMap(({ literal = '' }) => literal.split(/\s+/));
  return words.length > 1 && words.some((word) => /^[-/][A-Za-z]/.test(word));
}
