/** True for a text that log drivers read as true. https://pkg.go.dev/strconv#ParseBool */
export function isTrue(text: string | undefined): boolean {
  return text !== undefined && /^(?:1|t|T|true|True|TRUE)$/.test(text);
}
