import * as vscode from 'vscode';
import type { Translate } from '../../live/ports';

/** Asks for the MFA codes of roles, one at a time; undefined when it is left. What is typed is kept nowhere. */
export function createMfaPrompt(t: Translate): (serial: string, profile: string) => Promise<string | undefined> {
  const line: { end: Promise<unknown> } = { end: Promise.resolve() };
  return (serial, profile) => {
    const answer = line.end.then(() => ask(serial, profile, t));
    line.end = answer.catch(() => undefined);
    return answer;
  };
}

async function ask(serial: string, profile: string, t: Translate): Promise<string | undefined> {
  const code = await vscode.window.showInputBox({
    title: t('MFA Code for Profile {0}', profile),
    prompt: t('The code that the device {0} shows now', serial),
    password: true,
    // The code is read from another window or device.
    ignoreFocusOut: true,
    // https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
    validateInput: (text) => (/^\s*\d{6}\s*$/.test(text) ? undefined : t('An MFA code has six digits.')),
  });
  return code?.trim();
}
