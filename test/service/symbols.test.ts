import { describe, expect, it } from 'vitest';
import type { OutlineSymbol } from '../../server/src/service';
import { fixtures } from '../support/fixtures';
import { dialects } from '../support/marked-dialects';
import { service } from '../support/service';

/** An outline as an editor shows it, with the token that a row selects. */
function outline(uri: string, text: string): string {
  const print = (rows: readonly OutlineSymbol[], indent = ''): string =>
    rows
      .map(({ kind, name, detail, token, span, children }) => {
        expect(token.offset).toBeGreaterThanOrEqual(span.offset);
        expect(token.end).toBeLessThanOrEqual(span.end);
        const selected = text.slice(token.offset, token.end).replaceAll(/["']/g, '');
        return `${indent}${kind} ${name} (${detail}) [${selected}]\n${print(children, `${indent}  `)}`;
      })
      .join('');
  return print(service.symbols(service.open(uri, text)));
}

const cases: readonly (readonly [what: string, json: string, outline: string])[] = [
  [
    'a definition, containers with ports, and volumes',
    `{ "family": "web", "requiresCompatibilities": ["FARGATE", "EC2"], "containerDefinitions": [
      { "name": "app", "image": "nginx:1", "portMappings": [{ "containerPort": 80 }, { "name": "grpc", "containerPortRange": "90-99", "protocol": "udp" }] },
      { "name": "sidecar" }
    ], "volumes": [{ "name": "data" }] }`,
    `definition web (FARGATE, EC2) [web]
  container app (nginx:1) [app]
    port 80 (tcp) [@]
    port grpc (udp) [grpc]
  container sidecar () [sidecar]
  volume data (volume) [data]
`,
  ],
  [
    'what is written in place of a name',
    '{ "family": "web", "containerDefinitions": [{ "name": "${NAME}", "image": "${IMAGE}", "portMappings": [{ "containerPort": "${PORT}" }] }] }',
    `definition web () [web]
  container \${NAME} (\${IMAGE}) [\${NAME}]
    port \${PORT} (tcp) [@]
`,
  ],
  [
    'what has no name',
    '{ "family": "web", "containerDefinitions": [{ "image": "nginx:1" }], "volumes": [{ "host": {} }] }',
    `definition web () [web]
  container container (nginx:1) [@]
  volume volume (volume) [@]
`,
  ],
];

describe.each(dialects)('the outline in $name', ({ uri, write, name }) => {
  // What has no name selects its opening bracket, which block YAML does not have: there it is the first character of its first key.
  const isBlock = name.endsWith('YAML');
  it.each(cases)('has %s', (_, json, expected) => {
    expect(outline(uri, write(json)).replaceAll(isBlock ? /\[[a-zA-Z]\]/g : '[{]', '[@]')).toBe(expected);
  });

  it.each([...fixtures('ok'), ...fixtures('bad')])('of fixture %s has the same rows as in JSON', (_, json) => {
    const rows = (it: string) => it.replaceAll(/ \[[^\]]*\]$/gm, '');
    const plain = rows(outline('file:///w/task-definition.json', json));
    expect(plain).toMatch(/^ {2}container /m);
    // Where a template's definition has no family it is called by its resource.
    const expected = isTemplateWithoutFamily(json, uri)
      ? plain.replace('definition task definition', 'definition Task')
      : plain;
    expect(rows(outline(uri, write(json)))).toBe(expected);
  });
});

function isTemplateWithoutFamily(json: string, uri: string): boolean {
  return uri.includes('template') && !json.includes('"family"');
}

it('functions of CloudFormation are shown as they are written, in one line, and a resource by its logical id', () => {
  const template = `Resources:
  Web:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: !Sub "\${AWS::StackName}-web"
      ContainerDefinitions:
        - Name: !Ref Name
          Image:
            Fn::Join:
              - ":"
              - [nginx, !Ref Tag]
        - Name: { Ref: Other }
          Image: !Sub nginx:\${Tag}
`;
  expect(outline('file:///w/template.yaml', template).replaceAll(/ \[.*$/gm, '')).toBe(`definition Web ()
  container !Ref Name ()
  container { Ref: Other } (!Sub nginx:\${Tag})
`);
});
