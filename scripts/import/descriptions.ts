/** What the fields that people meet daily mean, in our own sentences, by TypeScript type and field. */
export const DESCRIPTIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {};
