import { isUtf8 } from 'node:buffer';

/** The text of a file's bytes, a byte order mark included. Throws, with the first place that is wrong, where they are no UTF-8. */
export function decodeUtf8(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  if (isUtf8(bytes)) return text;
  if (/^(?:\xff\xfe|\xfe\xff)/.test(bytes.toString('latin1', 0, 2))) throw new Error('it is UTF-16; save it as UTF-8');
  const before = text.slice(0, firstWrong(text, bytes));
  const line = before.split('\n').length;
  throw new Error(`line ${line}, column ${before.length - before.lastIndexOf('\n')} is not UTF-8; save it as UTF-8`);
}

/** Where a replacement character stands for other bytes than its own. */
function firstWrong(text: string, bytes: Buffer): number {
  const own = Buffer.from(replacement);
  let index = -1;
  for (let offset = 0; ; offset += own.length) {
    const next = text.indexOf(replacement, index + 1);
    offset += Buffer.byteLength(text.slice(index + 1, next));
    if (!bytes.subarray(offset, offset + own.length).equals(own)) return next;
    index = next;
  }
}

const replacement = '\ufffd';
