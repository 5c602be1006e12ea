// @ts-check

/**
 * Variables that lead the AWS SDK of a child process to the endpoint, and to nothing of this machine's own AWS set-up.
 * @param {string} url
 * @returns {Record<string, string>}
 */
export function endpointEnvironment(url) {
  return {
    AWS_ENDPOINT_URL: url,
    AWS_REGION: 'us-east-1',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'testing',
    AWS_SECRET_ACCESS_KEY: 'testing',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_PROFILE: '',
    AWS_SESSION_TOKEN: '',
  };
}

/**
 * Options of an SDK client for the endpoint.
 * @param {string} url
 */
export function clientOptions(url) {
  return {
    endpoint: url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'testing', secretAccessKey: 'testing' },
    maxAttempts: 1,
  };
}
