/** True for a path with a drive letter, or for a named pipe. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html */
export function isWindowsPath(path: string): boolean {
  return /^(?:[A-Za-z]:(?:[\\/]|$)|\\\\)/.test(path);
}

/** The path as Docker compares it: without doubled and trailing slashes; on Windows letter case and the kind of slash do not count. */
export function normalPath(path: string): string {
  const slashed = isWindowsPath(path) ? path.replaceAll('\\', '/').toLowerCase() : path;
  const steps = slashed.split('/').filter((step) => step !== '' && step !== '.');
  return `${slashed.startsWith('/') ? '/' : ''}${steps.join('/')}`;
}

/** The letter of a Windows path's drive, in lower case. */
export function driveOf(path: string): string | undefined {
  return /^([A-Za-z]):/.exec(path)?.[1]?.toLowerCase();
}
