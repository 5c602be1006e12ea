import { expect, it } from 'vitest';
import { folding } from '../../server/src/service/features/folding';
import { dialects, write } from '../support/marked-dialects';
import { service } from '../support/service';

/** The text with the lines that fold numbered `first-last`, in order. */
function folds(text: string, uri = 'file:///w/task-definition.json') {
  const line = (offset: number) => text.slice(0, offset).split('\n').length;
  return folding(service.open(uri, text))?.map(
    ({ offset, end, kind }) => `${line(offset)}-${line(end)}${kind === 'comment' ? ' comment' : ''}`,
  );
}

/** A definition of which each piece that folds is between `«` and `»`: an object, a list, or the member that holds it. */
const folded = `«{
  "family": "web",
  «"containerDefinitions": [
    «{
      "name": "app",
      «"command": [
        "sh",
        "-c"
      ]»,
      "environment": [],
      «"logConfiguration": {
        "logDriver": "awslogs",
        «"options": {
          "awslogs-group": "/ecs/web"
        }»
      }»
    }»,
    «{
      "name": "sidecar",
      "essential": false
    }»
  ]»,
  «"volumes": [
    «{
      "name": "data",
      «"host": {
        "sourcePath": "/srv"
      }»
    }»
  ]»
}»`;

it.each(dialects)('folds objects and lists in $name', (dialect) => {
  const { name, uri, isTemplate } = dialect;
  const { text, marks } = write(dialect, folded, /[«»]/g);
  const line = (offset: number) => text.slice(0, offset).split('\n').length;
  const isYaml = name.endsWith('YAML');
  const open: number[] = [];
  const expected = new Map<number, number>();
  for (const { offset, mark } of marks) {
    if (mark === '«') open.push(line(offset));
    else {
      const [first, last] = [open.pop() ?? 0, line(offset)];
      // A closing bracket stays visible; block YAML has none.
      const end = isYaml ? last : last - 1;
      if (end > first) expected.set(first, Math.max(end, expected.get(first) ?? 0));
    }
  }
  const [start = 0] = marks.map(({ offset }) => line(offset));
  // Block YAML folds from a key, which the whole has in a template only: there it is on the line above.
  const whole = isYaml ? expected.get(start) : undefined;
  if (isYaml) expected.delete(start);
  if (isYaml && isTemplate && whole) expected.set(start - 1, whole);
  const own = folds(text, uri)?.map((fold) => fold.split('-').map(Number)) ?? [];
  expect(own.filter(([first = 0]) => first >= (isYaml && isTemplate ? start - 1 : start))).toEqual(
    [...expected].toSorted(([a], [b]) => a - b),
  );
});

it('folds objects and lists of JSON up to their closing bracket, and comments', () => {
  const text = `// one
// two
{ // not alone
  /* a
     block */
  "containerDefinitions": [
    { "name": "a",
      "command": [
        "x"
      ] },

    // alone
    // after a blank
    {}
  ],
  // last

  // not the same
  "volumes": [ { "name": "x" }
  ], "tags": [
    {}
  ]
}`;
  expect(folds(text)).toEqual(['1-2 comment', '3-22', '4-5 comment', '6-14', '7-9', '8-9', '12-13 comment', '20-21']);
});

it('folds block collections and long texts of YAML from their key to their last line', () => {
  const text = `# one
# two
containerDefinitions:
  - name: a
    image: nginx
    command:
      - sh
      - |
        # not a comment
        # of the file
        run
    environment: [
      { name: A, value: b },
    ]

  # before b
  # as well
  - name: b
    dockerLabels:
      a: b

volumes: []
`;
  expect(folds(text, 'file:///w/task-definition.yaml')).toEqual([
    '1-2 comment',
    '3-20',
    '4-14',
    '6-11',
    '8-11',
    '12-13',
    '16-17 comment',
    '18-20',
    '19-20',
  ]);
});

it('folds each document of a YAML stream', () => {
  const text = 'containerDefinitions:\n  - name: a\n---\ncontainerDefinitions:\n  - name: b\n';
  expect(folds(text, 'file:///w/task-definition.yaml')).toEqual(['1-2', '4-5']);
});

it('folds lines that end with carriage returns', () => {
  expect(folds('// a\r\n// b\r\n{\r\n  "containerDefinitions": [\r\n  ]\r\n}\r\n')).toEqual(['1-2 comment', '3-5']);
});

it('folds at most 5,000 places', () => {
  const text = `{ "containerDefinitions": [\n${'{\n\n},\n'.repeat(6000)}] }`;
  expect(folding(service.open('file:///w/task-definition.json', text))).toHaveLength(5000);
});

it('leaves other documents to the editor', () => {
  expect(folds('{\n  "a": {\n    "b": 1\n  }\n}', 'file:///w/package.json')).toBeUndefined();
});
