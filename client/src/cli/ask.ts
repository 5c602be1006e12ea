import { createInterface } from 'node:readline/promises';

/** Asks for a line. Who leaves with Ctrl-C or Ctrl-D, or whose terminal is gone, has answered nothing. */
export async function askLine(
  question: string,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<string> {
  const lines = createInterface({ input, output });
  const left = new Promise<string>((resolve) => lines.once('close', () => resolve('')));
  try {
    // Node rejects a question that is left by a key, and never answers one whose input ends.
    return await Promise.race([left, lines.question(question)]);
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') return '';
    throw error;
  } finally {
    lines.close();
  }
}
