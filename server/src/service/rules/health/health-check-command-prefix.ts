import type { Container } from '../../model/container';
import type { Fix } from '../../problem';
import { defineRule, fix, replace, report } from '../rule';

export const rule = defineRule({
  id: 'health-check-command-prefix',
  category: 'correctness',
  severity: 'warning',
  title: 'A health check says how its command is run',
  why: 'The first item is CMD (run the program and its arguments as they are) or CMD-SHELL (give one string to the shell). Without it the check may fail however healthy the container is.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html',
  bad: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "healthCheck": {
        "command": ["curl -f http://127.0.0.1:8080/ || exit 1"]
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      }
    }
  ]
}`,
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "healthCheck": { "command": ["cmd-shell", "curl -f http://127.0.0.1:8080/ || exit 1"] }
//                                 ^^^^^^^^^^^
    },
    {
      "name": "side",
      "image": "busybox:1.36",
      "memory": 128,
      "healthCheck": { "command": ["/bin/check", "--fast"] }
//                                 ^^^^^^^^^^^^
    }
  ]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "healthCheck": {
        "command": ["CMD-SHELL", "curl -f http://127.0.0.1:8080/ || exit 1"]
      }
    }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "healthCheck": { "command": ["CMD-SHELL", "curl -f http://127.0.0.1:8080/ || exit 1"] }
    },
    { "name": "b", "image": "busybox:1.36", "memory": 128, "healthCheck": { "command": ["CMD", "/bin/check"] } },
    { "name": "c", "image": "busybox:1.36", "memory": 128, "healthCheck": { "command": ["NONE"] } }
  ]
}`,
  ],

  *check(task) {
    for (const { healthCheck } of task.containerDefinitions.items) {
      const [first] = healthCheck.command.items;
      if (first?.literal === undefined || modes.includes(first.literal)) continue;
      const mend = fixOf(healthCheck.command);
      yield report(
        first,
        modes.includes(first.literal.toUpperCase())
          ? `'${first.literal}' must be written '${first.literal.toUpperCase()}'.`
          : "A health check's command starts with CMD or CMD-SHELL, which say how to run it: CMD without a shell, CMD-SHELL with one.",
        mend && { fix: mend },
      );
    }
  },
});

const modes = ['CMD', 'CMD-SHELL', 'NONE'];

function fixOf(command: Container['healthCheck']['command']): Fix | undefined {
  const items = command.items.flatMap(({ literal }) => (literal === undefined ? [] : [literal]));
  const [first, ...others] = items;
  const [place] = command.items;
  if (first === undefined || place === undefined || items.length < command.items.length) return undefined;
  const upper = first.toUpperCase();
  if (modes.includes(upper)) return fix(`Change to '${upper}'`, replace(place, upper));
  if (others.length > 0) return fix('Insert CMD', replace(command, ['CMD', ...items]));
  // A bare program may be all that the image has: it needs no shell.
  const bare = /^[\w./-]+$/.test(first);
  return bare
    ? fix('Insert CMD', replace(command, ['CMD', first]))
    : fix('Insert CMD-SHELL', replace(command, ['CMD-SHELL', first]));
}
