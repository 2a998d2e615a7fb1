import { useEffect, useState } from 'preact/hooks'

/**
 * Code that a view needs and the first view does not, once it has arrived; `failed` where it cannot be
 * loaded. `load` imports it, and is the same function at each rendering.
 */
export function useModule<T>(load: () => Promise<T>): T | 'loading' | 'failed' {
  const [module, setModule] = useState<{ readonly loaded: T } | 'loading' | 'failed'>('loading')
  useEffect(() => {
    load().then(
      (loaded) => setModule({ loaded }),
      () => setModule('failed'),
    )
  }, [load])
  return typeof module === 'object' ? module.loaded : module
}
