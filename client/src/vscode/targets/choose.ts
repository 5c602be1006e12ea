import type { Target } from '../../live/deploy/target';
import type { Choice, Translate, Ui } from '../../live/ports';
import { placeName } from '../../live/targets/of-file';
import { joined } from '../../live/tree/words';

/** What a list of targets offers beside them. */
export type Chosen = { readonly target: Target } | 'new' | 'edit';

/** A list of targets, the one in use first, with ways to make another one and to change them; undefined when the user leaves. */
export async function chooseTarget(
  ui: Ui,
  t: Translate,
  options: { readonly title: string; readonly placeholder: string },
  targets: readonly Target[],
  inUse: Target | undefined,
): Promise<Chosen | undefined> {
  // The settings are read anew for every list.
  const isInUse = ({ name }: Target): boolean => name === inUse?.name;
  const sorted = [...targets.filter(isInUse), ...targets.filter((it) => !isInUse(it))];
  const choices: readonly Choice<Chosen>[] = [
    ...sorted.map((target) => ({
      label: `$(${iconOf(target)}) ${target.name}`,
      description: joined([targetPlace(target, t), isInUse(target) ? t('in use') : undefined]),
      value: { target },
    })),
    { label: `$(add) ${t('New Target…')}`, value: 'new' },
    { label: `$(settings-gear) ${t('Edit in Settings')}`, value: 'edit' },
  ];
  const answer = await ui.pick(options, Promise.resolve(choices));
  return answer.kind === 'value' ? answer.value : undefined;
}

export function iconOf({ kind }: Target): string {
  return kind === 'run' ? 'play' : 'rocket';
}

/** `runs in dev · eu-west-1`, in words of a person. */
export function targetPlace(target: Target, t: Translate): string {
  const place = placeName(target);
  const what = target.kind === 'run' ? t('runs in {0}', place) : t('deploys to {0}', place);
  return joined([what, target.profile, target.region]);
}
