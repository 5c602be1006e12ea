import { example } from '../example';
import { defineRule, report } from '../rule';

const file = '"environmentFiles": [{ "type": "s3", "value": "arn:aws:s3:::my-bucket/app.env" }],';

export const rule = defineRule({
  id: 'windows-environment-files',
  category: 'compatibility',
  severity: 'information',
  title: 'It is unclear whether Windows containers read environment files',
  why: 'The API reference names Windows platform version 1.0.0 on Fargate, while pages of the developer guide say that environment files are not available for Windows containers.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EnvironmentFile.html',
  bad: [example('WINDOWS', '', `\n      ${file}\n//    ^^^^^^^^^^^^^^^^^^`)],
  good: [example('EC2', '', `\n      ${file}`), example('WINDOWS', '', '\n      "environmentFiles": [],')],

  *check({ isWindows, containerDefinitions }) {
    if (!isWindows) return;
    for (const { environmentFiles } of containerDefinitions.items) {
      if (environmentFiles.items.length === 0) continue;
      yield report(
        environmentFiles,
        "AWS's pages disagree on environment files for Windows containers. Test this one, or use 'environment' and 'secrets'.",
      );
    }
  },
});
