import { describe, expect, it } from 'vitest';
import { memory, run, runWith } from '../support/cli';

const config = { '.taskdef.json': '{ "preset": "api-only" }' };
const sick = `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 128, "portMapping": [] }
  ]
}
`;

const lint = (text: string, ...argv: readonly string[]) =>
  run({ ...config, 'web.json': text }, 'lint', ...argv, 'web.json');

describe('text', () => {
  it('underlines what is in a very long line, and wide characters below them', async () => {
    const long = sick.replace('"name"', `"dockerLabels": { "a": "${'x'.repeat(500)}" }, "name"`).replace(/\n\s*/g, '');
    const [head, line = '', carets = ''] = (await lint(long)).out.split('\n');
    expect(head).toContain('[unknown-property]');
    expect(line).toMatch(/^> 1 \| …x.*"portMapping": \[\]/);
    expect(line.length).toBeLessThanOrEqual(6 + 120);
    expect(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('"portMapping"');

    const wide = sick.replace('"name": "app"', '"name": "app", "user": "\u4f60\u597d"');
    const [, , before = '', under = ''] = (await lint(wide)).out.split('\n');
    expect(under.indexOf('^') - before.indexOf('"portMapping"')).toBe(2);
  });

  it('keeps tabs above each other', async () => {
    const { out } = await lint(sick.replaceAll('    {', '\t\t{'));
    expect(out).toContain('\n    | \t\t ');
    const [, , line = '', carets = ''] = out.split('\n');
    expect(carets.indexOf('^')).toBe(line.indexOf('"portMapping"'));
  });

  it('shows no value of an environment, no credential and nothing that steers the terminal', async () => {
    const text = `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 128, "portMapping": [],
      "environment": [{ "name": "MOTTO", "value": "correct horse" }], "portMapping": ["\u001b[2J"],
      "command": ["--token=abc123"], "logConfiguration": { "logDriver": "splunk", "options": { "splunk-token": "s3same" } } }
  ]
}
`;
    const { out } = await run({ 'web.json': text }, 'lint', '--rule', 'plaintext-secret=error', 'web.json');
    expect(out).toContain('"environment": [{ "name": "MOTTO", "value": *** }]');
    expect(out).not.toMatch(/correct horse|abc123|s3same/);
    expect(out).not.toContain('\u001b');
  });

  it('names the other half of a defect, in another file too', async () => {
    const files = {
      ...config,
      'web.json': sick.replace(', "portMapping": []', ''),
      'service.json':
        '{ "serviceName": "web", "taskDefinition": "web", "loadBalancers": [{ "targetGroupArn": "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef", "containerName": "app", "containerPort": 80 }] }',
    };
    const { out } = await run(files, 'lint', '.');
    expect(out).toMatch(/^service\.json:1:\d+: error: /m);
    expect(out).toMatch(/^ {2}note: web\.json:4:\d+: /m);
  });

  it.each([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    [{ TERM: 'dumb' }, true, false],
  ])('with %j, on a terminal: %s, is in colours: %s', async (env, isTerminal, expected) => {
    const io = { ...memory({ ...config, 'web.json': sick }), env, isTerminal: { out: isTerminal, err: false } };
    const { out } = await runWith(io, ['lint', 'web.json']);
    expect(out.includes('\u001b[')).toBe(expected);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are such
    expect(out.replace(/\u001b\[\d+m/g, '')).toBe((await lint(sick)).out);
  });
});

it('a terminal sees how far the work is, and nothing of it when the work is done', async () => {
  const io = { ...memory({ ...config, 'a/web.json': sick }), isTerminal: { out: false, err: true } };
  const { out, err } = await runWith(io, ['lint', 'a', 'gone.json']);
  expect(out).toContain('a/web.json:4:60: error');
  expect(err).toContain('Looking for task definitions…');
  expect(err).toContain('taskdef: gone.json: no such file or folder\n');
  // What a terminal shows in the end: each erasure takes back its line.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: this is how lines are erased
  expect(err.replace(/[^\n]*\r\u001b\[K/g, '')).toBe('taskdef: gone.json: no such file or folder\n');
});

describe('github', () => {
  it('annotates lines and columns, with everything escaped that would end a command', async () => {
    const files = { ...config, 'a,b:c%.json': sick.replace('"portMapping"', '"a%:,\\r\\nb"') };
    const { code, out } = await run(files, 'lint', '--format', 'github', '.');
    expect(out).toMatch(
      /^::error file=a%2Cb%3Ac%25\.json,line=4,col=60,endLine=4,endColumn=71,title=unknown-property::.*'a%25:,%0D%0Ab'.*\n1 error, 0 warnings in 1 file\n$/,
    );
    expect(code).toBe(1);
  });

  it('names files from the root of the checkout', async () => {
    const io = { ...memory({ ...config, 'web.json': sick }), env: { GITHUB_WORKSPACE: '/' } };
    expect((await runWith(io, ['lint', '--format', 'github', 'web.json'])).out).toMatch(
      /^::error file=repo\/web\.json,/,
    );
    const elsewhere = { ...io, env: { GITHUB_WORKSPACE: '/other' } };
    expect((await runWith(elsewhere, ['lint', '--format', 'github', '.'])).out).toMatch(/^::error file=web\.json,/);
  });
});

describe('junit', () => {
  it('has a suite for each file and a case for each finding; errors fail', async () => {
    const files = {
      ...config,
      'a.json': sick.replace('"portMapping"', '"<&\\u0001\'>"'),
      'b.json': sick.replace(', "portMapping": []', ''),
    };
    const rule = ['--rule', 'docker-hub-rate-limit=warning'];
    const { out } = await run(files, 'lint', '--format', 'junit', ...rule, '.');
    // The words are the rules' own.
    const [, hub = ''] = /warning: (.*) \[docker-hub/.exec(out) ?? [];
    const [, unknown = ''] = /error: (.*) \[unknown-property/.exec(out) ?? [];
    expect(unknown).toContain("'&lt;&amp;\ufffd'&gt;'");
    expect(out).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="taskdef">
  <testsuite name="a.json" tests="2" failures="1" errors="0" skipped="0">
    <testcase classname="a.json" name="docker-hub-rate-limit (line 4, column 31)"><system-out>a.json:4:31: warning: ${hub} [docker-hub-rate-limit]</system-out></testcase>
    <testcase classname="a.json" name="unknown-property (line 4, column 60)"><failure type="unknown-property" message="${unknown}">a.json:4:60: error: ${unknown} [unknown-property]</failure></testcase>
  </testsuite>
  <testsuite name="b.json" tests="1" failures="0" errors="0" skipped="0">
    <testcase classname="b.json" name="docker-hub-rate-limit (line 4, column 31)"><system-out>b.json:4:31: warning: ${hub} [docker-hub-rate-limit]</system-out></testcase>
  </testsuite>
</testsuites>
`);
  });

  it('has a case that passes for a file without findings, and is whole without any file', async () => {
    const good = sick.replace(', "portMapping": []', '');
    expect((await lint(good, '--format', 'junit')).out).toContain(
      '<testsuite name="web.json" tests="1" failures="0" errors="0" skipped="0">\n    <testcase classname="web.json" name="no findings"/>',
    );
    expect((await run({ 'a/b.json': '{}' }, 'lint', '--format', 'junit', 'a')).out).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="taskdef">\n</testsuites>\n',
    );
  });
});

it.each(['text', 'json', 'sarif', 'github', 'junit'])(
  '%s is the same for the same files, to the byte',
  async (format) => {
    const files = { 'a/web.json': sick, 'b/web.json': sick };
    const first = await run(files, 'lint', '--format', format, '.');
    expect(await run(files, 'lint', '--format', format, '.')).toEqual(first);
  },
);
