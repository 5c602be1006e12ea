/**
 * Whether a glob pattern matches a whole path below its folder: `*` and `?` stay within a name, `**` passes folders, `{a,b}` is a
 * choice, `[a-z]` or `[!a-z]` one character. Slashes divide folders, in paths backslashes too.
 */
export function globMatches(glob: string, path: string): boolean {
  return toRegExp(glob.replace(/^\.?\//, '')).test(path.replaceAll('\\', '/'));
}

const tokens = /\*\*\/|\/\*\*$|\*\*|\*|\?|\[!?[^\]/]+\]|\{|\}|,|[\s\S]/g;

function toRegExp(glob: string): RegExp {
  let depth = 0;
  const source = glob.replaceAll(tokens, (token) => {
    switch (token) {
      case '**/':
        return '(?:[^/]+/)*';
      case '/**':
        return '/.+';
      case '**':
        return '.*';
      case '*':
        return '[^/]*';
      case '?':
        return '[^/]';
      case '{':
        depth++;
        return '(?:';
      case '}':
        depth--;
        return depth < 0 ? '\\}' : ')';
      case ',':
        return depth > 0 ? '|' : ',';
      default:
        return token.length > 1 ? set(token) : literal(token);
    }
  });
  // A choice that is not closed is no choice.
  return depth > 0 ? new RegExp(`^${literal(glob)}$`) : new RegExp(`^${source}$`);
}

function set(token: string): string {
  const isNot = token.startsWith('[!');
  const inside = token.slice(isNot ? 2 : 1, -1).replaceAll(/[\\^\]]/g, '\\$&');
  return `[${isNot ? '^/' : ''}${inside}]`;
}

function literal(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
