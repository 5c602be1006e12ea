import { knownNames } from '../../model/known';
import { nearest } from '../../model/nearest';
import { runExample, taskExample } from '../request-example';
import { defineRule, fix, replace, report, set, suggestion } from '../rule';

const overridden = (member: string) =>
  runExample(`"overrides": {
  "containerOverrides": [
    ${member}
  ]
}`);

export const rule = defineRule({
  id: 'override-unknown-container',
  category: 'correctness',
  severity: 'error',
  title: 'Overrides are for containers of the task definition',
  why: 'ECS matches an override with a container by name, and refuses the run when there is none of that name.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerOverride.html',
  about: 'request',
  notIn: { cloudformation: 'CloudFormation has no RunTask.' },
  beside: taskExample(),
  bad: [
    overridden(`{ "name": "ap", "command": ["migrate"] }
              ^^^^`),
    overridden(`{ "command": ["migrate"] }
    ^`),
  ],
  fixed: [
    overridden('{ "name": "app", "command": ["migrate"] }'),
    overridden('{ "command": ["migrate"], "name": "app" }'),
  ],
  good: [
    overridden('{ "name": "app", "command": ["migrate"] }'),
    overridden('{ "name": "${CONTAINER}", "command": ["migrate"] }'),
    overridden(''),
    '{ "cluster": "batch", "taskDefinition": "unknown-here", "overrides": { "containerOverrides": [{ "name": "x" }] } }',
  ],

  *checkRequest({ overrides: { containerOverrides } }, { task, action }) {
    const names = task && knownNames(task.containerDefinitions);
    if (!names || action !== 'RunTask') return;
    const related = [
      { place: task.containerDefinitions, message: 'The containers of the task definition.', elsewhere: true as const },
    ];
    for (const { at, name } of containerOverrides.items) {
      if (at.node?.type !== 'object') continue;
      const { literal } = name;
      const [only] = names.length === 1 ? names : [];
      if (!name.present) {
        yield report(name, `An override names its container: add 'name', one of '${names.join("', '")}'.`, {
          ...(only !== undefined && { fix: suggestion(`Insert the name '${only}'`, set(at, 'name', only)) }),
          related,
        });
        continue;
      }
      if (literal === undefined || names.includes(literal)) continue;
      const meant = nearest(literal, names);
      yield report(
        name,
        `The task definition has no container '${literal}' to override. It has '${names.join("', '")}'.`,
        { ...(meant !== undefined && { fix: fix(`Change to '${meant}'`, replace(name, meant)) }), related },
      );
    }
  },
});
