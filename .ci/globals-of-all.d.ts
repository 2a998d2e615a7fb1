/**
 * What browsers, workers and Node all have, and the layers that run anywhere may use. The types are no more than
 * what these layers need: their check (tsconfig.pure.json) knows neither a browser nor Node.
 */
declare class URL {
  static canParse(address: string): boolean
  constructor(address: string)
  readonly origin: string
  readonly pathname: string
  readonly host: string
}
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>
  encodeInto(text: string, into: Uint8Array): { read: number; written: number }
}
declare class TextDecoder {
  decode(bytes: Uint8Array): string
}
declare const crypto: { getRandomValues<T extends ArrayBufferView>(into: T): T }
