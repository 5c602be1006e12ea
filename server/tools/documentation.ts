import { firstSentence, htmlToMarkdown } from './html-to-markdown';
import { mapValues, type SchemaNode } from './schema-node';

const reference = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference';

/** The page of the AWS API reference on a structure or an action of Amazon ECS. */
export function apiPage(name: string): string {
  return `${reference}/API_${name}.html`;
}

/**
 * Puts the SDK's HTML into words an editor can show: a sentence in `description`, all of it in `markdownDescription` with a link
 * to the place in the AWS API reference as the last line.
 */
export function withDocumentation(schema: SchemaNode, action: string): SchemaNode {
  return {
    ...describeMembers(schema, action, (member) => `ECS-${action}-request-${member}`),
    ...(schema.definitions && {
      definitions: mapValues(schema.definitions, (structure, name) =>
        describe(
          describeMembers(structure, name, (member) => `ECS-Type-${name}-${member}`),
          name,
          apiPage(name),
        ),
      ),
    }),
  };
}

function describeMembers(structure: SchemaNode, name: string, anchor: (member: string) => string): SchemaNode {
  if (!structure.properties) return structure;
  const properties = mapValues(structure.properties, (member, key) =>
    describe(member, name, `${apiPage(name)}#${anchor(key)}`),
  );
  return { ...structure, properties };
}

/** A member without words of its own is left to the structure that it refers to. */
function describe(node: SchemaNode, page: string, url: string): SchemaNode {
  const { description, deprecated, ...rest } = node;
  if (description === undefined) return rest;
  const markdown = htmlToMarkdown(description);
  return {
    ...rest,
    description: firstSentence(markdown),
    markdownDescription: `${markdown}\n\n[${page} in the Amazon ECS API Reference](${url})`,
    ...(deprecated !== undefined && { deprecationMessage: sentenceOf(deprecated) }),
  };
}

/** `(since 2023-04-15) It is gone.` becomes `It is gone (since 2023-04-15).` */
function sentenceOf(deprecated: string): string {
  return deprecated.replace(/^(\(.*?\))\s*(.*?)\.?$/s, '$2 $1.');
}
