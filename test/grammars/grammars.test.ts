import { beforeAll, describe, expect, it } from 'vitest';
import { type Host, openTokeniser, type Token } from './tokenise';

let tokenise: (host: Host, text: string) => readonly Token[];
beforeAll(async () => {
  tokenise = await openTokeniser();
});

const quoted: readonly [Host, (key: string, value: string) => string][] = [
  ['source.json', (key, value) => `{"${key}": "${value}", "cpu": 256}`],
  ['source.json', (key, value) => `{\n  "cpu": 256,\n  "${key}" : "${value}"\n}`],
  ['source.json.comments', (key, value) => `{ // a note\n  "${key}":"${value}" // another\n}`],
  ['source.yaml', (key, value) => `containerDefinitions:\n  - ${key}: "${value}" # a note`],
  ['source.yaml', (key, value) => `${key}: '${value}'\ncpu: 256`],
  ['source.yaml', (key, value) => `{ "cpu": 256, "${key}": "${value}" }`],
];
const plain: typeof quoted = [
  ['source.yaml', (key, value) => `${key}: ${value}\ncpu: 256`],
  ['source.yaml', (key, value) => `containerDefinitions:\n  - "${key}": ${value} # a note`],
];

/** A value, and what `marked` says of it. */
type Case = [value: string, expected: string];

const arns: Case[] = [
  [
    'arn:aws:iam::111122223333:role/service-role/web',
    'arn; partition aws; service iam; account 111122223333; resource role/service-role/web',
  ],
  [
    'arn:aws-us-gov:secretsmanager:us-gov-west-1:111122223333:secret:db-AbCdEf:password::',
    'arn; partition aws-us-gov; service secretsmanager; region us-gov-west-1; account 111122223333; resource secret:db-AbCdEf:password::',
  ],
  ['arn:aws:s3:::bucket/extra.conf', 'arn; partition aws; service s3; resource bucket/extra.conf'],
  ['arn:aws:iam::aws_account_id:role/*', 'arn; partition aws; service iam; account aws_account_id; resource role/*'],
];

const mixedArns: Case[] = [
  [
    'arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/${Stage}/key',
    'arn; placeholder ${AWS::Partition}; service ssm; placeholder ${AWS::Region}; placeholder ${AWS::AccountId}; ' +
      'resource parameter/; placeholder ${Stage}; resource /key',
  ],
  [
    'arn:aws:ecs:<region>:%ACCOUNT%:cluster/{{ cluster }}',
    'arn; partition aws; service ecs; placeholder <region>; placeholder %ACCOUNT%; resource cluster/; placeholder {{ cluster }}',
  ],
];

const images: Case[] = [
  ['nginx', 'repository nginx'],
  ['library/nginx:1.27', 'repository library/nginx; tag 1.27'],
  [
    '111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/web:v1.2',
    'registry 111122223333.dkr.ecr.eu-west-1.amazonaws.com; repository team/web; tag v1.2',
  ],
  ['localhost:5000/web', 'registry localhost:5000; repository web'],
  ['web.example.com:8443/web:a_b', 'registry web.example.com:8443; repository web; tag a_b'],
  [
    'public.ecr.aws/nginx/nginx:1@sha256:0123abcd',
    'registry public.ecr.aws; repository nginx/nginx; tag 1; digest sha256:0123abcd',
  ],
  [
    '${AWS::AccountId}.dkr.ecr.${AWS::Region}.amazonaws.com/web:${Tag}',
    'placeholder ${AWS::AccountId}; registry .dkr.ecr.; placeholder ${AWS::Region}; registry .amazonaws.com; ' +
      'repository web; placeholder ${Tag}',
  ],
  ['<repository>:%tag%', 'placeholder <repository>; placeholder %tag%'],
];

const placeholders: Case[] = [
  ['${DB_PASSWORD}', 'placeholder ${DB_PASSWORD}'],
  ['${env.NAME:-web} of ${STAGE}', 'placeholder ${env.NAME:-web}; placeholder ${STAGE}'],
  ['a-{{ must_env `TAG` }}', 'placeholder {{ must_env `TAG` }}'],
  ['prefix ${{ secrets.KEY }}', 'placeholder ${{ secrets.KEY }}'],
  ['http://<HOST_NAME>:80', 'placeholder <HOST_NAME>'],
  ['stage-%STAGE%', 'placeholder %STAGE%'],
  ['__DB_HOST__', 'placeholder __DB_HOST__'],
  ['a-__STAGE__-__NAME__', 'placeholder __STAGE__; placeholder __NAME__'],
  ['LOGGING__LEVEL__DEFAULT', ''],
  ['app-@@STAGE@@', 'placeholder @@STAGE@@'],
  ['app-#{Stage}#', 'placeholder #{Stage}#'],
];

/** These cannot begin a plain scalar, or are told by the quotes around them. */
const quotedPlaceholders: Case[] = [
  ['{{region}}', 'placeholder {{region}}'],
  ['%stage%', 'placeholder %stage%'],
  ['<your region>', 'placeholder <your region>'],
  ['<%= region %>', 'placeholder <%= region %>'],
];

describe.each<[what: string, key: string, cases: Case[]]>([
  ['ARN', 'taskRoleArn', [...arns, ...mixedArns]],
  ['image reference', 'image', images],
  ['image reference of CloudFormation', 'Image', images],
  ['placeholder', 'value', placeholders],
])('%s', (_, key, cases) => {
  it.each(cases)('%s', (value, expected) => {
    for (const [host, write] of [...quoted, ...plain]) {
      expect(marked(host, write(key, value)), write(key, value)).toBe(expected);
    }
  });
});

