declare module 'virtual:packaged-records' {
  /** Records of the packaged bundle; an ambient module cannot name their type. */
  const records: unknown
  export default records
}

declare module '*.css?inline' {
  const text: string
  export default text
}

declare module '*.yml?raw' {
  const text: string
  export default text
}
