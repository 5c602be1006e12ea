import { findNodeAtLocation, type ParseError, parseTree } from 'jsonc-parser';
import type { Target } from '../../live/deploy/target';
import { targetEntry } from '../../live/targets/read';

/** What a piece of a text becomes. */
export interface TextEdit {
  readonly offset: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The edit that adds a target to the text of settings that have some, or puts it in the place of one of its name, and leaves all else as
 * it is, comments included; undefined where there are none, or the text is broken.
 */
export function addedTo(settings: string, target: Target): TextEdit | undefined {
  const errors: ParseError[] = [];
  const root = parseTree(settings, errors, { allowTrailingComma: true });
  const targets = root && findNodeAtLocation(root, [setting]);
  const last = targets?.type === 'object' ? targets.children?.at(-1) : undefined;
  if (!root || !last || errors.length > 0) return undefined;
  const unit = /\n([ \t]+)"/.exec(settings)?.[1] ?? '  ';
  const eol = settings.includes('\r\n') ? '\r\n' : '\n';
  const printed = JSON.stringify(targetEntry(target), undefined, unit).replaceAll('\n', `${eol}${unit}${unit}`);
  const before = findNodeAtLocation(root, [setting, target.name]);
  if (before) return { offset: before.offset, end: before.offset + before.length, text: printed };
  const end = last.offset + last.length;
  return { offset: end, end, text: `,${eol}${unit}${unit}${JSON.stringify(target.name)}: ${printed}` };
}

const setting = 'taskdef.targets';
