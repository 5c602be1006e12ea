import { expect, it } from 'vitest';
import { folding } from '../../server/src/service/features/folding';
import { service } from '../support/service';

/** The text with the lines that fold numbered `first-last`, in order. */
function folds(text: string, uri = 'file:///w/task-definition.json') {
  const line = (offset: number) => text.slice(0, offset).split('\n').length;
  return folding(service.open(uri, text))?.map(
    ({ offset, end, kind }) => `${line(offset)}-${line(end)}${kind === 'comment' ? ' comment' : ''}`,
  );
}

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
