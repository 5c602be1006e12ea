import { rule as documentRefused } from './document/document-refused';
import { rule as syntaxError } from './document/syntax-error';
import type { Rule } from './rule';
import { rule as unknownProperty } from './shape/unknown-property';

export const rules: readonly Rule[] = [documentRefused, syntaxError, unknownProperty];
