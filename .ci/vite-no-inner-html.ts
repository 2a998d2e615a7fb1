/** The file that Preact publishes as its entry. */
const PREACT = /[\\/]preact[\\/]dist[\\/]preact\.mjs$/

/** Where Preact takes the property up (of the old element and of the new), and where it writes the markup. Letters are the minifier's and may change. */
const TAKES_MARKUP = /"dangerouslySetInnerHTML"==(\w+)\?(\w+)=(\w+):/g
const WRITES_MARKUP =
  /\w+\|\|\w+&&\(\w+\.__html==\w+\.__html\|\|\w+\.__html==\w+\.innerHTML\)\|\|\(\w+\.innerHTML=\w+\.__html\)/g

/**
 * A Vite plugin that leaves Preact's `dangerouslySetInnerHTML` out of the package: a component that uses it
 * draws nothing. Facts come from others, so no path may lead from them to markup; the linters of the add-on
 * stores warn of `innerHTML` for the same reason. The build fails where Preact no longer reads as expected.
 */
export const noInnerHtml = () => ({
  name: 'no-inner-html',
  transform(code: string, id: string): { code: string; map: null } | undefined {
    const [path = ''] = id.split('?')
    if (!PREACT.test(path)) return undefined
    const ignored = replaceAll(code, TAKES_MARKUP, 2, '"dangerouslySetInnerHTML"==$1?$2=void 0:')
    return { code: replaceAll(ignored, WRITES_MARKUP, 1, '0'), map: null }
  },
})

function replaceAll(code: string, pattern: RegExp, expected: number, replacement: string): string {
  const found = code.match(pattern)?.length ?? 0
  if (found !== expected)
    throw new Error(`Preact has ${found} places, not ${expected}, that read ${pattern.source}`)
  return code.replace(pattern, replacement)
}
