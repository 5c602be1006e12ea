const heads = {
  FARGATE: `  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": "1024",
  "memory": "2048",`,
  EC2: '  "requiresCompatibilities": ["EC2"],',
  EXTERNAL: '  "requiresCompatibilities": ["EXTERNAL"],',
  MANAGED_INSTANCES: '  "requiresCompatibilities": ["MANAGED_INSTANCES"],',
  WINDOWS: `  "requiresCompatibilities": ["EC2"],
  "runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE" },`,
  WINDOWS_FARGATE: `  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE" },
  "cpu": "1024",
  "memory": "2048",`,
};

/**
 * A small task definition for a platform, as an example of a rule. Lines that are added, to the definition and to its container, begin
 * with a line break and end with a comma. Other containers follow after a comma.
 */
export function example(platform: keyof typeof heads, members = '', container = '', others = ''): string {
  const image = platform.startsWith('WINDOWS') ? 'mcr.microsoft.com/windows/servercore:ltsc2022' : 'nginx:1.27';
  return `{
  "family": "web",
${heads[platform]}${members}
  "containerDefinitions": [
    {
      "name": "app",
      "image": "${image}",${container}
      "memory": 512
    }${others}
  ]
}`;
}

/** A line to add to an example, with carets below some parts of it, each the last of its kind. */
export function marked(line: string, ...parts: readonly string[]): string {
  const below = Array.from(line, (_, column) =>
    parts.some((part) => column >= line.lastIndexOf(part) && column < line.lastIndexOf(part) + part.length) ? '^' : ' ',
  );
  return `\n${line}\n//${below.join('').trimEnd().slice(2)}`;
}
