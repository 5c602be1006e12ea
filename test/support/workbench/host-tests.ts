// What a suite inside the extension host says about its tests, and how the test process reads it.

export interface HostTest {
  readonly name: string;
  /** Message and stack of the failure; absent when the test passed. */
  readonly error?: string;
}

const mark = 'host-test ';

/** Runs the tests one after the other inside the extension host, reports each, and rejects when one failed. */
export async function runTests(tests: Readonly<Record<string, () => Promise<void>>>): Promise<void> {
  const failed: string[] = [];
  for (const [name, test] of Object.entries(tests)) {
    const error = await failure(test);
    if (error !== undefined) {
      failed.push(name);
    }
    console.log(mark + JSON.stringify(error === undefined ? { name } : { name, error }));
  }
  if (failed.length > 0) {
    throw new Error(`Failed: ${failed.join('; ')}`);
  }
}

/** The report that a console line carries, if it carries one. */
export function readReport(line: string): readonly HostTest[] {
  const start = line.indexOf(mark);
  return start < 0 ? [] : [JSON.parse(line.slice(start + mark.length)) as HostTest];
}

async function failure(test: () => Promise<void>): Promise<string | undefined> {
  try {
    await test();
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}
