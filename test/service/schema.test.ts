import { describe, expect, it } from 'vitest';
import { getLanguageService, type JSONSchema, TextDocument } from 'vscode-json-languageservice';
import full from '../../schemas/task-definition.schema.json';
import slim from '../../schemas/task-definition.slim.generated.json';

type Node = JSONSchema & { readonly 'x-source'?: string };

const limitKeywords = ['minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems', 'pattern', 'examples'];
const nodes = partsOf(full as unknown as Node, '#');

const container = { name: 'app', image: 'nginx:1.27', memory: 128 };
const complaints = { full: complainer(full), slim: complainer(slim) };

describe('documentation in the schema', () => {
  it('says something about every member, in one sentence and at length, with a link to the AWS reference', () => {
    const members = nodes.filter(({ path }) => /\.(?!\$schema|nvidiaMps)\w+$/.test(path));
    expect(members.length).toBeGreaterThan(150);
    for (const { path, node } of members) {
      const lines = node.markdownDescription?.split('\n') ?? [];
      expect(lines.at(-1), path).toMatch(
        /^\[\w+ in .+\]\(https:\/\/docs\.aws\.amazon\.com\/.+\/API_\w+\.html#[\w-]+\)$/,
      );
      expect(node.description, path).toMatch(/^[A-Z].{10,}[.!?]$/);
    }
  });

  it('leaves no tag, entity or escape of the SDK', () => {
    for (const { path, node } of nodes) {
      const markdown = node.markdownDescription ?? '';
      const prose = markdown.replace(/`[^`]*`/g, '');
      expect(prose, path).not.toMatch(/(?<!\\)<\/?[a-z]|&[#\w]+;|\\[{}]/i);
      expect(markdown, path).not.toMatch(/&[#\w]+;|<\/?(p|code|note|important|ul|ol|li|a|i|b|d[ldt])\b/);
      expect(node.description ?? '', path).not.toMatch(/<\/?[a-z]|&[#\w]+;|[`\n]|\]\(/i);
    }
  });

  it('keeps whole sentences that hold an at sign, and notes as quotations', () => {
    expect(full.properties.tags.markdownDescription).toContain('Do not use `aws:`');
    expect(full.properties.networkMode.markdownDescription).toContain('> **Important**\n>\n> When using the `host`');
  });
});

