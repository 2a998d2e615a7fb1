/** The browsers that the project is built for. */
export type BrowserName = 'chromium' | 'firefox'

/** The environment variable that names a browser's program. */
export const PATH_VARIABLES: Readonly<Record<BrowserName, string>>

/** The program of a browser: from its environment variable, else from the usual places; undefined where there is none. */
export function findBrowser(name: BrowserName): string | undefined
