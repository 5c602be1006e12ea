type Answer = { readonly $metadata: { readonly httpStatusCode?: number | undefined } };

/**
 * The answer of a service that speaks XML, with the member that it always has. The SDK takes any page that can be read as
 * XML for an answer without members, so that a proxy's page would look like an empty list; that is thrown as an error.
 */
export function answered<T extends Answer, K extends keyof T>(
  answer: T,
  member: K,
): T & { readonly [P in K]-?: NonNullable<T[P]> } {
  if (holds(answer, member)) return answer;
  throw Object.assign(new Error(), { name: noAnswer, $metadata: answer.$metadata });
}

/** The name of the error for an answer that is none. */
export const noAnswer = 'NoAnswer';

function holds<T extends Answer, K extends keyof T>(
  answer: T,
  member: K,
): answer is T & { readonly [P in K]-?: NonNullable<T[P]> } {
  return answer[member] !== undefined;
}
