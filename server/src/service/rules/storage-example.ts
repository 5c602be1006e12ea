/** What an example is about; the rest of its task definition is the plainest there is. */
interface About {
  /** Members of the task definition, each line ended by a comma. */
  readonly task?: string;
  readonly containers?: string;
  readonly volumes?: string;
}

/**
 * A task definition around volumes and mounts. Whole lines move, so carets stay below what they mark; a line of carets alone becomes
 * a comment.
 */
export function definition({ task = '', containers = containerWith(mount), volumes = '{ "name": "data" }' }: About) {
  return [
    '{',
    '  "family": "web",',
    ...(task ? [indented(task, 2)] : []),
    '  "containerDefinitions": [',
    indented(containers, 4),
    '  ],',
    '  "volumes": [',
    indented(volumes, 4),
    '  ]',
    '}',
  ]
    .join('\n')
    .replace(/^ {2}(?=[ ^]*\^[ ^]*$)/gm, '//');
}

/** A container with some members. */
export function containerWith(members: string, name = 'app'): string {
  return ['{', `  "name": "${name}",`, '  "image": "nginx:1.27",', '  "memory": 128,', indented(members, 2), '}'].join(
    '\n',
  );
}

const mount = '"mountPoints": [{ "sourceVolume": "data", "containerPath": "/data" }]';

/** What a definition for Fargate has beside its containers. */
export const onFargate = `"networkMode": "awsvpc",
"requiresCompatibilities": ["FARGATE"],
"cpu": "256",
"memory": "512",`;

/** A task role, for volumes that are mounted with one. */
export const taskRole = '"taskRoleArn": "arn:aws:iam::111122223333:role/webTaskRole",';

/** Windows Server on EC2. */
export const onWindows = `"runtimePlatform": {
  "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE"
},`;

function indented(text: string, by: number): string {
  return text.replace(/^/gm, ' '.repeat(by));
}
