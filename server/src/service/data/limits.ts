/** Largest document that is analysed, in UTF-16 code units: real definitions stay below 64 KiB (the API's limit). */
export const maxDocumentLength = 2_000_000;

/** Deepest nesting that is parsed. A task definition needs 8 levels; the parsers recurse and overflow at some thousands. */
export const maxDepth = 100;

/** Most containers of a task definition. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html */
export const maxContainers = 10;

/**
 * Most bytes of a task definition, in the JSON of the request. How ECS counts them is not documented.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html
 */
export const maxRequestBytes = 65_536;

/**
 * Most exit codes that a restart policy ignores.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerRestartPolicy.html
 */
export const maxIgnoredExitCodes = 50;

/**
 * Seconds between two health checks where the definition does not say.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html
 */
export const defaultHealthCheckInterval = 30;
