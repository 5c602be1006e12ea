import { expect, it } from 'vitest';
import { globMatches } from '../../server/src/files/glob';

it.each<[string, readonly string[], readonly string[]]>([
  ['web.json', ['web.json'], ['webXjson', 'a/web.json', 'web.jsonc']],
  ['./web.json', ['web.json'], []],
  ['*.json', ['web.json', '.json'], ['a/web.json']],
  ['jobs/*', ['jobs/a.yaml'], ['jobs/a/b.yaml', 'jobs', 'my jobs/a.yaml']],
  ['**/*.fargate.json', ['a.fargate.json', 'a/b/c.fargate.json', 'a\\b.fargate.json'], ['a/b.json']],
  ['jobs/**', ['jobs/a', 'jobs/a/b'], ['jobs', 'a/jobs/b']],
  ['a/**/b.json', ['a/b.json', 'a/x/y/b.json'], ['ab.json', 'a/xb.json']],
  ['**', ['a', 'a/b'], []],
  ['{web,api}.{json,yaml}', ['web.json', 'api.yaml'], ['web,api.json', 'job.json']],
  ['{a,b{c,d}}', ['a', 'bc', 'bd'], ['b', 'ac']],
  ['web-[0-9a].json', ['web-1.json', 'web-a.json'], ['web-b.json', 'web-12.json']],
  ['[!a]?.json', ['bc.json'], ['ab.json', '/c.json', 'b.json']],
  // Characters of regular expressions, and brackets without a partner, are themselves.
  ['a+(b).json', ['a+(b).json'], ['aab.json']],
  ['{a,b', ['{a,b'], ['a']],
  ['a}b,c', ['a}b,c'], ['ab']],
  ['a[b', ['a[b'], ['ab']],
  ['[[]x].json', ['[x].json'], ['x.json']],
])('%s', (glob, matching, others) => {
  expect([...matching, ...others].filter((path) => globMatches(glob, path))).toEqual(matching);
});
