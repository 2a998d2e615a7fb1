import { joinIndexThread } from '../../../src/indexing/join-index-thread.ts'

// Runs as a worker of the worker that imports (import.ts): it makes the indexes.
joinIndexThread('bench')
