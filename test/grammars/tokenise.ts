import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

export type Host = 'source.json' | 'source.json.comments' | 'source.yaml';

export interface Token {
  readonly text: string;
  /** From the file's scope to the innermost one. */
  readonly scopes: readonly string[];
}

/** Tokenises texts as the editor does: a base grammar with what the extension contributes to it. */
export async function openTokeniser(): Promise<(host: Host, text: string) => readonly Token[]> {
  await oniguruma.loadWASM(readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm')));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => oniguruma.createOnigScanner(patterns),
      createOnigString: (text) => oniguruma.createOnigString(text),
    }),
    loadGrammar: async (scope) => {
      const source = sourceOf(scope);
      return source === undefined ? null : textmate.parseRawGrammar(source, `${scope}.json`);
    },
    getInjections: (scope) =>
      contributed.filter(({ injectTo }) => injectTo.includes(scope)).map((one) => one.scopeName),
  });
  const hosts = new Map<Host, textmate.IGrammar>();
  for (const host of ['source.json', 'source.json.comments', 'source.yaml'] as const) {
    const grammar = await registry.loadGrammar(host);
    if (!grammar) throw new Error(`No grammar for ${host}`);
    hosts.set(host, grammar);
  }
  return (host, text) => {
    const grammar = hosts.get(host);
    return grammar ? tokens(grammar, text) : [];
  };
}

interface Contribution {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo: readonly string[];
}

const { contributes }: { contributes: { grammars: readonly Contribution[] } } = JSON.parse(read('../../package.json'));
const contributed = contributes.grammars;

function sourceOf(scope: string): string | undefined {
  const injection = contributed.find(({ scopeName }) => scopeName === scope);
  if (injection) return read(`../../${injection.path}`);
  if (scope === 'source.json') return read('base/json.json');
  // The editor's grammar for JSON with comments names each scope after the one of JSON.
  if (scope === 'source.json.comments') return read('base/json.json').replaceAll(/\.json(?=[ "])/g, '.json.comments');
  return scope === 'source.yaml' ? read('base/yaml.json') : undefined;
}

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}

function tokens(grammar: textmate.IGrammar, text: string): readonly Token[] {
  const found: Token[] = [];
  let state: textmate.StateStack = textmate.INITIAL;
  for (const line of text.split('\n')) {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    for (const { startIndex, endIndex, scopes } of result.tokens) {
      found.push({ text: line.slice(startIndex, endIndex), scopes });
    }
  }
  return found;
}
