/**
 * Words in the name of an environment variable that announce a secret. ECS advises against plain text for these.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html
 */
export const secretName =
  /password|passwd|secret|token|api_?key|private_?key|access_?key|credential|connection_?string/i;

/** Names with such a word that speak about a secret and do not hold one: where it is, how long it lives. */
export const aboutSecret =
  /^token_?(?:type|version)|max_?tokens|tokeni[sz]er|_(?:arn|name|path|file|dir|type|version|url|uri|endpoint|host|header|length|min|max|ttl|expiry|expires|expiration|timeout|algorithm|enabled|count|limit|region|provider)(?:_|$)/i;
