/** The name of the error that `askOnce` throws. */
export const noMfaCode = 'NoMfaCode';

/** Asks for the code that a device shows; undefined when the user gives none. */
export type MfaCode = (serial: string, profile: string) => Promise<string | undefined>;

/**
 * What the SDK asks for the codes of a profile's devices. Each device is asked for once: a code works once, and nobody shall
 * be interrupted because a session ends. Later, and without a code, it throws an error of the name `noMfaCode`.
 */
export function askOnce(ask: MfaCode | undefined, profile = 'default'): (serial: string) => Promise<string> {
  const asked = new Set<string>();
  return async (serial) => {
    const isFirst = !asked.has(serial);
    asked.add(serial);
    const code = isFirst ? await ask?.(serial, profile) : undefined;
    if (code === undefined) throw Object.assign(new Error('No MFA code'), { name: noMfaCode });
    return code;
  };
}
