import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { joinIndexThread } from '../src/indexing/join-index-thread.ts'

/** The script of the worker that makes indexes (docs/adr/0018). */
export default defineUnlistedScript(() => joinIndexThread())
