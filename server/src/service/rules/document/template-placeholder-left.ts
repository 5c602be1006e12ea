import { type Text, textsIn } from '../../model/texts';
import { defineRule, report } from '../rule';

export const rule = defineRule({
  id: 'template-placeholder-left',
  category: 'correctness',
  severity: 'warning',
  title: 'Nothing is left to be filled in',
  why: 'Examples come with <…>, REPLACE_ME or the account numbers of the AWS documentation in place of what only you know. ECS registers many of them, and the task does not start: "Role is not valid". Account numbers are only a hint. What template engines fill in, as ${…} and {{ … }}, is not reported, nor is the <IMAGE1_NAME> of CodePipeline.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
  bad: [
    `{
  "family": "web",
  "executionRoleArn": "arn:aws:iam::<ACCOUNT>:role/ecsTaskExecutionRole",
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  "taskRoleArn": "arn:aws:iam::111122223333:role/web",
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  "containerDefinitions": [
    {
      "name": "app",
      "image": "ACCOUNT_ID.dkr.ecr.us-east-1.amazonaws.com/web:1.2",
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      "memory": 128,
      "environment": [
        { "name": "HOST", "value": "<your-host>" },
//                                 ^^^^^^^^^^^^^
        { "name": "KEY", "value": "REPLACE_ME" },
//                                ^^^^^^^^^^^^
        { "name": "STAGE", "value": "TODO" }
//                                  ^^^^^^
      ]
    }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "executionRoleArn": "arn:aws:iam::\${ACCOUNT_ID}:role/ecsTaskExecutionRole",
  "taskRoleArn": "arn:aws:iam::444455556666:role/{{ role }}",
  "containerDefinitions": [
    {
      "name": "todo",
      "image": "<IMAGE1_NAME>",
      "memory": 128,
      "entryPoint": ["sh", "-c"],
      "command": ["echo '<html><body>TODO list</body></html>' > index.html; cat <<EOF > a"],
      "environment": [
        { "name": "AWS_ACCOUNT_ID", "value": "444455556666" },
        { "name": "TODO_TABLE", "value": "TODO-items" },
        { "name": "PATTERN", "value": "^(?<level>[A-Z]+) List<String>" },
        { "name": "GREETING", "value": "<b>Hello</b>" }
      ]
    }
  ]
}`,
  ],

  *check({ at }) {
    for (const item of textsIn(at, anyMark)) {
      const left = leftIn(item);
      if (left !== undefined) {
        yield report(
          item.place,
          `'${left}' is still to be filled in, and ECS takes it as it is. Write what it stands for.`,
        );
        continue;
      }
      const account = documentationAccount.exec(item.text)?.[1];
      if (account !== undefined)
        yield report(item.place, `${account} is an account of the AWS documentation. Write the number of your own.`, {
          severity: 'hint',
        });
    }
  },
});

const anyMark = /<|REPLACE|TODO|ACCOUNT_ID|1(?:23456789012|11122223333)/;

/** Tokens in angle brackets that stand by themselves: no tags, no regular expressions, no generics. */
const inBrackets = /(?<![A-Za-z0-9?(\\])<(?!IMAGE\w*_NAME>)[A-Za-z][A-Za-z0-9_. -]{0,60}>/;

const inWords =
  /(?<![A-Za-z0-9])REPLACE[_-]?(?:ME|WITH[\w-]*|THIS)(?![A-Za-z0-9])|(?<=^|[:/])TODO(?=$|[:/\s])|(?<=^|[:/@])(?:AWS_|YOUR_|MY_)?ACCOUNT_ID(?=[:.])/;

/** Accounts that stand for no one's in the pages of AWS, in an ARN or in the host of a registry. */
const documentationAccount =
  /(?:arn:aws[a-z-]*:[a-z0-9-]*:[a-z0-9-]*:|^(?=\d{12}\.dkr[.-]))(123456789012|111122223333)(?=[:.])/;

/** Commands are written in languages of their own. */
const codeMembers: ReadonlySet<string | undefined> = new Set(['command', 'entryPoint']);

function leftIn({ text, member }: Text): string | undefined {
  const isCode = codeMembers.has(member) && !/^<[^<>]*>$/.test(text);
  const hasTags = /<\/|\/>/.test(text);
  return (isCode || hasTags ? undefined : inBrackets.exec(text)?.[0]) ?? (isCode ? undefined : inWords.exec(text)?.[0]);
}
