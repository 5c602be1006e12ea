import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import documentedSchema from '../../schemas/task-definition.schema.json';
import { convert } from '../../server/src/service/features/convert';
import { render, templates } from '../../server/src/service/features/templates';
import { createLookup, type DocumentedSchema } from '../../server/src/service/schema/lookup';
import type { Syntax } from '../../server/src/service/snapshot';
import { service } from '../support/service';

const lookup = createLookup(documentedSchema as unknown as DocumentedSchema);

function converted(text: string, from: Syntax, to: Syntax = from === 'json' ? 'yaml' : 'json'): string | undefined {
  return convert(service.open(`file:///w/web.task-definition.${from}`, text), to, lookup);
}

const toYaml = (text: string) => converted(text, 'json');
const toJson = (text: string) => converted(text, 'yaml');

const commentedJson = `// Owned by the shop team.
{
  // Name of all revisions.
  "family": "web",
  "cpu": "256", // a quarter
  "containerDefinitions": [
    // The only one.
    { // begins
      "name": "app", /* beside */
      "image": "nginx:1.27",
      /*
       * Two lines
       * of words.
       */
      "command": [
        "run", // first
        "--fast"
        // more to come
      ],
      "environment": [], // none yet
      "essential": true
      // end of app
    } // ends
  ],
  "memory": "512"
  // end of all
}
// after
`;

const commentedYaml = `# Owned by the shop team.

# Name of all revisions.
family: web
cpu: "256" # a quarter
containerDefinitions:
  # The only one.
  # begins
  - name: app # beside
    image: nginx:1.27
    # Two lines
    # of words.
    command:
      - run # first
      - --fast
      # more to come
    environment: [] # none yet
    essential: true
    # end of app
    # ends
memory: "512"
# end of all

# after
`;

describe('comments', () => {
  test('of JSON stand at the same things in YAML', () => {
    expect(toYaml(commentedJson)).toBe(commentedYaml);
  });

  test('of YAML become line comments of JSON', () => {
    expect(toJson(commentedYaml)).toBe(`// Owned by the shop team.
{
  // Name of all revisions.
  "family": "web",
  "cpu": "256", // a quarter
  "containerDefinitions": [
    // The only one.
    // begins
    {
      "name": "app", // beside
      "image": "nginx:1.27",
      // Two lines
      // of words.
      "command": [
        "run", // first
        "--fast"
        // more to come
      ],
      "environment": [], // none yet
      "essential": true
      // end of app
      // ends
    }
  ],
  "memory": "512"
}
// end of all
// after
`);
  });

  test('before a value that shares its line are about that value', () => {
    expect(toYaml('{ "family": /* mine */ "web", /* units */ "cpu": "256", "containerDefinitions": [] }')).toBe(
      '# mine\nfamily: web\n# units\ncpu: "256"\ncontainerDefinitions: []\n',
    );
  });

  test('JSON without comments stays plain JSON', () => {
    for (const { id } of templates) expect(toJson(render(id, 'yaml', id))).toBe(render(id, 'json', id));
  });
});

test.each(templates.map(({ id }) => id))('the template %s is the same after JSON → YAML → JSON', (id) => {
  const json = render(id, 'json', id);
  expect(toYaml(json)).toBe(render(id, 'yaml', id));
  expect(toJson(toYaml(json) ?? '')).toBe(json);
});

test('any JSON is the same after JSON → YAML → JSON', () => {
  const words = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      'yes',
      'null',
      '012',
      '1_000',
      '22:22',
      '~',
      '- a',
      '# x',
      'a: b',
      ' ',
      '',
      'a\nb\n',
      '<<',
      '*x',
      '!y',
    ),
  );
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'grapheme', maxDepth: 4 }), fc.array(words), (extra, command) => {
      const definition = { family: 'web', containerDefinitions: [{ name: 'app', command }], extra };
      const yaml = toYaml(JSON.stringify(definition));
      expect(parse(yaml ?? '', { uniqueKeys: false })).toEqual(JSON.parse(JSON.stringify(definition)));
      expect(JSON.parse(toJson(yaml ?? '') ?? '')).toEqual(JSON.parse(JSON.stringify(definition)));
    }),
  );
});

describe('placeholders', () => {
  const json = `{
  "family": "\${FAMILY}",
  "containerDefinitions": [
    {
      "name": "{{ name | default(\\"app\\") }}",
      "image": "{{ registry }}/app:%TAG%",
      "cpu": {{ cpu }}
      // until \${DATE}
    }
  ]
}
`;
  const yaml = `family: "\${FAMILY}"
containerDefinitions:
  - name: "{{ name | default(\\"app\\") }}"
    image: "{{ registry }}/app:%TAG%"
    cpu: {{ cpu }}
    # until \${DATE}
`;

  test('survive from JSON to YAML, quoted or bare as they were', () => {
    expect(toYaml(json)).toBe(yaml);
  });

  test('survive from YAML to JSON', () => {
    expect(toJson(yaml)).toBe(json);
  });

  test('bare ones of YAML are quoted in JSON where the API takes a string', () => {
    const text = 'family: ${FAMILY}\ncontainerDefinitions:\n  - image: {{ image }}\n    memory: ${MEMORY}\n';
    expect(toJson(text)).toContain('"family": "${FAMILY}"');
    expect(toJson(text)).toContain('"image": "{{ image }}"');
    expect(toJson(text)).toContain('"memory": ${MEMORY}');
  });
});

