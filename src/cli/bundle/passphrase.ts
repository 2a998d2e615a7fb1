/** The passphrase of the key, from the environment: a command line would stand in the history of the shell. */
export const passphrase = (): string | undefined => process.env.BACKGROUNDER_PASSPHRASE || undefined
