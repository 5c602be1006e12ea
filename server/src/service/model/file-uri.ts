/** The address of a file as its editor and its folder's listing both come to; hosts encode and capitalise differently. */
export function fileKey(uri: string): string {
  return decoded(uri).replace(
    /^(file:\/\/\/)([A-Z]):/,
    (_, start: string, drive: string) => `${start}${drive.toLowerCase()}:`,
  );
}

/** The key of a file's folder. */
export function folderKey(uri: string): string {
  const key = fileKey(uri);
  return key.slice(0, key.lastIndexOf('/'));
}

/** The last part of a file's address. */
export function baseName(uri: string): string {
  const key = fileKey(uri);
  return key.slice(key.lastIndexOf('/') + 1);
}

/** The key of the file that a relative path in another file means; undefined for an absolute one. */
export function siblingKey(uri: string, path: string): string | undefined {
  if (path === '' || /^(?:[/\\]|[A-Za-z]:|[a-z0-9+]+:\/\/)/i.test(path)) return undefined;
  const steps = folderKey(uri).split('/');
  for (const step of path.split(/[/\\]/)) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** Steps from one folder to another, up and down. */
export function distance(from: string, to: string): number {
  const [a, b] = [from.split('/'), to.split('/')];
  const differs = a.findIndex((step, index) => step !== b[index]);
  const common = differs < 0 ? a.length : differs;
  return a.length + b.length - 2 * common;
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    // A per cent sign that encodes nothing stands for itself.
    return uri;
  }
}
