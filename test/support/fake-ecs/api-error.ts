/** An error the fake answers as AWS would: name, message, HTTP status and further members of the body. */
export class ApiError extends Error {
  constructor(
    override readonly name: string,
    message: string,
    readonly status = 400,
    readonly members: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

export function invalidParameter(message: string): ApiError {
  return new ApiError('InvalidParameterException', message);
}

export function clientException(message: string): ApiError {
  return new ApiError('ClientException', message);
}

export function clusterNotFound(): ApiError {
  return new ApiError('ClusterNotFoundException', 'Cluster not found.');
}
