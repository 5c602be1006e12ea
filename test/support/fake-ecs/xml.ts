import type { ApiError } from './api-error';
import type { Xml } from './ec2';

/** The body of a query answer: EC2 puts members into the response element, STS into a result element within it. */
export function queryResponse(service: string, action: string, content: Xml, requestId: string): string {
  const inner =
    service === 'sts'
      ? { [`${action}Result`]: content, ResponseMetadata: { RequestId: requestId } }
      : { requestId, ...(typeof content === 'object' && !Array.isArray(content) ? content : {}) };
  return element(`${action}Response`, inner);
}

/** The body of a query error, in EC2's and in STS's form. */
export function queryError(service: string, error: ApiError, requestId: string): string {
  const detail = { Code: queryCode(service, error.name), Message: error.message };
  return service === 'sts'
    ? element('ErrorResponse', { Error: detail, RequestId: requestId })
    : element('Response', { Errors: { Error: detail }, RequestID: requestId });
}

/** The query services say the same things with other codes than the JSON ones. */
function queryCode(service: string, name: string): string {
  const ec2 = service === 'ec2';
  switch (name) {
    case 'AccessDeniedException':
      return ec2 ? 'UnauthorizedOperation' : 'AccessDenied';
    case 'ExpiredTokenException':
      return ec2 ? 'RequestExpired' : 'ExpiredToken';
    case 'UnrecognizedClientException':
      return ec2 ? 'AuthFailure' : 'InvalidClientTokenId';
    case 'ThrottlingException':
      return ec2 ? 'RequestLimitExceeded' : 'Throttling';
    case 'ServerException':
      return 'InternalError';
    default:
      return name;
  }
}

function element(name: string, content: Xml): string {
  return content === undefined ? '' : `<${name}>${inside(content)}</${name}>`;
}

function inside(content: Xml): string {
  if (Array.isArray(content)) return content.map((item: Xml) => element('item', item)).join('');
  if (typeof content === 'object') {
    return Object.entries(content)
      .map(([name, child]) => element(name, child))
      .join('');
  }
  return String(content).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
