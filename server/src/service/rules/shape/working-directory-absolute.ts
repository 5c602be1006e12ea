import { defineRule, replace, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'working-directory-absolute',
  category: 'correctness',
  severity: 'warning',
  title: 'The working directory is an absolute path',
  why: 'Docker refuses to make a container with another one: "the working directory is invalid, it needs to be an absolute path".',
  source:
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#container_definition_environment',
  bad: [
    `{
  "family": "web",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128, "workingDirectory": "app" }]
//                                                                                                    ^^^^^
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128, "workingDirectory": "/app" }]
}`,
  ],
  good: [
    `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 128, "workingDirectory": "/app" },
    { "name": "side", "image": "nginx:1.27", "memory": 128, "workingDirectory": "\${DIR}" },
    { "name": "old", "image": "example/windows-app:1", "memory": 128, "workingDirectory": "C:\\\\app" }
  ]
}`,
  ],

  *check({ containerDefinitions, isWindows }) {
    for (const { workingDirectory } of containerDefinitions.items) {
      const path = workingDirectory.literal;
      // A definition for Windows on EC2 need not say that it is one.
      if (!path || /^(?:\/|[A-Za-z]:|\\)/.test(path)) continue;
      const absolute = `/${path.replace(/^(?:\.\/)+/, '')}`;
      yield report(
        workingDirectory,
        `The working directory '${path}' is not absolute: begin it with '${isWindows ? 'C:\\' : '/'}'.`,
        isWindows === false ? { fix: suggestion(`Write '${absolute}'`, replace(workingDirectory, absolute)) } : {},
      );
    }
  },
});
