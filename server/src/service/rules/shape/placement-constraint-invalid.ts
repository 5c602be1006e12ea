import { defineRule, fix, remove, replace, report, suggestion } from '../rule';

const maxConstraints = 10;
const maxLength = 2000;

export const rule = defineRule({
  id: 'placement-constraint-invalid',
  category: 'correctness',
  severity: 'error',
  title: 'Placement constraints are expressions of the cluster query language',
  why: `A task definition takes ${maxConstraints} constraints of the type memberOf, each with an expression of at most ${maxLength} characters whose terms begin with attribute:, agentVersion, agentConnected, ec2InstanceId, registeredAt, runningTasksCount or task:.`,
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cluster-query-language.html',
  narrows: ['invalid-value', 'invalid-enum-value'],
  bad: [
    `{
  "family": "web",
  "requiresCompatibilities": ["EC2"],
  "placementConstraints": [
    { "type": "memberOf", "expression": "attributes:ecs.instance-type == t3.micro" },
//  ^
    { "type": "distinctInstance" },
//  ^
    { "type": "memberOf", "expression": "" }
//  ^
  ],
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "requiresCompatibilities": ["EC2"],
  "placementConstraints": [
    { "type": "memberOf", "expression": "attribute:ecs.instance-type == t3.micro" }
  ],
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],
  good: [
    `{
  "family": "web",
  "requiresCompatibilities": ["EC2"],
  "placementConstraints": [
    { "type": "memberOf", "expression": "attribute:ecs.instance-type =~ t3.* and not(attribute:stack == \\"a and b\\")" },
    { "type": "memberOf", "expression": "!(agentVersion < 1.50 || runningTasksCount > 3)" },
    { "type": "memberOf", "expression": "(task:group == databases) or ec2InstanceId in ['i-0abc', 'i-0def']" },
    { "type": "memberOf", "expression": "\${CONSTRAINT}" },
    { "type": "\${TYPE}" }
  ],
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],

  *check(task) {
    // Fargate takes no constraint at all, which is another finding.
    if (task.launchType('FARGATE') && !task.launchType('EC2') && !task.launchType('EXTERNAL')) return;
    const { placementConstraints } = task;
    const { items } = placementConstraints;
    const [eleventh] = items.slice(maxConstraints);
    if (eleventh)
      yield report(
        eleventh.at,
        `The task definition has ${items.length} placement constraints; ECS takes ${maxConstraints} at most.`,
        { covers: [placementConstraints] },
      );
    for (const { at, type, expression } of items.slice(0, maxConstraints)) {
      const drop = suggestion('Remove the constraint', remove(at));
      if (type.literal !== undefined && type.literal !== 'memberOf') {
        const advice = type.literal === 'distinctInstance' ? " Say 'distinctInstance' in the service." : '';
        yield report(
          at,
          `'${type.literal}' is no type of constraint of a task definition, which takes 'memberOf'.${advice}`,
          {
            fix: type.literal.toLowerCase() === 'memberof' ? fix("Write 'memberOf'", replace(type, 'memberOf')) : drop,
            covers: [type],
          },
        );
        continue;
      }
      if (expression.literal === undefined) continue;
      const fault = faultOf(expression.literal);
      if (fault === undefined) continue;
      const mended = expression.literal.replace(/(?<![\w:.])attributes:/g, 'attribute:');
      yield report(at, fault, {
        fix: mended === expression.literal ? drop : fix("Write 'attribute:'", replace(expression, mended)),
        covers: [expression],
      });
    }
  },
});

function faultOf(expression: string): string | undefined {
  if (expression.trim() === '')
    return "The constraint has no expression: say which instances the task may run on, as in 'attribute:stack == prod'.";
  const { length } = [...expression];
  if (length > maxLength) return `The expression has ${length} characters; ECS takes ${maxLength} at most.`;
  // Arguments in quotes and in brackets may hold any word.
  const bare = expression.replace(/"[^"]*"|'[^']*'|\[[^\]]*\]/g, 'x');
  const odd = bare
    .split(/\s(?:and|or)\s|&&|\|\|/i)
    .find(
      (term) =>
        !/^[\s(!]*(?:not\b[\s(!]*)*(?:attribute:|task:|agentVersion\b|agentConnected\b|ec2InstanceId\b|registeredAt\b|runningTasksCount\b)/i.test(
          term,
        ),
    );
  if (odd === undefined) return undefined;
  const subject = /^[\s(!]*([^\s=!<>)]{0,60})/.exec(odd)?.[1] ?? '';
  return /^attributes:/.test(subject)
    ? `'${subject}' is no subject of a constraint: did you mean 'attribute:' without s?`
    : `'${subject}' is no subject of a constraint: begin with 'attribute:', 'agentVersion', 'ec2InstanceId' or another that the cluster query language knows.`;
}
