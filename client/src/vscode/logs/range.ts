import type { LogRange } from '../../live/logs/collect';
import type { Translate, Ui } from '../../live/ports';

/** Asks how far back and for which text; undefined when it is left. */
export async function askRange(title: string, ui: Ui, t: Translate): Promise<LogRange | undefined> {
  for (;;) {
    const range = await ui.pick<LogRange>(
      { title, placeholder: t('How far back, from now or from the end of the task'), step: { at: 1, of: 2 } },
      Promise.resolve(
        ranges(t).map((value, index) => ({ label: value.label, value, ...(index === 1 ? { picked: true } : {}) })),
      ),
    );
    if (range.kind !== 'value') return undefined;
    const text = await ui.input(
      { title, placeholder: t('Only lines with this text; empty: all lines'), step: { at: 2, of: 2 }, canGoBack: true },
      () => undefined,
    );
    if (text.kind === 'value') return { ...range.value, text: text.value };
    if (text.kind === 'cancelled') return undefined;
  }
}

function ranges(t: Translate): readonly LogRange[] {
  const minute = 60_000;
  return [
    { label: t('Last 15 Minutes'), back: 15 * minute },
    { label: t('Last Hour'), back: 60 * minute },
    { label: t('Last 6 Hours'), back: 6 * 60 * minute },
    { label: t('Last 24 Hours'), back: 24 * 60 * minute },
    { label: t('All Lines') },
  ];
}
