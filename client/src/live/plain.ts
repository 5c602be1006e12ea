import type { Translate } from './ports';

/** Messages in English, their values in place. */
export const plain: Translate = (message, ...values) =>
  message.replace(/\{(\d+)\}/g, (hole, index: string) => String(values[Number(index)] ?? hole));
