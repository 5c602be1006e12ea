/** The words of a command that holds nothing a shell would read otherwise; undefined when it does. */
export function simpleWords(text: string): readonly string[] | undefined {
  return /["'`$\\|&;<>()*?#~[\]{}!]/.test(text) ? undefined : text.trim().split(/\s+/);
}
