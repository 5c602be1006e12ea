import * as vscode from 'vscode';
import type { Translate } from '../../live/ports';

/** Messages in the display language of VS Code. */
export const translate: Translate = (message, ...values) => vscode.l10n.t(message, ...values);
