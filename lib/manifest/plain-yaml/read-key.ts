import { keyText } from '../key-text';

const WORD = /^[A-Za-z0-9_./$][A-Za-z0-9_./$-]{0,255}$/;
const QUOTED = /^(?:"[^"\\]{0,256}"|'[^']{0,256}')$/;

/**
 * The name of a field, as the whole reader reads it: `yes` is `true`, `010` is `8`. Undefined for what may be anything
 * else than an ordinary name.
 */
export function readKey(text: string): string | undefined {
  if (QUOTED.test(text)) return ordinary(text.slice(1, -1));
  if (!WORD.test(text)) return undefined;
  const name = keyText(text);
  return name === undefined ? undefined : ordinary(name);
}

function ordinary(name: string): string | undefined {
  return name === '__proto__' ? undefined : name;
}
