/**
 * SHA-256 (FIPS 180-4) of short bytes at hand, without a trip to another thread. Our own, because an import does nothing
 * more often: 750 bytes take 5 microseconds in Chromium and 7 in Firefox, where @noble/hashes takes 15 and 30
 * (docs/adr/0009). Its tests hold it against OpenSSL.
 */

/** Bytes of a hash. */
export const HASH_BYTES = 32

const BLOCK = 64
/** Where the length stands in the last block: eight bytes. */
const LENGTH_AT = BLOCK - 8

/** The first 32 bits of the fractional part of a root: of such numbers SHA-256 is made. */
const fraction = (root: number): number => Math.trunc((root - Math.floor(root)) * 2 ** 32) | 0

function firstPrimes(count: number): number[] {
  const primes: number[] = []
  for (let number = 2; primes.length < count; number += 1)
    if (primes.every((prime) => number % prime !== 0)) primes.push(number)
  return primes
}

const START = Int32Array.from(firstPrimes(8), (prime) => fraction(Math.sqrt(prime)))
const ROUNDS = Int32Array.from(firstPrimes(64), (prime) => fraction(Math.cbrt(prime)))

/** Used again for each hash: what is made anew for each has to be collected. */
const state = new Int32Array(8)
const words = new Int32Array(64)
const last = new Uint8Array(2 * BLOCK)

/** The hash of bytes. */
export function sha256Of(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const hash = new Uint8Array(HASH_BYTES)
  sha256Into(bytes, hash, 0)
  return hash
}

/** Writes the hash of `bytes[start]` to `bytes[end - 1]` into others, from `at` on. */
export function sha256Into(
  bytes: Uint8Array,
  target: Uint8Array,
  at: number,
  start = 0,
  end = bytes.length,
): void {
  state.set(START)
  const whole = end - ((end - start) % BLOCK)
  for (let from = start; from < whole; from += BLOCK) compress(bytes, from)
  const rest = padded(bytes, whole, end, end - start)
  for (let from = 0; from < rest; from += BLOCK) compress(last, from)
  for (let word = 0; word < state.length; word += 1) writeWord(target, at + 4 * word, state[word] as number)
}

/** What is left over, a one, zeros and the length in bits: one block or two. Gives how many bytes they have. */
function padded(bytes: Uint8Array, from: number, to: number, length: number): number {
  const left = to - from
  const end = left < LENGTH_AT ? BLOCK : 2 * BLOCK
  for (let at = 0; at < left; at += 1) last[at] = bytes[from + at] as number
  last[left] = 0x80
  last.fill(0, left + 1, end)
  writeWord(last, end - 8, Math.floor(length / 2 ** 29))
  writeWord(last, end - 4, length << 3)
  return end
}

function writeWord(target: Uint8Array, at: number, word: number): void {
  target[at] = word >>> 24
  target[at + 1] = word >>> 16
  target[at + 2] = word >>> 8
  target[at + 3] = word
}

/**
 * Takes in one block: the letters are those of the standard. Rotations are written out: as calls they are beyond what a
 * browser writes out itself, and the whole takes three times as long.
 */
function compress(bytes: Uint8Array, from: number): void {
  schedule(bytes, from)
  let a = state[0] as number
  let b = state[1] as number
  let c = state[2] as number
  let d = state[3] as number
  let e = state[4] as number
  let f = state[5] as number
  let g = state[6] as number
  let h = state[7] as number
  for (let round = 0; round < 64; round += 1) {
    const sum1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const choice = g ^ (e & (f ^ g))
    const first = (h + sum1 + choice + (ROUNDS[round] as number) + (words[round] as number)) | 0
    const sum0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    const majority = (a & b) | (c & (a | b))
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + sum0 + majority) | 0
  }
  state[0] = (state[0] as number) + a
  state[1] = (state[1] as number) + b
  state[2] = (state[2] as number) + c
  state[3] = (state[3] as number) + d
  state[4] = (state[4] as number) + e
  state[5] = (state[5] as number) + f
  state[6] = (state[6] as number) + g
  state[7] = (state[7] as number) + h
}

/** The sixteen words of a block, and those that are made of them. */
function schedule(bytes: Uint8Array, from: number): void {
  for (let word = 0, at = from; word < 16; word += 1, at += 4)
    words[word] =
      ((bytes[at] as number) << 24) |
      ((bytes[at + 1] as number) << 16) |
      ((bytes[at + 2] as number) << 8) |
      (bytes[at + 3] as number)
  for (let word = 16; word < 64; word += 1) {
    const late = words[word - 2] as number
    const early = words[word - 15] as number
    const sigma1 = ((late >>> 17) | (late << 15)) ^ ((late >>> 19) | (late << 13)) ^ (late >>> 10)
    const sigma0 = ((early >>> 7) | (early << 25)) ^ ((early >>> 18) | (early << 14)) ^ (early >>> 3)
    words[word] = (sigma1 + (words[word - 7] as number) + sigma0 + (words[word - 16] as number)) | 0
  }
}
