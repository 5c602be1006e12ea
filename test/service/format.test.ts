import { expect, it } from 'vitest';
import { format } from '../../server/src/service/features/format';
import { applyChanges } from '../../server/src/service/syntax/edit';
import { service } from '../support/service';

const twoBlanks = { tabSize: 2, insertSpaces: true };
function formatted(text: string, options: Parameters<typeof format>[1] = twoBlanks, uri = 'file:///w/taskdef.json') {
  const changes = format(service.open(uri, text), options);
  return changes && applyChanges(text, changes);
}

it('lays out JSON and keeps its comments', () => {
  expect(formatted('{"containerDefinitions":[ {"name" : "a"} // b\n],\n\n"cpu":"256"}')).toBe(`{
  "containerDefinitions": [
    {
      "name": "a"
    } // b
  ],
  "cpu": "256"
}`);
});

it('uses the indentation asked for and the line ends of the document', () => {
  expect(formatted('{\r\n"cpu":"256"}', { tabSize: 4, insertSpaces: false })).toBe('{\r\n\t"cpu": "256"\r\n}');
});

it('ends the file as asked', () => {
  expect(formatted('{}', { ...twoBlanks, insertFinalNewline: true })).toBe('{}\n');
});

it('lays out a part', () => {
  const text = '{\n"family":"a",\n"cpu":"256"\n}';
  const range = { offset: text.indexOf('"cpu"'), end: text.length - 2 };
  expect(formatted(text, { ...twoBlanks, range })).toBe('{\n"family":"a",\n"cpu": "256"\n}');
});

it('keeps placeholders without quotes', () => {
  expect(formatted('{"cpu":{{ cpu }},"memory":${MEMORY}, "family": "a"}')).toBe(`{
  "cpu": {{ cpu }},
  "memory": \${MEMORY},
  "family": "a"
}`);
});

it('keeps a byte order mark', () => {
  expect(formatted('\uFEFF  {"cpu":"256"}')).toBe('\uFEFF{\n  "cpu": "256"\n}');
  expect(formatted('\uFEFF{"cpu":"256"}')).toBe('\uFEFF{\n  "cpu": "256"\n}');
});

it('changes white space only, and nothing the second time', () => {
  const text = '{"containerDefinitions":[{"name":"a","command":["x" ,"y"]}],/* c */"tags":[ ]';
  const once = formatted(text) ?? '';
  expect(once.replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
  expect(formatted(once)).toBe(once);
});

it('leaves YAML and other documents alone', () => {
  expect(formatted('containerDefinitions: []\n', twoBlanks, 'file:///w/taskdef.yaml')).toBeUndefined();
  expect(formatted('{"a":1}', twoBlanks, 'file:///w/package.json')).toBeUndefined();
});
