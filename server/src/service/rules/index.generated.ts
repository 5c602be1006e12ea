// Generated from the rules' files by `npm run generate`.
import { rule as documentRefused } from './document/document-refused';
import { rule as syntaxError } from './document/syntax-error';
import { rule as unknownProperty } from './shape/unknown-property';
import type { Rule } from './rule';

export const rules: readonly Rule[] = [
  documentRefused,
  syntaxError,
  unknownProperty,
];
