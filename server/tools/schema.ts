import { withOverlay } from './apply-overlay';
import { withDocumentation } from './documentation';
import { type Output, toJson } from './generator';
import { type OverlayRow, overlay, requestOverlay } from './overlay';
import { mapSchema, type SchemaNode } from './schema-node';
import { schemaOfSdkType } from './sdk-types';

/** The schemas of a task definition, a service and a run, documented and without documentation. */
export async function generateSchemas(): Promise<Output> {
  const schemas = {
    'task-definition': await taskDefinitionSchema(),
    service: await serviceSchema(),
    'run-task': await schemaOf('RunTask', 'Amazon ECS run of a task', requestOverlay),
  };
  return {
    files: new Map(
      Object.entries(schemas).flatMap(([name, schema]) => [
        [`schemas/${name}.schema.json`, toJson(schema)],
        [`schemas/${name}.slim.generated.json`, `${JSON.stringify(slim(schema))}\n`],
      ]),
    ),
  };
}

/** The schema of the input of RegisterTaskDefinition. */
export function taskDefinitionSchema(): Promise<SchemaNode> {
  return schemaOf('RegisterTaskDefinition', 'Amazon ECS task definition', overlay);
}

/**
 * The schema of what makes or changes a service. One file often serves both, and tools take the names from elsewhere, so that it
 * has the members of both requests and requires none.
 */
async function serviceSchema(): Promise<SchemaNode> {
  const update = await schemaOf('UpdateService', 'Amazon ECS service', requestOverlay);
  const { required: _, ...create } = await schemaOf('CreateService', 'Amazon ECS service', requestOverlay);
  return {
    ...create,
    properties: { ...create.properties, ...without(update.properties, create.properties) },
    definitions: { ...update.definitions, ...create.definitions },
  };
}

/** The schema of the input of an action, from the types of the installed SDK and an overlay of limits. */
async function schemaOf(action: string, title: string, limits: readonly OverlayRow[]): Promise<SchemaNode> {
  const { $schema = '', definitions = {}, ...request } = await schemaOfSdkType(`${action}Request`);
  const documented = withDocumentation({ ...request, definitions }, action);
  const root: SchemaNode = {
    $schema,
    title,
    ...documented,
    properties: { $schema: { type: 'string', description: 'The JSON Schema of this file.' }, ...documented.properties },
  };
  return withOverlay(root, action, limits);
}

function without(from: SchemaNode['properties'] = {}, others: SchemaNode['properties'] = {}) {
  return Object.fromEntries(Object.entries(from).filter(([name]) => !Object.hasOwn(others, name)));
}

/** The same schema for evaluation only: no documentation. */
export function slim(schema: SchemaNode): SchemaNode {
  return mapSchema(schema, ({ description: _, markdownDescription: __, 'x-source': ___, ...node }) => node);
}
