/** A service as an example of a rule, beside the members that every one has. Whole lines move, so carets stay below what they mark. */
export function serviceExample(members: string): string {
  return ['{', '  "serviceName": "web",', '  "taskDefinition": "web",', indented(members), '}'].join('\n');
}

/** A run of a task as an example of a rule. */
export function runExample(members: string): string {
  return ['{', '  "cluster": "batch",', '  "taskDefinition": "web",', indented(members), '}'].join('\n');
}

/** A template as an example of a rule: its resources. */
export function templateExample(resources: string): string {
  return ['{', '  "Resources": {', indented(indented(resources)), '  }', '}'].join('\n');
}

/** The small task definition that examples are about. */
export function taskExample(members = '', container = ''): string {
  return `{
  "family": "web",${members}
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 512${container} }
  ]
}`;
}

/** Two spaces before every line; a line of carets alone becomes a comment. */
function indented(text: string): string {
  return text.replace(/^/gm, '  ').replace(/^ {2}(?=[ ^]*\^[ ^]*$)/gm, '//');
}
