import { invalidParameter } from './api-error';

/**
 * A filter pattern of terms: all words are in the message, none of `-word`, and one of `?word` when there are any. Words in
 * quotation marks are one term. https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
export function logFilter(pattern = ''): (message: string) => boolean {
  if (/^\s*[{[%]/.test(pattern)) throw invalidParameter('The fake knows filter patterns of terms only.');
  const terms = [...pattern.matchAll(/([-?]?)(?:"([^"]*)"|(\S+))/g)].map(([, sign = '', quoted, word]) => ({
    sign,
    text: quoted ?? word ?? '',
  }));
  const having = (sign: string): readonly string[] => terms.filter((it) => it.sign === sign).map(({ text }) => text);
  const [all, none, any] = [having(''), having('-'), having('?')];
  return (message) =>
    all.every((it) => message.includes(it)) &&
    !none.some((it) => message.includes(it)) &&
    (any.length === 0 || any.some((it) => message.includes(it)));
}
