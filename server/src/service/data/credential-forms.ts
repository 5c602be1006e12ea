/** What a text is taken for a credential by, whatever it is called. */
export interface CredentialForm {
  /** For a message. */
  readonly what: string;
  readonly pattern: RegExp;
}

/**
 * An access key of AWS, long-term or temporary.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 */
export const awsAccessKey: CredentialForm = {
  what: 'an access key ID of AWS',
  pattern: /\bA[KS]IA[A-Z0-9]{16}\b/,
};

/**
 * Credentials that tell by their form what they are. A pattern never looks at a character more than a few times: a run that it reads
 * begins where another run cannot go on.
 * https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats
 * https://docs.slack.dev/authentication/tokens
 * https://docs.stripe.com/keys
 * https://datatracker.ietf.org/doc/html/rfc7519
 * https://datatracker.ietf.org/doc/html/rfc7468
 * https://datatracker.ietf.org/doc/html/rfc3986#section-3.2.1
 */
export const credentialForms: readonly CredentialForm[] = [
  awsAccessKey,
  // What a shell fills in is no password.
  { what: 'an address with a password', pattern: /:\/\/[^\s/?#:@"']*:(?!\$\()[^\s/?#@"']+@/ },
  { what: 'a private key', pattern: /-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----/ },
  { what: 'a token of GitHub', pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{22})/ },
  { what: 'a token of Slack', pattern: /\bxox[bp]-[A-Za-z0-9-]{10}/ },
  { what: 'a live key of Stripe', pattern: /\b[rs]k_live_[A-Za-z0-9]{10}/ },
  { what: 'a JSON Web Token', pattern: /(?<![\w-])eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10}/ },
];

/**
 * What in a credential shows that it is one of a document's examples: access keys of AWS's own pages end so.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html
 */
export const exampleCredential = /EXAMPLE|\bexample|x{4}|\*{3}|\.{3}|\byour[-_]/i;
