import type { Signal } from './live/ports';

/** A signal that can be aborted; the live part knows no host that makes one. */
export function abortable(): { readonly signal: Signal; abort(): void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}