describe('limits in the schema', () => {
  it('names a page for every limit', () => {
    const limited = nodes.filter(({ node }) => limitKeywords.some((keyword) => keyword in node));
    expect(limited.length).toBeGreaterThan(40);
    for (const { path, node } of limited) expect(node['x-source'], path).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
  });

  it('explains every pattern in words', () => {
    for (const { path, node } of nodes) if (node.pattern) expect(node.patternErrorMessage, path).toMatch(/\.$/);
  });

  it.each([
    ['family', { family: undefined }],
    ['containerDefinitions', { containerDefinitions: undefined }],
    ['name', { containerDefinitions: [{ image: 'nginx:1.27' }] }],
    ['image', { containerDefinitions: [{ name: 'app' }] }],
    ['logDriver', { containerDefinitions: [{ ...container, logConfiguration: {} }] }],
    ['sizeInGiB', { ephemeralStorage: {} }],
  ])('requires %s', async (member, change) => {
    expect(await complaints.full(change)).toEqual([`Missing property "${member}".`]);
  });

  it.each<[string, object]>([
    ['a family with a space', { family: 'my web' }],
    ['no container', { containerDefinitions: [] }],
    ['eleven containers', { containerDefinitions: Array(11).fill(container) }],
    ['a container name with a dot', { containerDefinitions: [{ ...container, name: 'web.app' }] }],
    ['half a port', { containerDefinitions: [{ ...container, portMappings: [{ containerPort: 80.5 }] }] }],
    ['port 0', { containerDefinitions: [{ ...container, portMappings: [{ containerPort: 0 }] }] }],
    ['host port 65536', { containerDefinitions: [{ ...container, portMappings: [{ hostPort: 65536 }] }] }],
    ['a prefixed capability', withLinux({ capabilities: { add: ['CAP_NET_ADMIN'] } })],
    ['swappiness 150', withLinux({ swappiness: 150 })],
    ['an empty tmpfs', withLinux({ tmpfs: [{ containerPath: '/t', size: 0 }] })],
    ['20 GiB of ephemeral storage', { ephemeralStorage: { sizeInGiB: 20 } }],
    ['a task size in bare fractions', { cpu: '0.25' }],
    ['a reserved tag key', { tags: [{ key: 'AWS:x' }] }],
    ['an empty list of tags', { tags: [] }],
    ['a health check every 2 seconds', withHealthCheck({ interval: 2 })],
    ['11 retries', withHealthCheck({ retries: 11 })],
    ['a stop timeout of 1 second', { containerDefinitions: [{ ...container, stopTimeout: 1 }] }],
    ['an unknown member', { revision: 3 }],
    ['the branch of a union that the SDK keeps for newer services', withGpu({ $unknown: ['a', 1] })],
  ])('refuses %s', async (_, change) => {
    expect(await complaints.full(change)).not.toEqual([]);
    expect(await complaints.slim(change)).toEqual(await complaints.full(change));
  });

  it.each<[string, object]>([
    ['the name of its schema', { $schema: 'https://example.com/task-definition.schema.json' }],
    ['sizes with units', { cpu: '.25 vCPU', memory: '0.5GB' }],
    ['a tag with letters of other scripts', { tags: [{ key: 'équipe', value: 'プラットフォーム 1' }] }],
    ['host port 0', { containerDefinitions: [{ ...container, portMappings: [{ containerPort: 80, hostPort: 0 }] }] }],
    [
      'mount options with a value',
      withLinux({ tmpfs: [{ containerPath: '/t', size: 64, mountOptions: ['mode=1777'] }] }),
    ],
    ['a protocol that the service reads as tcp', withPort({ protocol: 'TCP' })],
    ['GPU sharing', withGpu({ nvidiaMps: { memory: 1024 } })],
    ['a capability of the developer guide', withLinux({ capabilities: { drop: ['AUDIT_READ', 'ALL'] } })],
  ])('accepts %s', async (_, change) => {
    expect(await complaints.full(change)).toEqual([]);
    expect(await complaints.slim(change)).toEqual([]);
  });
});

function withContainer(change: object): object {
  return { containerDefinitions: [{ ...container, ...change }] };
}

function withLinux(linuxParameters: object): object {
  return withContainer({ linuxParameters });
}

function withHealthCheck(change: object): object {
  return withContainer({ healthCheck: { command: ['CMD', 'true'], ...change } });
}

function withPort(change: object): object {
  return withContainer({ portMappings: [{ containerPort: 80, ...change }] });
}

function withGpu(sharingStrategy: object): object {
  return withContainer({ resourceRequirements: [{ type: 'GPU', sharingStrategy }] });
}

function complainer(schema: unknown): (change: object) => Promise<readonly string[]> {
  const json = getLanguageService({});
  return async (change) => {
    const text = JSON.stringify({ family: 'web', containerDefinitions: [container], ...change });
    const document = TextDocument.create('file:///task-definition.json', 'json', 1, text);
    const parsed = json.parseJSONDocument(document);
    const found = await json.doValidation(document, parsed, undefined, schema as JSONSchema);
    return found.map(({ message }) => String(message));
  };
}

function partsOf(node: Node, path: string): readonly { readonly path: string; readonly node: Node }[] {
  const children = [
    ...Object.entries(node.properties ?? {}).map(([key, child]) => [`.${key}`, child] as const),
    ...Object.entries(node.definitions ?? {}).map(([key, child]) => [`/${key}`, child] as const),
    ['[]', node.items] as const,
    ['.*', node.additionalProperties] as const,
  ];
  const below = children.flatMap(([step, child]) =>
    typeof child === 'object' && !Array.isArray(child) ? partsOf(child as Node, `${path}${step}`) : [],
  );
  return [{ path, node }, ...below];
}
