import { encodeBase64 } from '../base64';
import type { Secret } from '../generated/decoded';

/**
 * Fills in a Secret: its type, and `stringData` written into `data`.
 *
 * Follows kubernetes pkg/apis/core/v1/defaults.go SetDefaults_Secret and conversion.go
 * Convert_v1_Secret_To_core_Secret.
 */
export function defaultSecret(secret: Secret): void {
  if (!secret.type) secret.type = 'Opaque';
  if (secret.stringData === undefined) return;
  const texts = Object.entries(secret.stringData);
  const encoded = texts.map(([key, text]) => [key, encodeBase64(text)]);
  secret.data = { ...secret.data, ...Object.fromEntries(encoded) };
  delete secret.stringData;
}
