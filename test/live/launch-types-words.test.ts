import { expect, it } from 'vitest';
import { launchTypesDetail, launchTypesText } from '../../client/src/vscode/language/launch-types/words';
import type { LaunchTypesInfo, LocatedInfo } from '../../server/src/lsp/protocol';
import { t } from './support/stage';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 9 } };
const listing = (...names: readonly (string | null)[]): LaunchTypesInfo => ({ source: 'file', names, range });
const definition = (name: string, launchTypes: LaunchTypesInfo): LocatedInfo => ({
  name,
  shape: 'cloudformation',
  range,
  launchTypes,
});
const text = (...all: readonly LaunchTypesInfo[]) =>
  launchTypesText(
    all.map((it, index) => definition(`d${index}`, it)),
    t,
  );

it('says what one definition is for, and what says so', () => {
  expect(text(listing('EC2', 'FARGATE'))).toBe('Launch types: EC2, FARGATE (from the file)');
  expect(text(listing('EC2', null))).toBe('Launch types: EC2, … (from the file)');
  expect(text(listing())).toBe('Launch types: none (from the file)');
  expect(text({ source: 'client', names: ['EXTERNAL'] })).toBe('Launch types: EXTERNAL (set in settings)');
  expect(text({ source: 'configuration', names: ['EC2'] })).toBe('Launch types: EC2 (set in .taskdef.json)');
  expect(text({ source: 'services', names: ['FARGATE'] })).toBe(
    'Launch types: FARGATE (from services in the workspace)',
  );
  expect(text({ source: 'none' })).toBe('Launch types: not stated');
});

it('of several it tells about those that list none, where there are any', () => {
  expect(text(listing('EC2'), listing('FARGATE', 'EC2'))).toBe('Launch types: EC2, FARGATE (from the file)');
  expect(text(listing('EC2'), { source: 'none' })).toBe('Launch types: not stated');
  expect(text({ source: 'none' }, { source: 'services', names: ['EC2'] }, listing('FARGATE'))).toBe(
    'Launch types: EC2 (from services in the workspace)',
  );
});

it('names what each of several is for', () => {
  const [web, worker] = [definition('web', listing('EC2', 'FARGATE')), definition('worker', { source: 'none' })];
  expect(launchTypesDetail([web, worker], t)).toBe('web: EC2, FARGATE · worker: not stated');
  expect(launchTypesDetail([web], t)).toBe('');
});