describe('YAML that JSON has no words for', () => {
  test('aliases and merge keys are written out', () => {
    const text = `family: web
containerDefinitions:
  - &app
    name: app
    environment: &env # shared
      - { name: A, value: "1" }
  - <<: *app
    name: side
    environment: *env
`;
    expect(toJson(text)).toBe(`{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "environment": [
        // shared
        {
          "name": "A",
          "value": "1"
        }
      ]
    },
    {
      "name": "side",
      "environment": [
        {
          "name": "A",
          "value": "1"
        }
      ]
    }
  ]
}
`);
  });

  test.each([
    ['an alias within itself', 'family: web\ncontainerDefinitions: &a\n  - *a\n'],
    ['a merge key within itself', 'family: web\ncontainerDefinitions: []\nx: &a\n  <<: *a\n'],
    ['an alias of nothing', 'family: web\ncontainerDefinitions: [*a]\n'],
    ['a tag', 'family: !env FAMILY\ncontainerDefinitions: []\n'],
    ['a key that is a list', 'family: web\ncontainerDefinitions: []\n? [a]\n: b\n'],
    ['a number without end', 'family: web\ncontainerDefinitions: []\ncpu: .inf\n'],
    ['two documents', 'family: web\ncontainerDefinitions: []\n---\nfamily: web\n'],
  ])('%s is left alone', (_, text) => {
    expect(toJson(text)).toBeUndefined();
  });

  test('aliases of aliases cost no more than their budget', () => {
    const levels = Array.from({ length: 30 }, (_, level) => {
      const items = Array.from({ length: 10 }, () => (level === 0 ? 'x' : `*l${level - 1}`));
      return `l${level}: &l${level} [${items.join(', ')}]`;
    });
    const begin = performance.now();
    expect(toJson(`family: web\ncontainerDefinitions: []\n${levels.join('\n')}\n`)).toBeUndefined();
    expect(performance.now() - begin).toBeLessThan(500);
  });
});

test.each<[string, Syntax, string, Syntax]>([
  ['JSON with a mistake', 'json', '{ "family": "web", "containerDefinitions": [ }', 'yaml'],
  ['YAML with a mistake', 'yaml', 'family: "web\ncontainerDefinitions: []\n', 'json'],
  ['an empty document', 'json', '', 'yaml'],
  ['a template', 'json', '{"Resources": {"T": {"Type": "AWS::ECS::TaskDefinition", "Properties": {}}}}', 'yaml'],
  ['a document that is in that syntax', 'json', '{ "family": "web", "containerDefinitions": [] }', 'json'],
  ['nesting without end', 'json', `{ "containerDefinitions": ${'['.repeat(5000)}`, 'yaml'],
])('%s is left alone', (_, from, text, to) => {
  expect(converted(text, from, to)).toBeUndefined();
});

test('a described definition and a list of containers are converted too', () => {
  const list = '- name: app\n  cpu: ${CPU}\n  image: ${IMAGE}\n';
  const listJson = '[\n  {\n    "name": "app",\n    "cpu": ${CPU},\n    "image": "${IMAGE}"\n  }\n]\n';
  expect(toJson(list)).toBe(listJson);
  expect(toYaml(listJson)).toBe(list.replace('${IMAGE}', '"${IMAGE}"'));
  const described = (cpu: string) => `taskDefinition:\n  containerDefinitions:\n    - cpu: ${cpu}\n`;
  expect(toJson(described('${CPU}'))).toContain('"cpu": ${CPU}\n');
  expect(toYaml(toJson(described('256')) ?? '')).toBe(described('256'));
});

test('numbers keep their digits, repeated keys their last value, lines their ends', () => {
  const text =
    '{\r\n"family": "a", "containerDefinitions": [],\r\n"x": 12345678901234567890,\r\n"family": "b"\r\n}\r\n';
  const yaml = 'containerDefinitions: []\r\nx: 12345678901234567890\r\nfamily: b\r\n';
  expect(toYaml(text)).toBe(yaml);
  expect(toJson(`\uFEFF${yaml}`)).toBe(
    '{\r\n  "containerDefinitions": [],\r\n  "x": 12345678901234567890,\r\n  "family": "b"\r\n}\r\n',
  );
});
