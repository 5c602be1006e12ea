/** Values between 0 and `top` as a line of blocks, one for each; a gap where there is none. */
export function sparkline(values: readonly (number | undefined)[], top: number): string {
  return values.map((value) => (value === undefined ? GAP : block(value / top))).join('');
}

const BLOCKS = '▁▂▃▄▅▆▇█';
// As wide as a figure, and not folded away beside another one.
const GAP = '\u2007';

function block(share: number): string {
  const at = Math.floor(share * BLOCKS.length);
  return BLOCKS.charAt(Math.min(Math.max(at, 0), BLOCKS.length - 1));
}
