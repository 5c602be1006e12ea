// @ts-check

/** What the emulators get wrong, kept out of the way of everything that is seeded or run on them. */

/** moto lists the tasks of `shop-2` under `shop` too: no name is the beginning of another. */
export const clusterNames = /** @type {const} */ (['storefront', 'batch-jobs', 'playground']);

/**
 * A Fargate definition that both emulators run.
 * @param {string} family
 * @param {readonly { name: string, image: string, memory: number, port?: number }[]} containers
 *   every container has its own memory: moto answers 500 where a task has it at task level only
 * @returns {import('@aws-sdk/client-ecs').RegisterTaskDefinitionCommandInput}
 */
export function fargateDefinition(family, containers) {
  return {
    family,
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    cpu: '256',
    memory: '512',
    containerDefinitions: containers.map(({ name, image, memory, port }) => ({
      name,
      image,
      memory,
      essential: true,
      portMappings: port === undefined ? [] : [{ containerPort: port, protocol: 'tcp' }],
    })),
  };
}

/**
 * The members of RunTask and CreateService that both emulators need.
 * @param {{ subnetIds: readonly string[], securityGroupId: string }} network of the default VPC: moto answers 500 for a VPC without DNS host names
 * @returns {Pick<import('@aws-sdk/client-ecs').RunTaskCommandInput, 'launchType' | 'networkConfiguration'>}
 */
export function fargatePlacement({ subnetIds, securityGroupId }) {
  return {
    // Without a launch type moto looks for EC2 instances and answers 500.
    launchType: 'FARGATE',
    networkConfiguration: {
      awsvpcConfiguration: {
        subnets: [...subnetIds],
        // Without security groups moto answers 500.
        securityGroups: [securityGroupId],
        assignPublicIp: 'ENABLED',
      },
    },
  };
}
