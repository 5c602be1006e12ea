import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A fake of what STS does for roles that want an MFA code, over real HTTP. */
export interface FakeSts {
  /** For AWS_ENDPOINT_URL_STS. */
  readonly url: string;
  /** The codes that came, oldest first. */
  readonly codes: readonly string[];
  /** Sessions that begin from now on have ended already. */
  endSessions(): void;
  close(): Promise<void>;
}

/** Takes each of these codes once, for a session of an hour. */
export async function startFakeSts(...valid: readonly string[]): Promise<FakeSts> {
  const codes: string[] = [];
  const session = { minutes: 60 };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const code = new URLSearchParams(Buffer.concat(chunks).toString()).get('TokenCode') ?? '';
    const taken = valid.includes(code) && !codes.includes(code);
    codes.push(code);
    response.writeHead(taken ? 200 : 403, { 'content-type': 'text/xml' });
    response.end(taken ? assumed(new Date(Date.now() + session.minutes * 60_000)) : refused);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    codes,
    endSessions: () => {
      session.minutes = -1;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const assumed = (expiration: Date): string => `<AssumeRoleResponse><AssumeRoleResult><Credentials>
  <AccessKeyId>ASIAIOSFODNN7EXAMPLE</AccessKeyId><SecretAccessKey>secret</SecretAccessKey>
  <SessionToken>token</SessionToken><Expiration>${expiration.toISOString()}</Expiration>
</Credentials></AssumeRoleResult></AssumeRoleResponse>`;

const refused = `<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code>
  <Message>MultiFactorAuthentication failed with invalid MFA one time pass code. </Message>
</Error><RequestId>1</RequestId></ErrorResponse>`;
