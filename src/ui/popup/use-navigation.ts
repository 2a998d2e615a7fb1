import { useLayoutEffect, useReducer } from 'preact/hooks'
import { arrive, type Navigation } from './navigation.ts'
import { parseRoute } from './route.ts'

/** The navigation that follows the address of the page, so that links, back and reload all work by themselves. */
export function useNavigation(): Navigation {
  const [navigation, tell] = useReducer(arrive, location.hash, (hash) => ({
    route: parseRoute(hash),
    trail: [],
  }))
  // At once, not after the next frame: an address that changes in the meantime would be missed.
  useLayoutEffect(() => {
    const onHashChange = () => tell(parseRoute(location.hash))
    addEventListener('hashchange', onHashChange)
    return () => removeEventListener('hashchange', onHashChange)
  }, [])
  return navigation
}
