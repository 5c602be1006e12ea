/** For `catch`: an error of one of these names says that there is no such thing; others are thrown again. */
export function noneOf(...names: readonly string[]): (error: unknown) => undefined {
  return (error) => {
    if (error instanceof Error && names.includes(error.name)) return;
    throw error;
  };
}
