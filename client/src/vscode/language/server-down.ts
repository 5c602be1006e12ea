/** Thrown by a request to the language server when it does not run or does not answer. */
export class ServerDown extends Error {
  override readonly name = 'ServerDown';
}
