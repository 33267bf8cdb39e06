const utf8 = new TextEncoder();
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Whether a text is base64 with its padding, which line breaks may stand in. Follows Go's base64.StdEncoding. */
export function isBase64(text: string): boolean {
  return BASE64.test(text.replace(/[\r\n]/g, ''));
}

/** The bytes of base64 text that decodes, or of the list of numbers that Go reads as bytes too. */
export function decodeBase64(data: string | readonly number[]): Uint8Array {
  if (typeof data !== 'string') return Uint8Array.from(data);
  return Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
}

/** How many bytes base64 text, or a list of numbers, stands for. */
export function decodedLength(data: string | readonly number[]): number {
  if (typeof data !== 'string') return data.length;
  const digits = data.replace(/[\r\n=]/g, '').length;
  return Math.floor((digits * 3) / 4);
}

/** A text as base64 of its UTF-8 bytes. */
export function encodeBase64(text: string): string {
  return encodeBytes(utf8.encode(text));
}

/** Bytes as base64. */
export function encodeBytes(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
