/**
 * Words in the name of an environment variable that announce a secret. ECS advises against plain text for these.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html
 */
export const secretName =
  /password|passwd|secret|token|api_?key|private_?key|access_?key|credential|connection_?string/i;

/** Names with such a word that speak about a secret and do not hold one: where it is, how long it lives. */
export const aboutSecret =
  /^token_?(?:type|version)|max_?tokens|tokeni[sz]er|_(?:arn|name|path|file|dir|type|version|url|uri|endpoint|host|header|length|min|max|ttl|expiry|expires|expiration|timeout|algorithm|enabled|count|limit|region|provider)(?:_|$)/i;

/** Ends of names, in snake case, that say where a secret is: the application reads it by itself. */
export const aboutReference =
  /arns?$|(?:^|[_.-])(?:id|name|path|param|parameter|prefix|ref|reference|location|ur[il])s?$/i;

/** The same in camel case. */
export const aboutReferenceInCamelCase =
  /[a-z](?:Id|Name|Path|Param|Parameter|Prefix|Ref|Reference|Location|Ur[il])s?$/;

/**
 * Variables that hold credentials for AWS or for a registry, as AWS Config looks for them. The agent of ECS reads the last.
 * https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-8
 */
export const credentialVariables: ReadonlySet<string | undefined> = new Set([
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'ECS_ENGINE_AUTH_DATA',
]);
