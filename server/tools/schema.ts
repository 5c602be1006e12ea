import { withOverlay } from './apply-overlay';
import { withDocumentation } from './documentation';
import { type Output, toJson } from './generator';
import { mapSchema, type SchemaNode } from './schema-node';
import { schemaOfSdkType } from './sdk-types';

/** The schema of a task definition, documented and without documentation. */
export async function generateSchemas(): Promise<Output> {
  const schema = await taskDefinitionSchema();
  return {
    files: new Map([
      ['schemas/task-definition.schema.json', toJson(schema)],
      ['schemas/task-definition.slim.generated.json', `${JSON.stringify(slim(schema))}\n`],
    ]),
  };
}

/** The schema of the input of RegisterTaskDefinition, from the types of the installed SDK and the overlay of limits. */
export async function taskDefinitionSchema(): Promise<SchemaNode> {
  const { $schema = '', definitions = {}, ...request } = await schemaOfSdkType('RegisterTaskDefinitionRequest');
  const documented = withDocumentation({ ...request, definitions }, 'RegisterTaskDefinition');
  const root: SchemaNode = {
    $schema,
    title: 'Amazon ECS task definition',
    ...documented,
    properties: { $schema: { type: 'string', description: 'The JSON Schema of this file.' }, ...documented.properties },
  };
  return withOverlay(root, 'RegisterTaskDefinition');
}

/** The same schema for evaluation only: no documentation. */
export function slim(schema: SchemaNode): SchemaNode {
  return mapSchema(schema, ({ description: _, markdownDescription: __, 'x-source': ___, ...node }) => node);
}