it.each(quotedPlaceholders)('placeholder in quotes: %s', (value, expected) => {
  for (const [host, write] of quoted) {
    expect(marked(host, write('value', value)), write('value', value)).toBe(expected);
  }
});

it('the argument of Fn::Sub is an image reference too', () => {
  const image = 'repository web; placeholder ${Tag}';
  expect(marked('source.yaml', 'Image: !Sub web:${Tag}')).toBe(image);
  expect(marked('source.yaml', "Image: !Sub 'web:${Tag}'")).toBe(image);
  expect(marked('source.json', '{"Image": {"Fn::Sub": "web:${Tag}"}}')).toBe(image);
});

it('values of flow collections end where the collection says', () => {
  expect(marked('source.yaml', '{ image: web:1, name: web }')).toBe('repository web; tag 1');
  expect(marked('source.yaml', 'roles: [arn:aws:iam::111122223333:role/a, b]')).toBe(
    'arn; partition aws; service iam; account 111122223333; resource role/a',
  );
});

it('an ARN and a placeholder are found within a longer value', () => {
  expect(marked('source.json', '["--role=arn:aws:iam::111122223333:role/a", "--to", "${TO}"]')).toBe(
    'arn; partition aws; service iam; account 111122223333; resource role/a; placeholder ${TO}',
  );
});

describe('left alone', () => {
  it.each([
    ['an image outside its key', '{"name": "nginx:1.27", "baseImage": "nginx:1.27", "images": ["nginx:1.27"]}'],
    ['a picture', '{"image": "media/icon.png", "b": {"image": "https://example.com/a/b"}}'],
    ['data', '{"image": "data:image/gif;base64,R0lGODlh"}'],
    ['a sentence', '{"image": "The image to run, for example nginx"}'],
    ['an object', '{"image": {"name": "nginx:1.27"}}'],
    ['half an ARN', '{"a": "arn:aws:iam", "b": "barn:aws:iam::1:role/a", "c": "arn:example:iam::1:role/a"}'],
    ['markup', '{"a": "<b>bold</b> <br/> Map<K, V> a < b > c", "b": "x <p>"}'],
    ['percent-encoding', '{"a": "%E2%80%A6 %20a%20", "b": "100% of 50%", "c": "%Y-%m-%d %s%s%n"}'],
    ['shell', '{"a": "$HOME $(pwd) ${", "b": "}", "c": "{{", "d": "}}", "e": "{{}} ${}"}'],
    ['a key', '{"arn:aws:iam::111122223333:role/a": 1, "${KEY}": 2, "{{key}}": 3}'],
  ])('%s', (_, text) => {
    expect(marked('source.json', text)).toBe('');
    expect(marked('source.yaml', text)).toBe('');
  });

  it('comments and block scalars', () => {
    expect(marked('source.json.comments', '// "image": "nginx:1" arn:aws:iam::111122223333:role/a ${A}\n{}')).toBe('');
    expect(marked('source.yaml', '# image: nginx:1 ${A} arn:aws:iam::111122223333:role/a')).toBe('');
    expect(marked('source.yaml', 'run: |\n  echo ${A} {{ b }}')).toBe('');
    expect(marked('source.yaml', 'base-image: web:1\nmyimage: web:1')).toBe('');
  });
});

it('a value keeps its string scope and what follows it keeps its own', () => {
  const tokens = tokenise('source.json', '{"image": "web:${TAG}", "value": "a\\n${B}", "cpu": 256}');
  const coloured = tokens.filter(({ scopes }) => scopes.some((scope) => scope.endsWith('.taskdef')));
  expect(coloured.every(({ scopes }) => scopes.includes('string.quoted.double.json'))).toBe(true);
  expect(tokens.find(({ text }) => text === '\\n')?.scopes.at(-1)).toBe('constant.character.escape.json');
  expect(tokens.find(({ text }) => text === '256')?.scopes.at(-1)).toBe('constant.numeric.json');
  expect(tokens.filter(({ scopes }) => scopes.at(-1) === 'punctuation.definition.string.end.json')).toHaveLength(2);
});

it.each([
  'arn:',
  'arn:aws:a:b:c:',
  'arn:aws',
  '${',
  '${a',
  '{{',
  '{{a',
  '<A',
  '%A',
  'a/',
  'a.',
  'a:',
  'a@',
  '${a}',
  '"a":"${A}",',
])('a line of 20,000 characters of %s takes no time', (part) => {
  const line = part.repeat(20_000 / part.length);
  const before = performance.now();
  tokenise('source.json', `{"image": "${line}"}`);
  tokenise('source.yaml', `image: a${line}`);
  expect(performance.now() - before).toBeLessThan(2000);
});

/** What the extension marks in a text, as `name text; …`: punctuation aside, the innermost of its scopes. */
function marked(host: Host, text: string): string {
  const found: { name: string; text: string }[] = [];
  let adjacent = false;
  for (const token of tokenise(host, text)) {
    const scope = token.scopes.findLast((one) => one.endsWith('.taskdef') && !/^(meta|punctuation)\./.test(one));
    const name = scope?.replace(/(\.arn|\.image)?\.taskdef$/, '').replace(/^.*\./, '');
    const last = found.at(-1);
    if (name !== undefined && adjacent && last?.name === name) last.text += token.text;
    else if (name !== undefined) found.push({ name, text: token.text });
    adjacent = name !== undefined;
  }
  return found.map((one) => (one.name === 'prefix' ? one.text : `${one.name} ${one.text}`)).join('; ');
}
