import type { Range } from 'vscode-languageclient';
import type { Translate, Ui } from '../../live/ports';

interface Named {
  readonly name: string | undefined;
  readonly range: Range;
  /** Which of the file's definitions. */
  readonly index: number;
}

/**
 * The definition a command is about: the one that a CodeLens names by its index, the only one of its file, or the one chosen;
 * undefined when the user changed their mind.
 */
export async function chooseDefinition<T extends Named>(
  ui: Ui,
  t: Translate,
  title: string,
  found: readonly T[],
  index: unknown,
): Promise<T | undefined> {
  const named = found.find((definition) => definition.index === index);
  if (named || found.length <= 1) return named ?? found[0];
  const choices = found.map((definition) => ({
    label: definition.name ?? t('(no family)'),
    description: t('line {0}', definition.range.start.line + 1),
    value: definition,
  }));
  const answer = await ui.pick(
    { title, placeholder: t('Which task definition of this file') },
    Promise.resolve(choices),
  );
  return answer.kind === 'value' ? answer.value : undefined;
}
