import { defineRule, report } from '../rule';

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EnvironmentFile.html */
const maxFiles = 10;

const files = (count: number, mark = '') =>
  Array.from(
    { length: count },
    (_, index) =>
      `\n        { "type": "s3", "value": "arn:aws:s3:::my-bucket/${index}.env" }${index < count - 1 ? ',' : ''}${index === maxFiles ? mark : ''}`,
  ).join('');

const example = (items: string) => `{
  "family": "web",
  "executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "environmentFiles": [${items}
      ]
    }
  ]
}`;

export const rule = defineRule({
  id: 'environment-file-count',
  category: 'correctness',
  severity: 'error',
  title: 'A container has ten environment files at most',
  why: 'ECS refuses more: “The maximum number of environment files was exceeded. Specify ten or less and try again.”',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EnvironmentFile.html',
  narrows: ['invalid-value'],
  bad: [example(files(11, '\n//      ^')), example(files(12, '\n//      ^'))],
  good: [example(files(10))],

  *check({ containerDefinitions }) {
    for (const { environmentFiles } of containerDefinitions.items) {
      const { items } = environmentFiles;
      const first = items[maxFiles];
      if (!first) continue;
      yield report(
        first.at,
        `A container takes ${maxFiles} environment files at most; this one has ${items.length}. Join some of them.`,
        { covers: [environmentFiles] },
      );
    }
  },
});
