import { example } from '../example';
import { defineRule, remove, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'interactive-or-tty',
  category: 'style',
  severity: 'hint',
  title: 'Containers of a task keep no input open and have no terminal',
  why: 'Nobody types into a task: the two are left over from docker run -it. With a terminal programs also write colours and line breaks for people into the logs. ECS Exec needs neither.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  bad: [
    example(
      'EC2',
      '',
      `
      "interactive": true,
//                   ^^^^
      "pseudoTerminal": true,
//                      ^^^^`,
    ),
  ],
  fixed: [example('EC2')],
  good: [example('EC2', '', '\n      "interactive": false,\n      "pseudoTerminal": "${TTY}",')],

  *check({ containerDefinitions }) {
    for (const { interactive, pseudoTerminal } of containerDefinitions.items) {
      if (interactive.literal === true)
        yield report(interactive, 'Nobody types into a task, so its input need not stay open. Remove it.', {
          fix: suggestion("Remove 'interactive'", remove(interactive)),
        });
      if (pseudoTerminal.literal === true)
        yield report(
          pseudoTerminal,
          'Nobody sees the terminal of a task, but its logs get what is for one. Remove it.',
          {
            fix: suggestion("Remove 'pseudoTerminal'", remove(pseudoTerminal)),
          },
        );
    }
  },
});
