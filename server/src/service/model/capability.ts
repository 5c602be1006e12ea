/** The capability that is meant, as ECS spells it: in upper case, without the `CAP_` of the kernel. */
export function capabilityName(text: string): string {
  return text.toUpperCase().replace(/^CAP_/, '');
}
