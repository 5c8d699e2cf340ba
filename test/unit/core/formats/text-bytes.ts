/**
 * Text as bytes and bytes as text, for tests of formats; the decoder is as strict as the product's.
 */
export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function decodeUtf8(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
}
