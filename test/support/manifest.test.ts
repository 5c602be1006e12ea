import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { levels, presets } from '../../server/src/service';

const source = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(source);
const words: Readonly<Record<string, string>> = JSON.parse(readFileSync('package.nls.json', 'utf8'));
const commands: readonly { readonly command: string; readonly category?: string; readonly title: string }[] =
  manifest.contributes.commands;
const declared = commands.map(({ command }) => command);

describe('the manifest', () => {
  test('takes every word from package.nls.json, and package.nls.json has no others', () => {
    const used = [...source.matchAll(/"%([^%"]+)%"/g)].map(([, key = '']) => key);
    expect([...new Set(used)].toSorted()).toEqual(Object.keys(words).toSorted());
  });

  test('declares each command once, under ECS and with a title', () => {
    expect(new Set(declared).size).toBe(declared.length);
    for (const { command, category, title } of commands) {
      expect([command, category]).toEqual([expect.stringMatching(/^taskdef\./), 'ECS']);
      expect(title).toMatch(/^%.+%$/);
    }
  });

  test('names no command that it does not declare', () => {
    const menus: readonly { readonly command: string }[] = Object.values(manifest.contributes.menus).flat() as never;
    const links = [
      ...Object.values(words)
        .join('\n')
        .matchAll(/command:(taskdef\.[\w.]+)/g),
    ].map(([, id]) => id);
    const events = [...source.matchAll(/onCommand:(taskdef\.[\w.]+)/g)].map(([, id]) => id);
    const keys: readonly { readonly command: string }[] = manifest.contributes.keybindings;
    const named = new Set([...[...menus, ...keys].map(({ command }) => command), ...links, ...events]);
    expect([...named].filter((id) => !declared.includes(id ?? ''))).toEqual([]);
  });

  test('keeps what works on a row out of the palette', () => {
    const menus = manifest.contributes.menus;
    const onRows = new Set(menus['view/item/context'].map(({ command }: { command: string }) => command));
    const hidden = menus.commandPalette
      .filter(({ when }: { when: string }) => when === 'false')
      .map(({ command }: { command: string }) => command);
    expect(hidden.toSorted()).toEqual([...onRows].toSorted());
  });

  test('greys out while changes are switched off what deploys, its key included', () => {
    const changing = [
      ...['registerAndRun', 'register', 'deploy', 'target.deploy', 'target.new', 'task.stop'],
      ...['service.scale', 'service.forceDeploy', 'service.deployRevision'],
      ...['deployment.rollBack', 'deployment.stop', 'deployment.continue'],
      ...['revision.deploy', 'revision.run', 'revision.deregister'],
    ].map((name) => `taskdef.${name}`);
    const off = commands.filter((it) => changing.includes(it.command));
    expect(off).toHaveLength(changing.length);
    for (const command of off) expect(command).toMatchObject({ enablement: '!taskdef.readOnly' });
    expect(manifest.contributes.keybindings).toMatchObject([
      { command: 'taskdef.target.deploy', when: expect.stringMatching(/isWorkspaceTrusted.*!taskdef\.readOnly/) },
    ]);
  });

  test('wakes for languages it serves, never for everything', () => {
    for (const event of manifest.activationEvents) expect(event).toMatch(/^onLanguage:\w+$/);
  });

  test('names files that are there', () => {
    const files = [...source.matchAll(/"(?:\.\/)?((?:media|schemas|syntaxes)\/[^"]+)"/g)].map(([, file = '']) => file);
    expect(files.length).toBeGreaterThan(0);
    for (const file of [...files, 'LICENSE', 'CHANGELOG.md', 'README.md']) expect(existsSync(file), file).toBe(true);
  });

  test('has the presets and levels that there are, in their words', () => {
    const { 'taskdef.preset': preset, 'taskdef.rules': rules } = manifest.contributes.configuration.properties;
    expect(preset.enum).toEqual(Object.keys(presets));
    expect(preset.enumDescriptions.map((it: string) => words[it.replaceAll('%', '')])).toEqual(Object.values(presets));
    expect(rules.additionalProperties.enum).toEqual(levels);
  });

  test('tells the marketplace where it comes from', () => {
    const home = 'https://github.com/taskdef/taskdef';
    expect(manifest).toMatchObject({
      publisher: 'taskdef',
      license: 'Apache-2.0',
      homepage: expect.stringContaining(home),
      repository: { type: 'git', url: `${home}.git` },
      bugs: { url: `${home}/issues` },
      qna: expect.stringContaining(home),
      pricing: 'Free',
      icon: expect.stringMatching(/\.png$/),
      galleryBanner: { color: expect.stringMatching(/^#[0-9a-f]{6}$/), theme: 'dark' },
    });
  });
});
