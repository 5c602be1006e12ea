import type { ApiError } from './api-error';
import type { Xml } from './ec2';

/** The body of a query answer: EC2 puts members into the response element, the others into a result element within it. */
export function queryResponse(service: string, action: string, content: Xml, requestId: string): string {
  if (service === 'ec2') {
    const inner = { requestId, ...(typeof content === 'object' && !Array.isArray(content) ? content : {}) };
    return element(`${action}Response`, inner, 'item');
  }
  const inner = { [`${action}Result`]: content, ResponseMetadata: { RequestId: requestId } };
  return element(`${action}Response`, inner, 'member');
}

/** The body of a query error, in EC2's form and in that of the others. */
export function queryError(service: string, error: ApiError, requestId: string): string {
  const detail = { Code: queryCode(service, error.name), Message: error.message };
  return service === 'ec2'
    ? element('Response', { Errors: { Error: detail }, RequestID: requestId }, 'item')
    : element('ErrorResponse', { Error: { Type: 'Sender', ...detail }, RequestId: requestId }, 'member');
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

/** `item` is the name of a list's elements. */
function element(name: string, content: Xml, item: string): string {
  return content === undefined ? '' : `<${name}>${inside(content, item)}</${name}>`;
}

function inside(content: Xml, item: string): string {
  if (Array.isArray(content)) return content.map((child: Xml) => element(item, child, item)).join('');
  if (typeof content === 'object') {
    return Object.entries(content)
      .map(([name, child]) => element(name, child, item))
      .join('');
  }
  return String(content).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
