import type { Translate, Ui } from '../../live/ports';
import type { ConnectionChoice } from '../connection/connections';

/** Copies the AWS CLI's command that renews the profile's sign-in of a kind; running it is the user's. */
export async function copySignInCommand(
  ui: Ui,
  kind: 'sso-expired' | 'login-expired',
  { profile }: ConnectionChoice,
  t: Translate,
): Promise<void> {
  const login = kind === 'login-expired' ? 'aws login' : 'aws sso login';
  const command = profile === undefined ? login : `${login} --profile ${shellWord(profile)}`;
  await ui.copy(command);
  await ui.inform('info', t('Copied: {0}. Run it in a terminal, then refresh.', command));
}

// Profile names come from a file; only plain ones go unquoted. The form holds in POSIX shells and PowerShell.
function shellWord(word: string): string {
  return /^[\w.@-]+$/.test(word) ? word : `'${word.replaceAll("'", '')}'`;
}
