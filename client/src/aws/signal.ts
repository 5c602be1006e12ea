import type { Signal } from '../live/ports';

/** The platform's signal for ours; `done` lets go of it. */
export function platformSignal(signal: Signal | undefined): {
  readonly signal?: AbortSignal;
  readonly done: () => void;
} {
  if (!signal) return { done: () => undefined };
  if (signal instanceof AbortSignal) return { signal, done: () => undefined };
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true });
  return { signal: controller.signal, done: () => signal.removeEventListener('abort', abort) };
}
