/** True for the user root of Linux, by name or by number, in any group. */
export function isRoot(user: string): boolean {
  return /^(?:0|root)(?::[^:\s]+)?$/.test(user);
}
