/** Why a bundle is believed: it came inside the signed extension package, or a pinned root leads to it. */
export type Trust = { readonly kind: 'package' } | { readonly kind: 'root'; readonly rootDigest: string }
