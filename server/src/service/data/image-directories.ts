/**
 * Directories that an image fills with what its programs need: a volume there hides all of it.
 * https://refspecs.linuxfoundation.org/FHS_3.0/fhs/index.html
 */
export const imageDirectories: ReadonlySet<string> = new Set([
  '/app',
  '/bin',
  '/etc',
  '/lib',
  '/lib64',
  '/sbin',
  '/usr',
  '/usr/bin',
  '/usr/lib',
  '/usr/lib64',
  '/usr/libexec',
  '/usr/local',
  '/usr/local/bin',
  '/usr/local/lib',
  '/usr/local/sbin',
  '/usr/sbin',
]);
