import { isKnown } from '../../model/known';
import { proposedHealthCommand } from '../../model/proposed-health-check';
import { example } from '../example';
import { healthExample } from '../health-example';
import { defineRule, report, set, suggestion } from '../rule';

const ports = '\n      "portMappings": [{ "containerPort": 8080 }],';
const checked = (members: string, mark?: string) => healthExample(members, mark, ports);

export const rule = defineRule({
  id: 'health-check-command-empty',
  category: 'correctness',
  severity: 'error',
  title: 'A health check has a command',
  why: 'ECS requires the command, and its first item alone, CMD or CMD-SHELL, says how to run a program but names none.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html',
  narrows: ['invalid-value', 'required-member-missing'],
  bad: [
    checked('"command": ["CMD-SHELL"]', '"command"'),
    checked('"command": []', '"command"'),
    checked('"interval": 30', '"healthCheck"'),
  ],
  fixed: [
    checked('"command": ["CMD-SHELL", "curl -f http://127.0.0.1:8080/ || exit 1"]'),
    checked('"command": ["CMD-SHELL", "curl -f http://127.0.0.1:8080/ || exit 1"]'),
    checked('"interval": 30, "command": ["CMD-SHELL", "curl -f http://127.0.0.1:8080/ || exit 1"]'),
  ],
  good: [
    checked('"command": ["CMD", "/bin/check"]'),
    checked('"command": ["NONE"]'),
    checked('"command": "${COMMAND}"'),
    checked('"command": ["${COMMAND}"]'),
    example('EC2', '', '\n      "healthCheck": "${CHECK}",'),
  ],

  *check(task) {
    for (const container of task.containerDefinitions.items) {
      const { at, command } = container.healthCheck;
      if (at.node?.type !== 'object' || !isKnown(command)) continue;
      const [first, second] = command.items;
      const mode = first?.literal;
      if (second || (first && mode !== 'CMD' && mode !== 'CMD-SHELL')) continue;
      const proposed = proposedHealthCommand(task, container);
      yield report(
        command,
        first
          ? `${mode} runs what comes after it, and nothing does. Add the ${mode === 'CMD' ? 'program and its arguments' : 'text for the shell'}.`
          : 'The health check has no command, which ECS requires. Give it one, or remove the health check.',
        proposed && { fix: suggestion('Insert a request to the port of the container', set(at, 'command', proposed)) },
      );
    }
  },
});
