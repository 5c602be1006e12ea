import type { Range } from 'vscode-languageclient';
import type { Translate, Ui } from '../../live/ports';

interface Named {
  readonly name: string | undefined;
  readonly range: Range;
}

/** The definition a command is about: the only one of its file, or the one chosen; undefined when the user changed their mind. */
export async function chooseDefinition<T extends Named>(
  ui: Ui,
  t: Translate,
  title: string,
  found: readonly T[],
): Promise<T | undefined> {
  if (found.length <= 1) return found[0];
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
